/** The verdicts of repetitions that did not agree, in words. */
import type { Result } from '../../generated/meta/report.ts';

/** `pass 19 times, fail once` */
export function runsInWords(runs: readonly Result['verdict'][]): string {
  const counts = new Map<string, number>();
  for (const verdict of runs) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${verdict} ${count === 1 ? 'once' : `${count} times`}`).join(', ');
}
