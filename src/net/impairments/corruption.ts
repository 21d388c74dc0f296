/** Inverts one bit of a packet with a probability; every bit is as likely. */
import { type Impairment, PASSED } from '../impairment.ts';
import { type Probability, thresholdOf } from '../quantity.ts';

export function corruption(probability: Probability): Impairment {
  const threshold = thresholdOf('a corruption of', probability);
  return {
    name: 'corruption',
    open: (draws) => (flight) => {
      const numbers = draws(flight);
      if (numbers.uint32() >= threshold || flight.octets.length === 0) return PASSED;
      return { kind: 'corrupted', bit: numbers.below(flight.octets.length * 8) };
    },
  };
}
