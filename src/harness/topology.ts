/**
 * The one small network that every link has: the implementation stands with interface 0 in 198.18.0.0/16 and interface 1
 * in 198.19.0.0/16 (RFC 2544's block for measurements, so no real network is met). A scenario's tester and the address
 * that lies behind interface 1 end in the same 16 bits, which tell the scenarios' datagrams apart at either interface.
 */
import type { LinkSurface } from './surface.ts';

export type Addresses = LinkSurface['addresses'];

/** The implementation's interfaces, by index. */
export const INTERFACES = [
  { address: '198.18.0.1', prefix: 16, mtu: 1500 },
  { address: '198.19.0.1', prefix: 16, mtu: 1500 },
] as const;

/** All ends but .0.0 (the network), .0.1 (the implementation) and .255.255 (broadcast). */
export const ADDRESS_COUNT = 2 ** 16 - 3;

/** @throws RangeError unless `index` is an integer in [0, ADDRESS_COUNT). */
export function addressesAt(index: number): Addresses {
  if (!Number.isInteger(index) || index < 0 || index >= ADDRESS_COUNT) {
    throw new RangeError(`no scenario address ${index}: there are ${ADDRESS_COUNT}`);
  }
  const ends = index + 2;
  const end = `${ends >> 8}.${ends & 255}`;
  return { iut: INTERFACES[0].address, tester: `198.18.${end}`, beyond: `198.19.${end}` };
}

/**
 * Addresses for seats that have a host of their own: the free ones nearest after `wanted`, so that a scenario gets the
 * same ones whoever runs beside it, and others when it is looked at again. Begins anew once all are used.
 */
export function addressSource(): (wanted: number) => Addresses {
  const used = new Set<number>();
  return (wanted) => {
    if (used.size === ADDRESS_COUNT) used.clear();
    let index = Math.abs(Math.trunc(wanted)) % ADDRESS_COUNT;
    while (used.has(index)) index = (index + 1) % ADDRESS_COUNT;
    used.add(index);
    return addressesAt(index);
  };
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
