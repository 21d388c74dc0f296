/**
 * One thing that a link does to packets. A link is a list of impairments that each packet passes in order; each has
 * random numbers of its own, by packet: with one of another name switched on, a packet that still comes here fares as
 * it did before.
 */
import { keyedRandom, type Random, seedFor } from './random.ts';

/** A packet on its way in one direction of a link. Nobody writes to its octets. */
export interface Flight {
  /** Counts from 0 what was sent in this direction. */
  readonly packet: number;
  /** 0 is the original; each duplication that made a copy sets a bit of its own. */
  readonly copy: number;
  readonly octets: Uint8Array;
  /** Microseconds. */
  readonly sentAt: number;
}

export type Fate =
  | { readonly kind: 'passed' }
  /** With an answer, its sender gets that at once. */
  | { readonly kind: 'lost'; readonly answer?: Uint8Array }
  /** Bit 0 is the highest of the first octet. */
  | { readonly kind: 'corrupted'; readonly bit: number }
  /** A copy by this number goes on beside the packet. */
  | { readonly kind: 'duplicated'; readonly copy: number }
  /** Goes on at `until`, in microseconds. */
  | { readonly kind: 'delayed'; readonly until: number };

export const PASSED: Fate = { kind: 'passed' };
export const LOST: Fate = { kind: 'lost' };

/** The random numbers of an impairment for a packet. */
type Draws = (flight: Flight) => Random;

/** Called in the order of time, at which it may be kept. */
export type Stage = (flight: Flight, now: number) => Fate;

export interface Impairment {
  readonly name: string;
  /** Opened once a direction. `occurrence` counts those of the same name before it. */
  open(draws: Draws, occurrence: number): Stage;
}

/** The impairments at work, for a direction whose seed is `seed`. */
export function openStages(impairments: readonly Impairment[], seed: number): readonly Stage[] {
  return impairments.map(({ name, open }, index) => {
    const occurrence = impairments.slice(0, index).filter((before) => before.name === name).length;
    const own = seedFor(seed, `${name} ${occurrence}`);
    return open(({ packet, copy }) => keyedRandom(own, packet, copy), occurrence);
  });
}
