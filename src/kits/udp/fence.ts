/** A fence for what a service is sent: another request to the same port, which is dealt with after all before it. */
import type { Fence } from '../../harness/kit.ts';
import { Inconclusive } from '../../harness/outcome.ts';
import { Wire } from '../ipv4/wire.ts';
import { udpProbe } from './datagram.ts';
import { isAnswerTo } from './seen.ts';

const DATA_OCTETS = 16;

/** @throws Inconclusive */
export async function passUdpEcho(wire: Wire): Promise<void> {
  const { tester: source, iut: destination } = (await wire.link()).addresses;
  const { random } = wire.scene;
  const request = udpProbe({ source, destination }, random.octets(DATA_OCTETS), {}, random);
  await wire.send(request.octets);
  if ((await wire.find(isAnswerTo(request))) === undefined) {
    throw new Inconclusive('fence', 'the UDP echo request that was sent afterwards was not answered either');
  }
  await wire.settle();
}

export const udpFences: readonly Fence[] = [
  { name: 'udp-echo', needs: 'udp.echo', pass: (scene) => passUdpEcho(new Wire(scene)) },
];
