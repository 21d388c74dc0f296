/**
 * A rubric, resolved against the suite: every rule and scenario that it names is there, every group's points are known and
 * add up. What follows knows only plans.
 */
import type { Detail, Group, Item, Rubric, Visibility } from '../../generated/meta/rubric.ts';
import type { Scenario, Suite } from '../../spec/suite.ts';
import { pointsOf, sharedPoints } from './points.ts';
import { compare, exact, type Rational, rational, sum } from './rational.ts';

export interface PlanItem {
  /** The rule's id, or the scenario's. */
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly scenarios: readonly string[];
  readonly points: Rational;
  readonly partial: boolean;
  readonly hint?: string;
}

export interface PlanGroup {
  readonly id: string;
  readonly title: string;
  readonly kind: Group['kind'];
  readonly points: Rational;
  readonly visibility: Visibility;
  readonly detail: Detail;
  /** How many items count, of best-of. */
  readonly best: number;
  readonly requires: readonly string[];
  readonly withhold: boolean;
  readonly items: readonly PlanItem[];
}

export interface Plan {
  readonly points: Rational;
  readonly groups: readonly PlanGroup[];
  /** Scenarios by the part that they are run in, each in the suite's order. */
  readonly open: readonly string[];
  readonly hidden: readonly string[];
}

/** What is wrong with a rubric, one sentence each; none: the plan is good. */
export interface Planned {
  readonly plan: Plan;
  readonly faults: readonly string[];
}

export function planOf(rubric: Rubric, suite: Suite): Planned {
  const faults: string[] = [];
  const asked = { ...suite, scenarios: askedOf(rubric, suite) };
  const groups = rubric.groups.map((group) => resolveGroup(group, rubric, asked, faults));
  faults.push(...groupFaults(groups));
  const total = sum(groups.map(({ points }) => points));
  const declared = rational(rubric.points);
  if (faults.length === 0 && compare(total, declared) !== 0) {
    faults.push(`the groups add up to ${exact(total)} points, but the rubric declares ${exact(declared)}`);
  }
  const part = (open: boolean): string[] => {
    const wanted = new Set(
      groups
        .filter(({ visibility }) => (visibility === 'visible') === open)
        .flatMap(({ items }) => items.flatMap(({ scenarios }) => scenarios)),
    );
    return suite.scenarios.map(({ id }) => id).filter((id) => wanted.has(id));
  };
  return { plan: { points: total, groups, open: part(true), hidden: part(false) }, faults };
}

/** Scenarios that need nothing beyond what the assignment asks for. */
function askedOf({ capabilities }: Rubric, { scenarios, rules }: Suite): readonly Scenario[] {
  if (capabilities === undefined) return scenarios;
  const conditions = new Map(rules.map(({ id, appliesWhen }) => [id, appliesWhen?.capability]));
  return scenarios.filter(({ needs, rules: [rule] }) => {
    const condition = conditions.get(rule);
    return [...needs, ...(condition === undefined ? [] : [condition])].every((need) => capabilities.includes(need));
  });
}

function resolveGroup(group: Group, rubric: Rubric, suite: Suite, faults: string[]): PlanGroup {
  const fault = (text: string): void => void faults.push(`group ${group.id}: ${text}`);
  const items = itemsOf(group, suite, fault).flatMap((item) => resolveItem(item, suite, fault));
  if (items.length === 0) fault('has no items');
  const best = group.best ?? items.length;
  if (group.kind === 'best-of' && group.best === undefined) fault('best-of takes `best`, how many items count');
  if (best > items.length) fault(`counts the best ${best} of ${items.length} items`);
  const shared = sharedPoints(group, items, fault);
  const priced = items.map(({ item, ...rest }) => ({
    ...rest,
    points: pointsOf(item, rest.level, group, shared, fault),
  }));
  return {
    id: group.id,
    title: group.title,
    kind: group.kind,
    points: groupPoints(group, priced, best, fault),
    visibility: group.visibility ?? 'visible',
    detail: group.detail ?? rubric.detail ?? 'full',
    best,
    requires: group.requires ?? [],
    withhold: group.whenUnmet === 'withhold',
    items: priced,
  };
}

/** The items that are written out, and those that the group takes from a profile. */
function itemsOf(group: Group, suite: Suite, fault: (text: string) => void): Item[] {
  const written = group.items ?? [];
  if (group.profile === undefined) return [...written];
  const profile = suite.profiles.find(({ name }) => name === group.profile);
  if (profile === undefined) {
    fault(`no profile ${group.profile}; there are ${suite.profiles.map(({ name }) => name).join(' ')}`);
    return [...written];
  }
  const named = new Set(written.map(({ rule }) => rule));
  const binding = suite.scenarios.filter(
    ({ level, protocol }) => level !== 'MAY' && (group.protocols?.includes(protocol) ?? true),
  );
  const run = new Set(binding.map(({ rules }) => rules[0]));
  return [
    ...written,
    ...profile.rules.filter((rule) => run.has(rule) && !named.has(rule)).map((rule): Item => ({ rule })),
  ];
}

type Unpriced = Omit<PlanItem, 'points'> & { readonly item: Item; readonly level: string };

function resolveItem(item: Item, suite: Suite, fault: (text: string) => void): Unpriced[] {
  const { rule, scenario } = item;
  const id = rule ?? scenario;
  if (id === undefined || (rule !== undefined && scenario !== undefined)) {
    fault('an item names one rule or one scenario');
    return [];
  }
  const known = suite.rules.find((each) => each.id === rule);
  if (rule !== undefined && known === undefined) {
    fault(`no rule ${rule}; assay rules lists them`);
    return [];
  }
  const scenarios = suite.scenarios.filter((each) => (rule === undefined ? isCase(each, id) : each.rules[0] === rule));
  const first = scenarios[0];
  if (first === undefined) {
    fault(
      rule === undefined ? `no scenario ${id}` : `rule ${rule} has no scenario here, so nobody can fail or pass it`,
    );
    return [];
  }
  if (first.level === 'MAY') {
    fault(`${id} is a MAY: it binds nobody, and earns nothing`);
    return [];
  }
  return [
    {
      item,
      level: first.level,
      id,
      title: item.title ?? known?.statement ?? first.title,
      rule: first.rules[0],
      scenarios: scenarios.map((each) => each.id),
      partial: item.partial === true,
      ...(item.hint === undefined ? {} : { hint: item.hint }),
    },
  ];
}

function isCase(scenario: Scenario, id: string): boolean {
  return scenario.id === id || scenario.id.startsWith(`${id}/`);
}

function groupPoints(group: Group, items: readonly PlanItem[], best: number, fault: (text: string) => void): Rational {
  const all = items.map(({ points }) => points);
  const counted = group.kind === 'best-of' ? all.sort((one, other) => compare(other, one)).slice(0, best) : all;
  const total = sum(counted);
  if (group.points !== undefined && compare(total, rational(group.points)) !== 0 && items.length > 0) {
    fault(`its items add up to ${exact(total)} points, but it declares ${exact(rational(group.points))}`);
  }
  return total;
}

function groupFaults(groups: readonly PlanGroup[]): string[] {
  const faults: string[] = [];
  const seen = new Map<string, PlanGroup>();
  for (const group of groups) {
    if (seen.has(group.id)) faults.push(`two groups are called ${group.id}`);
    if (group.kind === 'prerequisite' && group.requires.length === 0) {
      faults.push(`group ${group.id}: prerequisite takes \`requires\`, the groups that it rests on`);
    }
    for (const required of group.requires) {
      const other = seen.get(required);
      if (other === undefined)
        faults.push(`group ${group.id} rests on ${required}, which no group before it is called`);
      // What students see must not depend on what they do not see.
      else if (group.visibility === 'visible' && other.visibility !== 'visible') {
        faults.push(`group ${group.id} is visible, but rests on ${required}, which is not`);
      }
    }
    seen.set(group.id, group);
  }
  return faults;
}
