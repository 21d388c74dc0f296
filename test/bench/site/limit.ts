/** A row that is held to a limit and has no peer: how many times our figure goes into what was asked. */
import { quantile, type Row } from '../row.ts';

interface Limit {
  readonly work: string;
  readonly ours: string;
  /** In words: `5 s`. */
  readonly peer: string;
  readonly most: number;
}

/** `figures` are those of every round, in the unit of `most`. */
export function withinLimit({ work, ours, peer, most }: Limit, figures: readonly number[]): Row {
  const ratios = figures.map((figure) => most / figure);
  const [low, ratio, high] = [0.1, 0.5, 0.9].map((share) => Number(quantile(ratios, share).toPrecision(3)));
  return { work, ours, peer, ratio: ratio!, spread: [low!, high!], goal: `>= 1 (at most ${peer})`, met: ratio! >= 1 };
}
