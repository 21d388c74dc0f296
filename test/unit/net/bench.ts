/** Two nodes that only listen, a and b, on one link; packets go from a to b. */
import type { Impairment } from '../../../src/net/impairment.ts';
import { Network, type TraceEvent } from '../../../src/net/index.ts';
import type { Node } from '../../../src/net/node.ts';

export const PATH = 'a.0>b.0';

export interface Line {
  readonly network: Network;
  /** What b got, and when. */
  readonly got: { readonly at: number; readonly octets: readonly number[] }[];
  send(octets: readonly number[], at: number): void;
}

export const listener = (take: (now: number, octets: Uint8Array) => void = () => {}): Node => ({
  step: (now, inputs) => {
    for (const { datagram } of inputs) take(now, datagram);
    return { outputs: [], wakeAt: undefined };
  },
});

export function line(impairments: readonly Impairment[], seed = 1): Line {
  const got: Line['got'] = [];
  const network = new Network({
    seed,
    nodes: { a: listener(), b: listener((at, octets) => got.push({ at, octets: [...octets] })) },
    links: [
      {
        ends: [
          { node: 'a', interface: 0 },
          { node: 'b', interface: 0 },
        ],
        there: impairments,
      },
    ],
  });
  const send: Line['send'] = (octets, at) => network.send('a', { datagram: Uint8Array.from(octets), interface: 0 }, at);
  return { network, got, send };
}

/** `count` packets of `length` octets, the first two of which number them, one each `apart` microseconds. */
export function sendMany({ send }: Line, count: number, apart = 1, length = 2): void {
  for (let number = 0; number < count; number += 1) {
    const octets = [number >> 8, number & 255, ...new Array<number>(length - 2).fill(0xaa)];
    send(octets, number * apart);
  }
}

export const numberOf = ([high = 0, low = 0]: readonly number[]): number => (high << 8) | low;

export function only<What extends TraceEvent['what']>(
  { network }: Line,
  what: What,
): Extract<TraceEvent, { what: What }>[] {
  return network.trace.filter((event): event is Extract<TraceEvent, { what: What }> => event.what === what);
}

/** The numbers of the packets that met `what`, without copies. */
export function packets(one: Line, what: TraceEvent['what']): number[] {
  return only(one, what)
    .filter(({ copy }) => copy === 0)
    .map(({ packet }) => packet);
}
