/**
 * What the benchmark yields. Ratios only: absolute times belong to one machine on one day. A ratio is how many times as
 * fast as the peer we are, so it reads the same way in every row: above 1 we are ahead, 0.25 means that the peer takes a
 * quarter of our time.
 */
import type { Pace } from './pace.ts';

export interface Row {
  readonly work: string;
  /** What of ours did the work. */
  readonly ours: string;
  readonly peer: string;
  /** The peer's time over ours, median over all rounds; three significant digits. */
  readonly ratio: number;
  /** What the middle four fifths of the rounds lie between. */
  readonly spread: readonly [number, number];
  /** The least ratio that is asked, and how it was put: `>= 0.25 (at most 4 x C)`. */
  readonly goal: string;
  readonly met: boolean;
}

/** The least ratio that is asked, and how it was put where that is not the same: `at most 4 x C`. */
export interface Goal {
  readonly atLeast: number;
  readonly asks?: string;
}

/** Rows that are measured in one interleaved run. */
export interface Group {
  /** For `--only`. */
  readonly name: string;
  /** @throws Unmeasured when this machine lacks something */
  measure(pace: Pace): Promise<Row[]>;
}

/** A group that cannot be measured here; the message says what is missing. */
export class Unmeasured extends Error {
  override readonly name = 'Unmeasured';
}

/** The contenders do not agree on the result, so no time of theirs means anything. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

export interface Pair {
  readonly work: string;
  readonly ours: string;
  readonly peer: string;
  readonly goal: Goal;
}

/** A row out of the times of one run, by contender; entry n of each was taken in round n. */
export function compare({ work, ours, peer, goal }: Pair, times: ReadonlyMap<string, readonly number[]>): Row {
  const own = times.get(ours)!;
  const ratios = times.get(peer)!.map((time, round) => time / own[round]!);
  const ratio = quantile(ratios, 0.5);
  return {
    work,
    ours,
    peer,
    ratio: Number(ratio.toPrecision(3)),
    spread: [Number(quantile(ratios, 0.1).toPrecision(3)), Number(quantile(ratios, 0.9).toPrecision(3))],
    goal: `>= ${Number(goal.atLeast.toPrecision(3))}${goal.asks === undefined ? '' : ` (${goal.asks})`}`,
    met: ratio >= goal.atLeast,
  };
}

/** The value below which `share` of `values` lie, interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}
