/** A student's report is a projection: what is hidden changes nothing in it, whatever it is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, Rubric } from '../../../src/generated/meta/rubric.ts';
import { gradeOf } from '../../../src/grade/report/grade.ts';
import { studentReport } from '../../../src/grade/report/student.ts';
import { studentText } from '../../../src/grade/report/student-text.ts';
import { foundOf, opened, partOf, rubricOf, suite } from './desk.ts';

const VISIBLE: Group = {
  id: 'seen',
  title: 'Seen',
  kind: 'sum',
  points: 4,
  items: [{ rule: 'RFC1-A', hint: 'Look at A.' }, { rule: 'RFC1-B' }],
};
const HIDDEN: Group = { ...VISIBLE, id: 'secret', title: 'Secret', visibility: 'hidden', items: [{ rule: 'RFC1-C' }] };

interface Hidden {
  readonly groups: readonly Group[];
  readonly verdicts: Readonly<Record<string, string>>;
  readonly outcome: 'graded' | 'crashed' | 'memory';
}

/** What the student is told, in both forms, of the same visible findings and these hidden ones. */
function told({ groups, verdicts, outcome }: Hidden, open: Record<string, string>, rest: Partial<Rubric> = {}): string {
  const points = 4 + groups.reduce((sum, group) => sum + Number(group.points), 0);
  const rubric = opened(rubricOf(points, [VISIBLE, ...groups], rest));
  const found = {
    ...foundOf(partOf(open), { ...partOf(verdicts), outcome, text: 'hidden words' }),
    milliseconds: points,
  };
  const previous = foundOf(partOf({}), partOf({ 'c/1': 'fail', 'd/1': 'fail' }));
  const report = studentReport(rubric, gradeOf(rubric, { name: 'Ada', found, previous, attempt: 2 }));
  return `${JSON.stringify(report)}\n${studentText(report)}`;
}

const hiddenGroup = fc.record({
  title: fc.string({ minLength: 1 }),
  kind: fc.constantFrom('sum' as const, 'all-or-nothing' as const),
  points: fc.integer({ min: 1, max: 50 }),
  visibility: fc.constantFrom('hidden' as const, 'after_due_date' as const, 'after_published' as const),
  items: fc
    .uniqueArray(fc.constantFrom('RFC1-A', 'RFC1-B', 'RFC1-C', 'RFC1-D'), { minLength: 1 })
    .map((rules) => rules.map((rule) => ({ rule, hint: `secret of ${rule}` }))),
});
const verdict = fc.constantFrom('pass', 'fail', 'inconclusive', 'flaky', 'unsupported');
const verdicts = fc.record(Object.fromEntries(suite.scenarios.map(({ id }) => [id, verdict])));
const hidden: fc.Arbitrary<Hidden> = fc.record({
  groups: fc
    .array(hiddenGroup, { maxLength: 3 })
    .map((all) => all.map((group, index) => ({ ...group, id: `s${index}` }))),
  verdicts,
  outcome: fc.constantFrom('graded', 'crashed', 'memory'),
});

test('whatever is hidden, it is the same', () => {
  fc.assert(
    fc.property(hidden, verdicts, (one, open) => {
      expect(told(one, open)).toBe(told({ groups: [], verdicts: {}, outcome: 'graded' }, open));
    }),
  );
});

test('what is shown, and that the check above could fail', () => {
  const report = told({ groups: [HIDDEN], verdicts: {}, outcome: 'graded' }, { 'a/1': 'fail' });
  expect(report).toContain('"earned":"2.00","points":"4.00"');
  expect(report).toContain('Look at A.');
  expect(report).toContain('c0ffee');
  expect(report).not.toBe(told({ groups: [HIDDEN], verdicts: {}, outcome: 'graded' }, { 'b/1': 'fail' }));
});

describe('who may see more', () => {
  const rubric = opened(
    rubricOf(12, [
      VISIBLE,
      { ...HIDDEN, visibility: 'after_due_date' },
      { ...HIDDEN, id: 'later', visibility: 'after_published' },
    ]),
  );
  const grade = gradeOf(rubric, { name: 'Ada', found: foundOf(partOf()), attempt: 1 });
  test.each([
    [{}, 1],
    [{ afterDue: true }, 2],
    [{ published: true }, 2],
    [{ afterDue: true, published: true }, 3],
  ])('%j: %i groups', (audience, groups) => {
    expect(studentReport(rubric, grade, audience).groups).toHaveLength(groups);
  });
});

describe('how much is told of a failure', () => {
  const failureAt = (detail: 'none' | 'actual' | 'full') => {
    const rubric = opened(rubricOf(4, [{ ...VISIBLE, detail }]));
    const found = foundOf(partOf({ 'a/1': 'fail' }));
    return studentReport(rubric, gradeOf(rubric, { name: 'Ada', found, attempt: 1 })).groups[0]!.items[0]!;
  };

  test('none: that it failed', () => {
    expect(failureAt('none')).toMatchObject({ standing: 'failed', failures: [] });
  });

  test('actual: what the program did, and nothing of what was expected', () => {
    expect(failureAt('actual').failures).toEqual([{ scenario: 'a/1', actual: '5' }]);
  });

  test('full: both, with the octets', () => {
    expect(failureAt('full').failures).toEqual([
      {
        scenario: 'a/1',
        actual: '5',
        expected: ['4 of a/1'],
        step: 'Then it works',
        sent: [{ layer: 'ipv4/header', octets: 'c0ffee' }],
      },
    ]);
  });
});

test('what changed since the last attempt', () => {
  const rubric = opened(rubricOf(4, [VISIBLE]));
  const found = foundOf(partOf({ 'b/1': 'fail' }));
  const previous = foundOf(partOf({ 'a/1': 'fail' }));
  const { changes } = studentReport(rubric, gradeOf(rubric, { name: 'Ada', found, previous, attempt: 2 }));
  expect(changes.map(({ item, was, is }) => [item, was, is])).toEqual([
    ['RFC1-A', 'failed', 'passed'],
    ['RFC1-B', 'passed', 'failed'],
  ]);
});

test('not gradable is not zero', () => {
  const rubric = opened(rubricOf(4, [VISIBLE]));
  const part = {
    outcome: 'build-failed' as const,
    text: 'the build (cc) failed',
    log: 'error: \u001b[31mno',
    results: [],
  };
  const grade = gradeOf(rubric, { name: 'Ada', found: foundOf(part, part), attempt: 1 });
  expect(grade.final).toBeUndefined();
  const report = studentReport(rubric, grade);
  expect(report.earned).toBeNull();
  expect(studentText(report)).toContain('Not graded, for it does not build: the build (cc) failed');
  expect(studentText(report)).toContain('error: \\x1b[31mno');
});
