/**
 * What became of a submission that was run. It is graded as soon as anything of it could be judged on what it answered;
 * where its process only ever failed, or a budget ran out, it is not gradable, and the outcome says why.
 */
import type { Outcome, Part } from '../../generated/meta/grade-record.ts';
import type { ReasonCode, Result } from '../../generated/meta/report.ts';
import type { IutFault } from '../../harness/outcome.ts';
import type { Spent, Warden } from '../sandbox/warden.ts';

export interface Ended {
  readonly results: readonly Result[];
  /** It never started. */
  readonly failed: IutFault | undefined;
  readonly warden: Pick<Warden, 'spent' | 'memory' | 'signal'>;
  /** The time for all scenarios was over. */
  readonly outOfTime: boolean;
}

const SPENT_WORDS: Readonly<Record<Spent, string>> = {
  cpu: 'used up its CPU time',
  'output-limit': 'wrote more than it may',
  'timed-out': 'failed to answer in time again and again',
};

/** Standard error of a submission that is kept where it never started. */
const LOG = 4096;

export function classify(ended: Ended): Pick<Part, 'outcome' | 'text' | 'log'> {
  const { results, failed, warden, outOfTime } = ended;
  if (warden.spent !== undefined) return { outcome: warden.spent, text: SPENT_WORDS[warden.spent] };
  if (failed !== undefined) {
    const outcome = warden.memory ? 'memory' : startOutcome(failed);
    return { outcome, text: failed.message, ...(failed.stderr === '' ? {} : { log: failed.stderr.slice(-LOG) }) };
  }
  if (outOfTime) return { outcome: 'timed-out', text: 'the time for all scenarios was over' };
  const judged = results.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const faults = judged.filter(({ reason }) => reason?.code.startsWith('iut-'));
  if (judged.length === 0 || faults.length < judged.length) return { outcome: 'graded' };
  if (warden.memory) return { outcome: 'memory', text: faults[0]!.reason!.text };
  const code = commonest(faults.map(({ reason }) => reason!.code));
  const text = faults.find(({ reason }) => reason!.code === code)!.reason!.text;
  return { outcome: faultOutcome(code), text };
}

function startOutcome({ code, after }: IutFault): Outcome {
  if (code === 'iut-breach') return 'contract-breach';
  if (code === 'iut-flooded') return 'output-limit';
  return after === 'iut-hung' ? 'timed-out' : 'refused-to-start';
}

function faultOutcome(code: ReasonCode): Outcome {
  switch (code) {
    case 'iut-hung':
      return 'timed-out';
    case 'iut-flooded':
      return 'output-limit';
    case 'iut-breach':
      return 'contract-breach';
    case 'iut-start':
      return 'refused-to-start';
    default:
      return 'crashed';
  }
}

function commonest<Value extends string>(values: readonly Value[]): Value {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, times], [other, others]) => others - times || (one < other ? -1 : 1))[0]![0];
}
