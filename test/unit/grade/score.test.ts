/** Verdicts into marks, group by group. */
import { describe, expect, test } from 'vitest';
import type { Group, Rubric } from '../../../src/generated/meta/rubric.ts';
import { exact } from '../../../src/grade/marks/rational.ts';
import { score } from '../../../src/grade/marks/score.ts';
import { partOf, planFor, rubricOf } from './desk.ts';

const ITEMS = [{ rule: 'RFC1-A' }, { rule: 'RFC1-B' }, { rule: 'RFC1-C' }];
const SUM: Group = { id: 'g', title: 'G', kind: 'sum', points: 6, items: ITEMS };

function totalOf(
  groups: Group[],
  points: number,
  verdicts: Record<string, string>,
  rest: Partial<Rubric> = {},
): string {
  const rubric = rubricOf(points, groups, rest);
  return exact(score(planFor(rubric), { open: partOf(verdicts), hidden: partOf() }, rubric).total);
}

describe('a sum', () => {
  test.each([
    ['everything passes', {}, '6'],
    ['one scenario of a rule fails', { 'a/2': 'fail' }, '4'],
    ['what is flaky earns nothing', { 'a/1': 'flaky' }, '4'],
    ['what could not be judged earns nothing', { 'a/1': 'inconclusive' }, '4'],
    ['what is not offered earns nothing', { 'b/1': 'unsupported', 'b/2': 'unsupported' }, '4'],
  ])('%s', (_, verdicts, total) => {
    expect(totalOf([SUM], 6, verdicts as Record<string, string>)).toBe(total);
  });

  test('partial: by the part of its scenarios that pass', () => {
    const items = [{ rule: 'RFC1-A', partial: true, points: 5 }];
    expect(totalOf([{ ...SUM, points: 5, items }], 5, { 'a/1': 'fail' })).toBe('5/2');
  });

  test('not run at all is not passed', () => {
    const rubric = rubricOf(6, [SUM]);
    const none = { outcome: 'graded' as const, results: [] };
    const marks = score(planFor(rubric), { open: none, hidden: none }, rubric);
    expect([exact(marks.total), marks.groups[0]!.items[0]!.standing]).toEqual(['0', 'not-judged']);
  });
});

describe('what is not offered', () => {
  const verdicts = { 'a/1': 'unsupported', 'a/2': 'unsupported', 'b/1': 'fail' };

  test('waived: out of the count, and the rest scaled', () => {
    expect(totalOf([SUM], 6, verdicts, { unsupported: 'waived' })).toBe('3');
  });

  test('earns a part', () => {
    expect(totalOf([SUM], 6, verdicts, { unsupported: { earns: '1/3' } })).toBe('8/3');
  });
});

test('what could not be judged can be waived', () => {
  expect(totalOf([SUM], 6, { 'a/1': 'inconclusive', 'b/1': 'fail' }, { inconclusive: 'waived' })).toBe('3');
});

test.each([
  [{}, '6'],
  [{ 'c/1': 'fail' }, '0'],
])('all or nothing, with %j: %s', (verdicts, total) => {
  expect(totalOf([{ ...SUM, kind: 'all-or-nothing' }], 6, verdicts as Record<string, string>)).toBe(total);
});

test.each([
  [{}, '4'],
  [{ 'a/1': 'fail' }, '4'],
  [{ 'a/1': 'fail', 'b/1': 'fail' }, '2'],
])('the best two of three, with %j: %s', (verdicts, total) => {
  const group: Group = { ...SUM, kind: 'best-of', best: 2, points: 4 };
  expect(totalOf([group], 4, verdicts as Record<string, string>)).toBe(total);
});

describe('a prerequisite', () => {
  const base: Group = { id: 'base', title: 'Base', kind: 'sum', points: 4, items: [{ rule: 'RFC1-A' }] };
  const rests: Group = {
    id: 'rests',
    title: 'Rests on it',
    kind: 'prerequisite',
    requires: ['base'],
    points: 4,
    items: [{ rule: 'RFC1-B' }, { rule: 'RFC1-C' }],
  };

  test('met: what fails is lost', () => {
    expect(totalOf([base, rests], 8, { 'b/1': 'fail' })).toBe('6');
  });

  test('not met: what fails after it is not counted a second time', () => {
    expect(totalOf([base, rests], 8, { 'a/1': 'fail', 'b/1': 'fail' })).toBe('8/3');
  });

  test('not met: what passes all the same is earned', () => {
    expect(totalOf([base, rests], 8, { 'a/1': 'fail' })).toBe('4');
  });

  test('not met, withheld: nothing is earned', () => {
    expect(totalOf([base, { ...rests, whenUnmet: 'withhold' }], 8, { 'a/1': 'fail' })).toBe('0');
  });
});

test('hidden groups are scored by the hidden part, visible ones by the open one', () => {
  const rubric = rubricOf(12, [SUM, { ...SUM, id: 'h', visibility: 'hidden' }]);
  const parts = { open: partOf({ 'a/1': 'fail' }), hidden: partOf({ 'b/1': 'fail', 'c/1': 'fail' }) };
  const marks = score(planFor(rubric), parts, rubric);
  expect(marks.groups.map(({ earned }) => exact(earned))).toEqual(['4', '2']);
});
