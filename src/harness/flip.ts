/** A flip: repetitions of one scenario that came to different verdicts, for a reason that nobody has declared. */
import type { Result } from '../generated/meta/report.ts';

export function isFlip({ runs, deviation }: Result): boolean {
  return runs !== undefined && !deviation?.sometimes;
}
