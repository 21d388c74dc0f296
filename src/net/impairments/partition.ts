/**
 * A cut for a time. Last in a list it loses whatever is on the link at any moment of the cut, as when a cable is
 * pulled; first, only what is sent meanwhile. For one direction alone, it stands in that direction's list.
 */
import { type Impairment, LOST, PASSED } from '../impairment.ts';
import { wholeNumber } from '../quantity.ts';

export interface Cut {
  /** The first microsecond of the cut. */
  readonly from: number;
  /** The first microsecond after it; Infinity for good. */
  readonly until: number;
}

export function partition({ from, until }: Cut): Impairment {
  wholeNumber('a partition from', from);
  if (until !== Infinity) wholeNumber('a partition until', until, from);
  return {
    name: 'partition',
    open:
      () =>
      ({ sentAt }, now) =>
        sentAt < until && now >= from ? LOST : PASSED,
  };
}
