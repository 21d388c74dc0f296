import { expect, test } from 'vitest';
import type { Result } from '../../../src/generated/meta/report.ts';
import { assemble, type Deviation, type RunFacts } from '../../../src/harness/assemble.ts';
import { merge } from '../../../src/harness/merge.ts';
import { scenario, suiteOf } from './fake.ts';

const suite = suiteOf(scenario('a'), scenario('b'));

function result(id: string, verdict: Result['verdict'], changes: Partial<Result> = {}): Result {
  return {
    scenario: id,
    title: id,
    rules: [`RFC1-${id.toUpperCase().slice(0, 1)}`],
    level: 'MUST',
    verdict,
    ...changes,
  };
}

function report(rounds: Result[][], changes: Partial<RunFacts> = {}) {
  return assemble({
    suite,
    target: { spec: 'fake', name: 'fake', capabilities: [], clock: 'virtual' },
    options: { seed: 1, level: 'must', repeat: rounds.length },
    deviations: [],
    rounds,
    interrupted: false,
    ...changes,
  });
}

const should = { level: 'SHOULD' } as const;

test.each<[string, Result[], Partial<RunFacts>, number]>([
  ['all pass', [result('a', 'pass')], {}, 0],
  ['a MUST fails', [result('a', 'fail')], {}, 1],
  ['a FORMAT fails', [result('a', 'fail', { level: 'FORMAT' })], {}, 1],
  ['a SHOULD fails', [result('a', 'fail', should)], {}, 0],
  ['a SHOULD fails and counts', [result('a', 'fail', should)], { options: { seed: 1, level: 'should', repeat: 1 } }, 1],
  ['inconclusive', [result('a', 'pass'), result('b', 'inconclusive')], {}, 0],
  [
    'inconclusive counts',
    [result('a', 'pass'), result('b', 'inconclusive')],
    { options: { seed: 1, level: 'all', repeat: 1 } },
    1,
  ],
  ['an error outranks a failure', [result('a', 'fail'), result('b', 'error')], {}, 3],
  ['nothing judged', [result('a', 'inconclusive'), result('b', 'none')], {}, 3],
  ['something of each rule left open', [result('a1', 'pass'), result('a2', 'inconclusive')], {}, 3],
  ['stopped before its end', [result('a', 'pass')], { interrupted: true }, 3],
  ['stopped, but failed before', [result('a', 'fail')], { interrupted: true }, 1],
  ['only a MAY observed', [result('a', 'observed')], {}, 3],
])('exit status, %s', (_, results, changes, exit) => {
  expect(report([results], changes).summary.exit).toBe(exit);
});

test('a profile that requires a capability not offered does not conform', () => {
  const demanding = { ...suite, profiles: [{ name: 'p', title: 'P', rules: [], requires: ['fake.x'] }] };
  const options = { seed: 1, level: 'must', repeat: 1, profile: 'p' } as const;
  expect(report([[result('a', 'pass')]], { suite: demanding, options }).summary.exit).toBe(1);
});

const deviation: Deviation = { rule: 'RFC1-A', why: 'known and adjudicated' };

test('a declared deviation still fails, and does not count', () => {
  const { summary, results } = report([[result('a', 'fail'), result('b', 'pass')]], { deviations: [deviation] });
  expect(results[0]).toMatchObject({ verdict: 'fail', deviation });
  expect(summary).toMatchObject({ exit: 0, declared: 1 });
});

test('a deviation that no longer fails is stale, and red', () => {
  const { summary, stale } = report([[result('a', 'pass')]], { deviations: [deviation] });
  expect(stale).toEqual([deviation]);
  expect(summary.exit).toBe(1);
});

test('one that shows sometimes is neither stale nor a flip', () => {
  const sometimes: Deviation = { ...deviation, sometimes: true };
  expect(report([[result('a', 'pass')]], { deviations: [sometimes] })).toMatchObject({
    summary: { exit: 0, flips: 0 },
  });
  const rounds = [[result('a', 'pass')], [result('a', 'fail')]];
  expect(report(rounds, { deviations: [sometimes] })).toMatchObject({ summary: { exit: 0, declared: 1, flips: 0 } });
  expect(report(rounds, { deviations: [deviation] }).summary.flips).toBe(1);
});

test('a deviation of which something could not be judged is not stale', () => {
  const { stale } = report([[result('a', 'pass'), result('another', 'inconclusive')]], { deviations: [deviation] });
  expect(stale).toBeUndefined();
});

test('a deviation whose rule was not judged is not stale', () => {
  const { stale } = report([[result('a', 'none'), result('b', 'pass')]], { deviations: [deviation] });
  expect(stale).toBeUndefined();
});

test('a deviation of one scenario excuses no other', () => {
  const one = { ...deviation, scenario: 'a/x' };
  expect(report([[result('a/x', 'fail'), result('a/y', 'fail')]], { deviations: [one] }).summary).toMatchObject({
    exit: 1,
    declared: 1,
  });
});

test('repetitions fold into the worst verdict, and flips are counted', () => {
  const { results, summary } = report([
    [result('a', 'pass'), result('b', 'pass')],
    [result('a', 'fail'), result('b', 'pass')],
  ]);
  expect(results[0]).toMatchObject({ verdict: 'fail', runs: ['pass', 'fail'] });
  expect(results[1]?.runs).toBeUndefined();
  expect(summary).toMatchObject({ flips: 1, exit: 1 });
});

test('a rule is as bad as its worst scenario; results are sorted by id', () => {
  const { summary, results } = report([[result('a/2', 'fail'), result('a/1', 'pass'), result('b', 'pass')]]);
  expect(summary.rules).toMatchObject({ fail: 1, pass: 1 });
  expect(results.map(({ scenario }) => scenario)).toEqual(['a/1', 'a/2', 'b']);
});

test('shards merge into what one run would have found', () => {
  const options = (shard: string) => ({ seed: 1, level: 'must', repeat: 1, shard }) as const;
  const one = report([[result('a', 'pass')]], { options: options('1/2') });
  const two = report([[result('b', 'fail')]], { options: options('2/2') });
  const whole = report([[result('a', 'pass'), result('b', 'fail')]]);
  expect(merge([one, two], suite, ['1.json', '2.json'])).toEqual(whole);
  expect(merge([two, one], suite, ['2.json', '1.json'])).toEqual(whole);
});

test('reports that do not belong together are refused by name', () => {
  const one = report([[result('a', 'pass')]]);
  expect(() => merge([one, one], suite, ['1.json', '2.json'])).toThrow('a stands in 1.json and in 2.json');
  const other = { ...one, suite: { ...one.suite, digest: 'f'.repeat(64) } };
  expect(() => merge([one, other], suite, ['1.json', '2.json'])).toThrow('2.json: another suite than 1.json');
});
