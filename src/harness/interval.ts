/**
 * Time as the tester knows it: an interval [earliest, latest] in microseconds, a point in virtual time. A limit is only
 * broken when the whole interval lies beyond it; where the interval straddles the limit nobody can say, and the verdict
 * is inconclusive.
 */
export interface Interval {
  readonly earliest: number;
  readonly latest: number;
}

export type Within = 'inside' | 'outside' | 'unsure';

/** The real clock of targets in real time: from the start of this process, never set back. */
export function microseconds(): number {
  return performance.now() * 1000;
}

export function point(at: number): Interval {
  return { earliest: at, latest: at };
}

/** How long from `from` to `to`, as an interval. */
export function elapsed(from: Interval, to: Interval): Interval {
  return { earliest: Math.max(0, to.earliest - from.latest), latest: to.latest - from.earliest };
}

/** Whether a duration lies in the legal window [atLeast, atMost]; microseconds all. */
export function within(duration: Interval, atLeast: number, atMost: number): Within {
  if (duration.latest < atLeast || duration.earliest > atMost) return 'outside';
  return duration.earliest >= atLeast && duration.latest <= atMost ? 'inside' : 'unsure';
}
