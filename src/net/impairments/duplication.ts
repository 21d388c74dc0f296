/** Lets a packet through twice with a probability; what comes later in the list befalls each copy by itself. */
import { type Impairment, PASSED } from '../impairment.ts';
import { type Probability, thresholdOf } from '../quantity.ts';

/** Copies are told apart by one bit a duplication. */
const MOST = 31;

export function duplication(probability: Probability): Impairment {
  const threshold = thresholdOf('a duplication of', probability);
  return {
    name: 'duplication',
    open: (draws, occurrence) => {
      if (occurrence >= MOST) throw new RangeError(`more than ${MOST} duplications on one link`);
      return (flight) => {
        if (draws(flight).uint32() >= threshold) return PASSED;
        return { kind: 'duplicated', copy: flight.copy | (1 << occurrence) };
      };
    },
  };
}
