/** Outcomes and standings in a reader's words. */
import type { Outcome } from '../../generated/meta/grade-record.ts';
import type { Standing } from '../marks/score.ts';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  graded: 'graded',
  'not-submitted': 'nothing was submitted that can be run',
  'build-failed': 'it does not build',
  'refused-to-start': 'it does not start',
  crashed: 'it crashes',
  'timed-out': 'it does not answer in time',
  cpu: 'it needs too much CPU time',
  memory: 'it needs too much memory',
  'output-limit': 'it writes too much',
  'contract-breach': 'it does not keep to the contract',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  passed: 'passed',
  partly: 'passed in part',
  failed: 'failed',
  flaky: 'flaky: not the same each time',
  unsupported: 'not offered',
  inconclusive: 'could not be judged',
  'not-judged': 'not judged',
};
