/** Where a datagram leaves: the longest prefix among connected networks and given routes (RFC 1812 section 5.2.4.3). */
import { maskOf } from './address.ts';
import type { HostConfig } from './config.ts';

export interface Hop {
  readonly interface: number;
  /** Who gets it on that interface's network: a gateway, or the destination itself. */
  readonly next: number;
}

/** The way toward a destination, or undefined when no route leads there. */
export type FindRoute = (destination: number) => Hop | undefined;

export function routes({ interfaces, routes: given }: HostConfig): FindRoute {
  const connected = interfaces.map(({ address, prefix }, index) => ({
    destination: address,
    prefix,
    interface: index,
    gateway: undefined,
  }));
  const table = [...connected, ...given]
    .map((route) => ({ ...route, mask: maskOf(route.prefix) }))
    .sort((one, other) => other.prefix - one.prefix);
  return (destination) => {
    const route = table.find((each) => ((destination ^ each.destination) & each.mask) === 0);
    return route && { interface: route.interface, next: route.gateway ?? destination };
  };
}
