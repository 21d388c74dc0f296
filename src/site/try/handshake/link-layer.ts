/**
 * The network of the playground: what the reader's controls say at the moment, as impairments of the seeded network. The
 * fixed delay comes last, so that when a segment arrives is known as soon as it is not held back any more.
 */
import type { Flight, Impairment, Stage } from '../../../net/impairment.ts';
import { LOST, PASSED } from '../../../net/impairment.ts';
import { delay, duplication, loss, reordering } from '../../../net/index.ts';
import type { Conditions } from './script.ts';

/** A segment that is held back is overtaken by what is sent within this part of the delay. */
const HOLD = 1.5;
/** A copy takes another way, which is longer. */
const DETOUR = 0.6;

/** Microseconds. */
export function delayOf({ delay: milliseconds }: Conditions): number {
  return milliseconds * 1000;
}

/** `isLost`: whether the reader has taken this copy off the way. */
export function wayUnder(current: () => Conditions, isLost: (flight: Flight) => boolean): readonly Impairment[] {
  return [
    changing('loss', () => loss(current().loss / 100)),
    changing('duplication', () => duplication(current().duplication / 100)),
    changing('reordering', () => reordering(current().reordering / 100, Math.round(HOLD * delayOf(current())))),
    changing('delay', ({ copy }) => delay(Math.round(delayOf(current()) * (copy === 0 ? 1 : 1 + DETOUR)))),
    { name: 'you', open: () => (flight) => (isLost(flight) ? LOST : PASSED) },
  ];
}

/** An impairment without a memory, as strong as it is when a packet comes by. */
function changing(name: string, now: (flight: Flight) => Impairment): Impairment {
  return {
    name,
    open:
      (draws, occurrence): Stage =>
      (flight, at) =>
        now(flight).open(draws, occurrence)(flight, at),
  };
}
