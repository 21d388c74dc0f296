/** Holds a packet back with a probability, so that those sent within that time after it come before it. */
import { type Impairment, PASSED } from '../impairment.ts';
import { type Probability, thresholdOf, wholeNumber } from '../quantity.ts';

/** `hold` in microseconds. */
export function reordering(probability: Probability, hold: number): Impairment {
  const threshold = thresholdOf('a reordering of', probability);
  wholeNumber('a hold of', hold, 1);
  return {
    name: 'reordering',
    open: (draws) => (flight, now) =>
      draws(flight).uint32() < threshold ? { kind: 'delayed', until: now + hold } : PASSED,
  };
}
