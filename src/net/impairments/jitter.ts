/** Adds to each packet's time something between nothing and a bound. Packets closer than that may change places. */
import type { Impairment } from '../impairment.ts';
import { wholeNumber } from '../quantity.ts';

/** At most `most` microseconds, every whole number of them as likely. */
export function jitter(most: number): Impairment {
  wholeNumber('a jitter of', most);
  return {
    name: 'jitter',
    open: (draws) => (flight, now) => ({ kind: 'delayed', until: now + draws(flight).below(most + 1) }),
  };
}
