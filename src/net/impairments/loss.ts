/** Loses each packet with the same probability, whatever became of the others. */
import { type Impairment, LOST, PASSED } from '../impairment.ts';
import { type Probability, thresholdOf } from '../quantity.ts';

export function loss(probability: Probability): Impairment {
  const threshold = thresholdOf('a loss of', probability);
  return { name: 'loss', open: (draws) => (flight) => (draws(flight).uint32() < threshold ? LOST : PASSED) };
}
