/**
 * Why a stack on a TUN device cannot be judged as things are, and what to do, in one phrase. The kernel must have no part
 * in it: an answer of its own would be taken for the stack's, or reach the stack unasked.
 */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import type { Description } from '../../../linux/interfaces.ts';
import { INTERFACES } from '../../topology.ts';

const [{ mtu: LEAST_MTU }] = INTERFACES;

/** What is asked of the machine beside the interface. */
export interface Surroundings {
  readonly forwards: boolean;
  /** The kernel's IPv4 addresses, on any interface. */
  readonly addresses: readonly string[];
}

export function obstacle(
  name: string,
  { isBare, isUp, isRunning, address, mtu }: Description,
  { forwards, addresses }: Surroundings,
): string | undefined {
  if (!isBare) return `${name} is no TUN device: a TAP or Ethernet device has a link layer, and would need ARP`;
  if (!isUp) return `${name} is down; ip link set ${name} up`;
  if (!isRunning) return `no program has ${name} open; start the stack first`;
  if (address !== undefined) {
    return `the kernel has the address ${address} on ${name} and would answer too; ip address flush dev ${name}`;
  }
  const own = addresses.find((each) => /^198\.1[89]\./.test(each));
  if (own !== undefined) return `the kernel has the address ${own}, which is one of the tester's network; take it away`;
  if (forwards) {
    return `the kernel forwards what comes from ${name}; echo 0 > ${forwardingOf(name)}`;
  }
  if (mtu < LEAST_MTU) return `${name} has an MTU of ${mtu}; ip link set ${name} mtu ${LEAST_MTU}`;
  return undefined;
}

/** Of the network namespace that the calling thread is in. */
export function surroundingsOf(name: string): Surroundings {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return {
    forwards: readFileSync(forwardingOf(name), 'utf8').trim() !== '0',
    addresses: all.filter(({ family }) => family === 'IPv4').map(({ address }) => address),
  };
}

function forwardingOf(name: string): string {
  return `/proc/sys/net/ipv4/conf/${name}/forwarding`;
}
