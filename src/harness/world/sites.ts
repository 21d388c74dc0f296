/**
 * Addresses of the sites of a world, by their number: outer ones in 198.18.0.0/15 (RFC 2544), so that no real network is met,
 * inner ones in 10.0.0.0/8 (RFC 1918).
 */
import type { Gateway } from '../../net/nat/gateway.ts';

export interface Sited {
  readonly gateway: Gateway;
  /** The host's own addresses, inside. */
  readonly addresses: readonly string[];
}

/** As many of each to a site. */
const MOST_ADDRESSES = 4;
const MOST_SITES = 2 ** 17 / MOST_ADDRESSES - 1;

/** @throws RangeError when there are no more */
export function addressesOf(site: number, count: number): { readonly outer: string[]; readonly inner: string[] } {
  if (site >= MOST_SITES || count > MOST_ADDRESSES) throw new RangeError(`no ${count} addresses for site ${site}`);
  const numbers = Array.from({ length: count }, (_, index) => (site + 1) * MOST_ADDRESSES + index);
  const tail = (number: number): string => `${(number >> 8) & 255}.${number & 255}`;
  return {
    outer: numbers.map((number) => `198.${18 + (number >> 16)}.${tail(number)}`),
    inner: numbers.map((number) => `10.${number >> 16}.${tail(number)}`),
  };
}
