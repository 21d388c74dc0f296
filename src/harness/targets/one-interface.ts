/** What a seat has of a stack that is reached by its interface 0 alone, in real time: a link, and no other surface. */
import { type Interval, microseconds, point } from '../interval.ts';
import { Unsupported } from '../outcome.ts';
import type { Arrival, LinkSurface, Surfaces } from '../surface.ts';
import type { Addresses } from '../topology.ts';

interface Way {
  send(datagram: Uint8Array): Promise<Interval> | Interval;
  receive(within: number): Promise<Arrival | undefined>;
}

export function linkBy(way: Way, addresses: Addresses): LinkSurface {
  return {
    addresses,
    send: async (datagram, into = 0) => {
      if (into !== 0) throw new Unsupported('a second interface');
      return way.send(datagram);
    },
    receive: (within) => way.receive(within),
    now: () => point(microseconds()),
  };
}

/** @throws Unsupported for any surface but the link */
export function onlyLink<Name extends keyof Surfaces>(name: Name, link: LinkSurface): Surfaces[Name] {
  if (name !== 'link') throw new Unsupported(`a ${name} to be reached without a network`);
  return link as Surfaces[Name];
}
