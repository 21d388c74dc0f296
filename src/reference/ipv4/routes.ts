/** Where a datagram leaves: the longest prefix among connected networks and given routes (RFC 1812 section 5.2.4.3). */
import { maskOf } from './address.ts';
import type { HostConfig } from './config.ts';

/** The interface toward a destination, or undefined when no route leads there. */
export type FindRoute = (destination: number) => number | undefined;

export function routes({ interfaces, routes: given }: HostConfig): FindRoute {
  const connected = interfaces.map(({ address, prefix }, index) => ({
    destination: address,
    prefix,
    interface: index,
  }));
  const table = [...connected, ...given]
    .map((route) => ({ ...route, mask: maskOf(route.prefix) }))
    .sort((one, other) => other.prefix - one.prefix);
  return (destination) => table.find((route) => ((destination ^ route.destination) & route.mask) === 0)?.interface;
}
