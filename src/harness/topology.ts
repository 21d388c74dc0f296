/**
 * The one small network that every link has, in the quarters of 198.18.0.0/15 (RFC 2544's block for measurements, so no
 * real network is met): the implementation stands with an interface in each of the first three, and no route leads to
 * the last. A scenario's addresses in all of them end in the same 15 bits, which tell the scenarios' datagrams apart at
 * every interface.
 */
import type { LinkSurface } from './surface.ts';

export type Addresses = LinkSurface['addresses'];

/** The implementation's interfaces, by index. */
export const INTERFACES = [
  { address: '198.18.0.1', prefix: 17, mtu: 1500 },
  { address: '198.18.128.1', prefix: 17, mtu: 1500 },
  // The least that a link may carry: RFC 791 section 3.2.
  { address: '198.19.0.1', prefix: 17, mtu: 68 },
] as const;

/** Where a datagram goes that is for all on the network of interface 0, and the address that stands for that network. */
const BROADCAST = '198.18.127.255';
const NETWORK = '198.18.0.0';

/** All ends but .0.0 (the network), .0.1 (the implementation) and .127.255 (broadcast). */
export const ADDRESS_COUNT = 2 ** 15 - 3;

/** @throws RangeError unless `index` is an integer in [0, ADDRESS_COUNT). */
export function addressesAt(index: number): Addresses {
  if (!Number.isInteger(index) || index < 0 || index >= ADDRESS_COUNT) {
    throw new RangeError(`no scenario address ${index}: there are ${ADDRESS_COUNT}`);
  }
  const [high, low] = [(index + 2) >> 8, (index + 2) & 255];
  return {
    iut: INTERFACES[0].address,
    iutBeyond: INTERFACES[1].address,
    tester: `198.18.${high}.${low}`,
    beyond: `198.18.${high + 128}.${low}`,
    narrow: `198.19.${high}.${low}`,
    nowhere: `198.19.${high + 128}.${low}`,
    broadcast: BROADCAST,
    network: NETWORK,
  };
}

/**
 * Addresses for a seat that has a host of its own, which nobody else speaks with: the same for the same seed, whoever runs
 * beside it or in which shard.
 */
export function addressesFor(seed: number): Addresses {
  return addressesAt(Math.abs(Math.trunc(seed)) % ADDRESS_COUNT);
}

let taken = 0;

/**
 * Addresses that this process has not used before, for implementations that remember who they have spoken with.
 *
 * @throws RangeError when all are used up
 */
export function nextAddresses(): Addresses {
  const addresses = addressesAt(taken);
  taken += 1;
  return addresses;
}
