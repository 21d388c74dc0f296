/** Which interface of which node leads where: the links of a network, taken apart into their directions. */
import { type Direction, openDirection } from './direction.ts';
import { type Impairment, LOST } from './impairment.ts';

export interface LinkEnd {
  readonly node: string;
  readonly interface: number;
}

export interface LinkConfig {
  readonly ends: readonly [LinkEnd, LinkEnd];
  /** What befalls packets from the first end to the second, in this order; nothing when left out. */
  readonly there?: readonly Impairment[];
  /** And from the second to the first; like `there` when left out. */
  readonly back?: readonly Impairment[];
}

/** Where a node's packets leave it. */
export interface Port extends Direction {
  readonly from: LinkEnd;
  /** Undefined where there is no link. */
  readonly to: LinkEnd | undefined;
  /** Packets sent so far. */
  sent: number;
}

/** Throws a RangeError for a link to nowhere, or two at one interface. */
export function openPorts(nodes: ReadonlySet<string>, links: readonly LinkConfig[], seed: number): Map<string, Port[]> {
  const ports = new Map<string, Port[]>([...nodes].map((node) => [node, []]));
  const open = (from: LinkEnd, to: LinkEnd, impairments: readonly Impairment[]): void => {
    const own = ports.get(from.node);
    if (own === undefined) throw new RangeError(`a link ends at ${from.node}, which is no node`);
    if (own[from.interface] !== undefined) throw new RangeError(`two links end at ${nameOf(from)}`);
    const direction = openDirection(`${nameOf(from)}>${nameOf(to)}`, impairments, seed);
    own[from.interface] = { ...direction, from, to, sent: 0 };
  };
  for (const { ends, there = [], back = there } of links) {
    open(ends[0], ends[1], there);
    open(ends[1], ends[0], back);
  }
  return ports;
}

/** An interface that no link leads away from: what is sent there is lost. */
export function openLoosePort(from: LinkEnd): Port {
  return { path: `${nameOf(from)}>`, names: ['no link'], stages: [() => LOST], from, to: undefined, sent: 0 };
}

function nameOf(end: LinkEnd): string {
  return `${end.node}.${end.interface}`;
}
