/**
 * How network address translators differ, in the terms of RFC 4787: what a mapping depends on (section 4.1), what may come
 * back through it (section 5), which port it gets (section 4.2), how long it lasts (section 4.3), and whether two hosts behind
 * one translator meet by its outer address (section 6).
 */
import type { Endpoint, Transport } from './packet.ts';
import { keyOf } from './packet.ts';

/** On what of the remote end a mapping, or a permission to come back, depends. */
export type Dependence = 'endpoint-independent' | 'address-dependent' | 'address-and-port-dependent';

export const DEPENDENCES: readonly Dependence[] = [
  'endpoint-independent',
  'address-dependent',
  'address-and-port-dependent',
];

export interface NatBehaviour {
  readonly mapping: Dependence;
  readonly filtering: Dependence;
}

/** Each mapping with each filtering. */
export const NAT_BEHAVIOURS: readonly NatBehaviour[] = DEPENDENCES.flatMap((mapping) =>
  DEPENDENCES.map((filtering) => ({ mapping, filtering })),
);

/**
 * `preserving`: the inside port where it is free, else one of the same range (REQ-3). `overloading`: the inside port though it
 * is taken, which REQ-3 forbids and some do. `sequential` and `random`: as they say.
 */
export type PortAssignment = 'preserving' | 'overloading' | 'sequential' | 'random';

export interface NatConfig extends NatBehaviour {
  /** Outer addresses, dotted; one at least. */
  readonly addresses: readonly string[];
  /** Whether an inside host keeps one outer address (`paired`, REQ-2) or gets any of them for each mapping. */
  readonly pooling?: 'paired' | 'arbitrary';
  readonly ports?: PortAssignment;
  /** Microseconds that a mapping lasts unused; five minutes when left out (REQ-5). */
  readonly lasts?: number;
  /** What keeps a mapping alive beside outbound packets (REQ-6). */
  readonly inboundRefreshes?: boolean;
  /** REQ-9; from the sender's outer address. */
  readonly hairpins?: boolean;
  /** Transports that it lets nothing of through. */
  readonly blocks?: readonly Transport[];
  readonly seed: number;
}

/** As much of the remote end as the behaviour looks at. */
export function partOf(dependence: Dependence, remote: Endpoint): string {
  switch (dependence) {
    case 'endpoint-independent':
      return '';
    case 'address-dependent':
      return remote.address;
    case 'address-and-port-dependent':
      return keyOf(remote);
    default:
      return dependence satisfies never;
  }
}
