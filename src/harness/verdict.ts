/**
 * The lattice of verdicts of ISO 9646 and TTCN-3: none < pass < inconclusive < fail < error; a verdict only worsens.
 * `observed`, the outcome of a MAY, counts for nothing and stands between none and pass.
 */
import type { Verdict } from '../generated/meta/report.ts';

export type { Verdict };

const ORDER: readonly Verdict[] = ['none', 'observed', 'pass', 'inconclusive', 'fail', 'error'];

export function worse(one: Verdict, other: Verdict): Verdict {
  return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}

export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = 'none';
  for (const verdict of verdicts) found = worse(found, verdict);
  return found;
}
