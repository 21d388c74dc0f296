/**
 * What a reader has done in the playground, as data: it is all that is needed to see the same again. A network and two
 * hosts that know no chance but the seed's make one history of it.
 */
export type SideName = 'A' | 'B';

/** What a network does to segments. Shares are per cent, times milliseconds. */
export interface Conditions {
  /** One way. */
  readonly delay: number;
  readonly loss: number;
  readonly reordering: number;
  readonly duplication: number;
}

export const CALLS = ['listen', 'open', 'send', 'read', 'close', 'abort', 'restart', 'reads', 'waits'] as const;
export type CallName = (typeof CALLS)[number];

export type Deed =
  /** `octets`: of a send. `reads` and `waits` say whether its user takes in at once what comes. */
  | { readonly kind: 'call'; readonly side: SideName; readonly call: CallName; readonly octets?: number }
  /** The segment of this number that a side has sent, and which copy of it. */
  | { readonly kind: 'lose'; readonly side: SideName; readonly packet: number; readonly copy: number }
  | { readonly kind: 'conditions'; readonly conditions: Conditions };

export type Action = Deed & {
  /** Microseconds; what the network does at the same moment comes first. */
  readonly at: number;
};

export interface Script {
  readonly seed: number;
  readonly conditions: Conditions;
  /** Octets that each side holds for a user who does not read: its largest window. */
  readonly buffer: number;
  /** In the order of time. */
  readonly actions: readonly Action[];
}

export const CALM: Conditions = { delay: 50, loss: 0, reordering: 0, duplication: 0 };

/** What a control offers, and a link may ask for. */
export const BOUNDS = {
  delay: [1, 2000],
  loss: [0, 100],
  reordering: [0, 100],
  duplication: [0, 100],
} as const satisfies Readonly<Record<keyof Conditions, readonly [number, number]>>;

export const MOST_OCTETS = 60_000;
export const BUFFER = { least: 1024, usual: 16_384, most: 65_535 } as const;
