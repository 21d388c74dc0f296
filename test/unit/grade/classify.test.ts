/** What becomes of a submission, by how its scenarios and its process ended. */
import { expect, test } from 'vitest';
import type { ReasonCode, Result } from '../../../src/generated/meta/report.ts';
import { classify, type Ended } from '../../../src/grade/trial/classify.ts';
import { IutFault } from '../../../src/harness/outcome.ts';

const CALM = { spent: undefined, memory: false, signal: undefined };

function result(code?: ReasonCode): Result {
  const base = { scenario: 'x', title: 'X', rules: ['RFC1-A'], level: 'MUST' as const };
  return code === undefined
    ? { ...base, verdict: 'pass' }
    : { ...base, verdict: 'fail', reason: { code, text: `was ${code}` } };
}

function outcomeOf(rest: Partial<Ended>): string {
  return classify({ results: [], failed: undefined, warden: CALM, outOfTime: false, ...rest }).outcome;
}

test.each<[string, Partial<Ended>, string]>([
  ['something passed', { results: [result(), result('iut-exited')] }, 'graded'],
  ['something failed on what it answered', { results: [result('unmet'), result('iut-hung')] }, 'graded'],
  ['nothing was judged, for nothing is offered', {}, 'graded'],
  ['its process ended in every scenario', { results: [result('iut-exited'), result('iut-exited')] }, 'crashed'],
  ['mostly it hung', { results: [result('iut-hung'), result('iut-exited'), result('iut-hung')] }, 'timed-out'],
  ['it flooded', { results: [result('iut-flooded')] }, 'output-limit'],
  ['it broke the contract', { results: [result('iut-breach')] }, 'contract-breach'],
  ['it ended for its memory', { results: [result('iut-exited')], warden: { ...CALM, memory: true } }, 'memory'],
  [
    'one scenario took its memory, others went well',
    { results: [result(), result('iut-exited')], warden: { ...CALM, memory: true } },
    'graded',
  ],
  ['its CPU time is spent', { results: [result()], warden: { ...CALM, spent: 'cpu' } }, 'cpu'],
  ['the time is over', { results: [result()], outOfTime: true }, 'timed-out'],
  ['it does not start', { failed: new IutFault('iut-start', 'no', { after: 'iut-exited' }) }, 'refused-to-start'],
  ['it hangs at the start', { failed: new IutFault('iut-start', 'no', { after: 'iut-hung' }) }, 'timed-out'],
  ['it speaks out of turn at the start', { failed: new IutFault('iut-breach', 'no') }, 'contract-breach'],
  ['it floods at the start', { failed: new IutFault('iut-flooded', 'no') }, 'output-limit'],
  [
    'it needs too much memory to start',
    { failed: new IutFault('iut-start', 'no'), warden: { ...CALM, memory: true } },
    'memory',
  ],
])('%s', (_, ended, outcome) => {
  expect(outcomeOf(ended)).toBe(outcome);
});
