/**
 * Marks: verdicts weighed by a plan. Pure, and exact: the same verdicts and the same rubric give the same marks on every
 * machine. A program that could not be graded has none, which is not zero.
 */
import type { Part } from '../../generated/meta/grade-record.ts';
import type { Result } from '../../generated/meta/report.ts';
import type { Rubric } from '../../generated/meta/rubric.ts';
import type { Plan, PlanGroup, PlanItem } from './plan.ts';
import { compare, divide, ONE, type Rational, rational, sum, times, ZERO } from './rational.ts';

/** Why an item has the points that it has. `flaky` failed once at least, and earns nothing. */
export type Standing = 'passed' | 'partly' | 'failed' | 'flaky' | 'unsupported' | 'inconclusive' | 'not-judged';

export interface ItemMarks {
  readonly item: PlanItem;
  readonly standing: Standing;
  readonly results: readonly Result[];
  readonly earned: Rational;
  /** What counts of its points; less where some are waived. */
  readonly possible: Rational;
}

export interface GroupMarks {
  readonly group: PlanGroup;
  readonly items: readonly ItemMarks[];
  readonly earned: Rational;
  readonly possible: Rational;
  /** A group that it rests on did not get all its points. */
  readonly unmet: boolean;
}

export interface Marks {
  readonly groups: readonly GroupMarks[];
  readonly earned: Rational;
  readonly possible: Rational;
  /** Out of the plan's points: what is waived is scaled away. */
  readonly total: Rational;
}

export type Policy = Pick<Rubric, 'unsupported' | 'inconclusive'>;

/** Of the groups that `sees` lets through, from the part of the findings that each belongs to. */
export function score(
  plan: Plan,
  parts: { readonly open: Part; readonly hidden: Part },
  policy: Policy,
  sees: (group: PlanGroup) => boolean = () => true,
): Marks {
  const met = new Map<string, boolean>();
  const open = byScenario(parts.open);
  const hidden = byScenario(parts.hidden);
  const groups = plan.groups.filter(sees).map((group) => {
    const results = group.visibility === 'visible' ? open : hidden;
    const unmet = group.requires.some((id) => met.get(id) === false);
    const marks = scoreGroup(group, results, policy, unmet);
    met.set(group.id, compare(marks.earned, group.points) >= 0);
    return marks;
  });
  const earned = sum(groups.map((each) => each.earned));
  const possible = sum(groups.map((each) => each.possible));
  const points = sum(groups.map(({ group }) => group.points));
  const total = possible.over === 0n ? ZERO : divide(times(earned, points), possible);
  return { groups, earned, possible, total };
}

function byScenario({ results }: Part): Map<string, Result> {
  return new Map(results.map((result) => [result.scenario, result]));
}

function scoreGroup(
  group: PlanGroup,
  results: ReadonlyMap<string, Result>,
  policy: Policy,
  unmet: boolean,
): GroupMarks {
  const items = group.items.map((item) => {
    const own = item.scenarios.flatMap((id) => results.get(id) ?? []);
    const marks = scoreItem(item, own, policy);
    return unmet ? afterUnmet(marks, group) : marks;
  });
  return { group, items, unmet, ...combine(group, items) };
}

function combine(group: PlanGroup, items: readonly ItemMarks[]): { earned: Rational; possible: Rational } {
  switch (group.kind) {
    case 'sum':
    case 'prerequisite':
      return { earned: sum(items.map(({ earned }) => earned)), possible: sum(items.map(({ possible }) => possible)) };
    case 'all-or-nothing': {
      const possible = sum(items.map((item) => item.possible));
      const all = items.every((item) => compare(item.earned, item.possible) >= 0);
      return { earned: all ? possible : ZERO, possible };
    }
    case 'best-of':
      return { earned: most(items, 'earned', group.best), possible: most(items, 'possible', group.best) };
    default:
      return group.kind satisfies never;
  }
}

function most(items: readonly ItemMarks[], of: 'earned' | 'possible', best: number): Rational {
  const sorted = items.map((item) => item[of]).sort((one, other) => compare(other, one));
  return sum(sorted.slice(0, best));
}

function scoreItem(item: PlanItem, results: readonly Result[], policy: Policy): ItemMarks {
  const standing = standingOf(item, results);
  const marks = { item, standing, results };
  const lost = { ...marks, earned: ZERO, possible: item.points };
  const waived = { ...marks, earned: ZERO, possible: ZERO };
  switch (standing) {
    case 'passed':
      return { ...marks, earned: item.points, possible: item.points };
    case 'partly':
      return { ...lost, earned: partOf(item, results) };
    case 'unsupported': {
      const { unsupported = 'lost' } = policy;
      if (unsupported === 'waived') return waived;
      return unsupported === 'lost' ? lost : { ...lost, earned: times(item.points, atMostOne(unsupported.earns)) };
    }
    case 'inconclusive':
      return policy.inconclusive === 'waived' ? waived : lost;
    case 'failed':
    case 'flaky':
    case 'not-judged':
      return lost;
    default:
      return standing satisfies never;
  }
}

function atMostOne(part: number | string): Rational {
  const given = rational(part);
  return compare(given, ONE) > 0 ? ONE : given;
}

function standingOf({ scenarios, partial }: PlanItem, results: readonly Result[]): Standing {
  const has = (check: (result: Result) => boolean): boolean => results.some(check);
  if (results.length < scenarios.length) return 'not-judged';
  const passed = results.filter(isPassed).length;
  if (passed === scenarios.length) return 'passed';
  if (partial && passed > 0) return 'partly';
  if (has(({ runs }) => runs !== undefined)) return 'flaky';
  if (has(({ verdict }) => verdict === 'fail')) return 'failed';
  if (has(({ verdict }) => verdict === 'inconclusive')) return 'inconclusive';
  return has(({ notRun }) => notRun === 'unsupported') ? 'unsupported' : 'not-judged';
}

function isPassed({ verdict, runs }: Result): boolean {
  return verdict === 'pass' && runs === undefined;
}

function partOf({ points, scenarios }: PlanItem, results: readonly Result[]): Rational {
  const passed = results.filter(isPassed).length;
  return divide(times(points, rational(passed)), rational(scenarios.length));
}

/** What is missing after a failed prerequisite has been paid for there already. */
function afterUnmet(marks: ItemMarks, { withhold }: PlanGroup): ItemMarks {
  if (withhold) return { ...marks, earned: ZERO };
  return { ...marks, possible: marks.earned };
}
