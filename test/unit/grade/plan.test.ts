/** What a rubric comes to, and each fault of one, in words. */
import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/generated/meta/rubric.ts';
import { planOf } from '../../../src/grade/marks/plan.ts';
import { exact } from '../../../src/grade/marks/rational.ts';
import { planFor, rubricOf, suite } from './desk.ts';

const A: Group = { id: 'a', title: 'A', kind: 'sum', points: 4, items: [{ rule: 'RFC1-A' }] };

function pointsOf(group: Group, points: number | string): string[] {
  return planFor(rubricOf(points, [group])).groups[0]!.items.map((item) => exact(item.points));
}

describe('points', () => {
  test('of an item, of its level, and an even share of what is left', () => {
    const items = [{ rule: 'RFC1-A', points: 3 }, { rule: 'RFC1-B' }, { rule: 'RFC1-C' }, { scenario: 'd' }];
    expect(pointsOf({ ...A, points: 10, levels: { SHOULD: 2 }, items }, 10)).toEqual(['3', '5/2', '2', '5/2']);
  });

  test('are shared as fractions', () => {
    const items = [{ rule: 'RFC1-A' }, { rule: 'RFC1-B' }, { rule: 'RFC1-C' }];
    expect(pointsOf({ ...A, points: 1, items }, 1)).toEqual(['1/3', '1/3', '1/3']);
  });

  test('of a best-of: only the best count', () => {
    const items = [{ rule: 'RFC1-A' }, { rule: 'RFC1-B' }, { rule: 'RFC1-C' }];
    expect(pointsOf({ ...A, kind: 'best-of', best: 2, points: 4, items }, 4)).toEqual(['2', '2', '2']);
  });
});

test('a profile stands for those of its rules that can be failed', () => {
  const plan = planFor(
    rubricOf(4, [{ id: 'p', title: 'P', kind: 'sum', points: 4, profile: 'core', protocols: ['ipv4'] }]),
  );
  expect(plan.groups[0]!.items.map(({ id }) => id)).toEqual(['RFC1-A', 'RFC1-C']);
});

test('what is visible and what is hidden run apart', () => {
  const hidden: Group = {
    ...A,
    id: 'b',
    visibility: 'after_published',
    items: [{ scenario: 'b/2' }, { rule: 'RFC1-A' }],
  };
  const plan = planFor(rubricOf(8, [A, hidden]));
  expect([plan.open, plan.hidden]).toEqual([
    ['a/1', 'a/2'],
    ['a/1', 'a/2', 'b/2'],
  ]);
});

test('what needs more than the assignment asks for is no part of it', () => {
  const items = [{ rule: 'RFC1-A' }, { rule: 'RFC1-D' }];
  const { faults } = planOf(rubricOf(4, [{ ...A, items }], { capabilities: ['ipv4.decode'] }), suite);
  expect(faults).toEqual(['group a: rule RFC1-D has no scenario here, so nobody can fail or pass it']);
});

const FAULTS: readonly [string, Group[], number | string, string][] = [
  ['an unknown rule', [{ ...A, items: [{ rule: 'RFC1-Z' }] }], 4, 'group a: no rule RFC1-Z; assay rules lists them'],
  ['an unknown scenario', [{ ...A, items: [{ scenario: 'z' }] }], 4, 'group a: no scenario z'],
  [
    'a rule that nothing shows',
    [{ ...A, items: [{ rule: 'RFC1-N' }] }],
    4,
    'group a: rule RFC1-N has no scenario here, so nobody can fail or pass it',
  ],
  ['a MAY', [{ ...A, items: [{ rule: 'RFC1-M' }] }], 4, 'group a: RFC1-M is a MAY: it binds nobody, and earns nothing'],
  ['an unknown profile', [{ ...A, profile: 'x' }], 4, 'group a: no profile x; there are core'],
  [
    'an item of both kinds',
    [{ ...A, items: [{ rule: 'RFC1-A', scenario: 'a' }] }],
    4,
    'group a: an item names one rule or one scenario',
  ],
  ['points that do not add up', [A], 5, 'the groups add up to 4 points, but the rubric declares 5'],
  [
    'a group that does not add up',
    [{ ...A, points: 4, items: [{ rule: 'RFC1-A', points: 3 }] }],
    4,
    'group a: its items add up to 3 points, but it declares 4',
  ],
  [
    'an item without points',
    [{ id: 'a', title: 'A', kind: 'sum', items: [{ rule: 'RFC1-A' }] }],
    4,
    'group a: no points for RFC1-A: give the item, its level or the group some',
  ],
  ['two groups of one name', [A, A], 8, 'two groups are called a'],
  [
    'a best-of that does not say of how many',
    [{ ...A, kind: 'best-of' }],
    4,
    'group a: best-of takes `best`, how many items count',
  ],
  ['a best of more than there are', [{ ...A, kind: 'best-of', best: 2 }], 4, 'group a: counts the best 2 of 1 items'],
  [
    'a prerequisite without one',
    [{ ...A, kind: 'prerequisite' }],
    4,
    'group a: prerequisite takes `requires`, the groups that it rests on',
  ],
  [
    'a prerequisite that comes later',
    [{ ...A, requires: ['b'] }],
    4,
    'group a rests on b, which no group before it is called',
  ],
  [
    'what is visible resting on what is not',
    [
      { ...A, visibility: 'hidden' },
      { ...A, id: 'b', requires: ['a'] },
    ],
    8,
    'group b is visible, but rests on a, which is not',
  ],
];

test.each(FAULTS)('refuses %s', (_, groups, points, fault) => {
  expect(planOf(rubricOf(points, groups), suite).faults).toContain(fault);
});
