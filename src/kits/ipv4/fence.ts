/**
 * Proves silence. What is sent after a probe and goes through the same queue has been answered: so the probe has been
 * dealt with, and an answer to it, if there were one, would have come first.
 */
import type { Fence } from '../../harness/kit.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { echo, type Probe, udp } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { isForwarded, isReplyTo, type Matches } from './seen.ts';
import { Wire } from './wire.ts';

const DATA_OCTETS = 16;

/** A fence for what a host receives: an echo request. @throws Inconclusive */
export async function passEcho(wire: Wire): Promise<void> {
  const { tester: source, iut: destination } = (await wire.link()).addresses;
  const { random } = wire.scene;
  const request = echo({ source, destination }, random.octets(DATA_OCTETS), random);
  await wire.send(request.octets);
  if ((await wire.find(isReplyTo(request))) === undefined) {
    throw new Inconclusive('fence', 'the echo request that was sent afterwards was not answered either');
  }
  await wire.settle();
}

/** Where a router can send something on to. */
export type Side = 'beyond' | 'narrow';

/** The interface that leads to each. */
export const INTERFACE_TO = { beyond: 1, narrow: 2 } as const;

/** A fence for what a router forwards: a datagram on the same way. @throws Inconclusive */
export async function passForward(wire: Wire, side: Side = 'beyond'): Promise<void> {
  const { tester: source, [side]: destination } = (await wire.link()).addresses;
  const datagram = udp({ source, destination }, DATA_OCTETS, wire.scene.random);
  await wire.send(datagram.octets);
  if ((await wire.find(isForwarded(datagram, INTERFACE_TO[side]))) === undefined) {
    throw new Inconclusive('fence', 'the datagram that was sent afterwards was not forwarded either');
  }
  await wire.settle();
}

/** Nothing that matches has come. To be asked once a fence is passed. @throws Unmet */
export function assertSilence(wire: Wire, matches: Matches, expected: string, about: Probe): void {
  const seen = wire.already(matches);
  if (seen === undefined) return;
  const actual = describeDatagram(seen.octets);
  const difference = { field: 'datagram', expected: 'none', actual, exchange: seen.exchange };
  throw new Unmet({ expected: [`${expected}: ${describeDatagram(about.octets)}`], actual, difference });
}

export const fences: readonly Fence[] = [
  { name: 'echo', needs: 'ipv4.host', pass: (scene) => passEcho(new Wire(scene)) },
  { name: 'forward', needs: 'ipv4.router', pass: (scene) => passForward(new Wire(scene)) },
];
