/** Every packet takes as long: the length of the cable. Order is kept. */
import type { Impairment } from '../impairment.ts';
import { wholeNumber } from '../quantity.ts';

/** In microseconds. */
export function delay(time: number): Impairment {
  wholeNumber('a delay of', time);
  return { name: 'delay', open: () => (_, now) => ({ kind: 'delayed', until: now + time }) };
}
