/**
 * What a whole proof came to, small enough to be kept: which suite it was of, what the reference passed, of which rules
 * all mutants were killed there. The site's numbers are read from it (fixtures/reports/record.json), never typed by hand.
 */
import type { Proof } from '../generated/meta/proof.ts';
import type { Report } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';

export interface ProofRecord {
  /** Digest of the suite. */
  readonly suite: string;
  readonly version: string;
  readonly reference: { readonly scenarios: number; readonly passed: number };
  readonly proof: {
    /** Rules of which there are mutants, and all of them failed at the rule. */
    readonly killed: readonly string[];
    /** Rules with a mutant that did not. */
    readonly alive: readonly string[];
  };
}

/** `report` is the reference's, by the same suite. */
export function recordOf(suite: Suite, report: Report, { rules }: Proof): ProofRecord {
  const tried = rules.filter(({ mutants }) => mutants.length > 0);
  const isKilled = ({ mutants }: Proof['rules'][number]): boolean => mutants.every(({ atRule }) => atRule);
  return {
    suite: suite.digest,
    version: suite.version,
    reference: { scenarios: suite.scenarios.length, passed: report.summary.scenarios.pass },
    proof: {
      killed: tried.filter(isKilled).map(({ id }) => id),
      alive: tried.filter((rule) => !isKilled(rule)).map(({ id }) => id),
    },
  };
}
