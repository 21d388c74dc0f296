/** What belongs to a rule, by its id: worked out once, for a thousand pages. */
import type { MutantText } from '../proof/mutants.ts';
import type { FeatureText, RuleText } from '../spec/feature-text.ts';
import type { Suite, SuiteFixture, SuiteRule } from '../spec/suite.ts';
import type { FieldLayout, Layout } from '../wire/layout.ts';
import type { Content, Machine } from './content.ts';
import type { Found, Standing } from './standings.ts';

interface FieldPlace {
  readonly layer: string;
  readonly field: FieldLayout;
}

interface MachinePlace {
  readonly machine: Machine;
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

interface Examples {
  readonly feature: FeatureText;
  readonly text: RuleText;
}

/** How one implementation stands to one rule. */
interface Obeying {
  readonly standing: Standing;
  readonly outcome: Found;
  readonly why?: string;
  readonly clause?: string;
}

export interface Index {
  rule(id: string): SuiteRule | undefined;
  examples(id: string): readonly Examples[];
  fixtures(id: string): readonly SuiteFixture[];
  mutants(id: string): readonly MutantText[];
  fields(id: string): readonly FieldPlace[];
  transitions(id: string): readonly MachinePlace[];
  counterparts(id: string): readonly string[];
  supersedes(id: string): readonly string[];
  standings(id: string): readonly Obeying[];
  /** How many scenarios the suite runs for it. */
  scenarios(id: string): number;
}

export function indexOf(content: Omit<Content, 'index'>): Index {
  const { suite, features, layouts, machines, mutants, standings } = content;
  const rules = new Map(suite.rules.map((rule) => [rule.id as string, rule]));
  const examples = grouped(
    features.flatMap((feature) => feature.rules.map((text) => ({ feature, text }))),
    ({ text }) => [text.rule],
  );
  const scenarios = grouped(suite.scenarios, (each) => [each.rules[0]]);
  return {
    rule: (id) => rules.get(id),
    examples,
    fixtures: grouped(suite.fixtures, (fixture) => fixture.rules),
    mutants: grouped(mutants, ({ rule }) => [rule]),
    fields: grouped(layouts.flatMap(fieldsOf), ({ field }) => field.rules),
    transitions: transitionsIn(machines),
    counterparts: counterpartsIn(suite),
    supersedes: (id) => suite.rules.filter(({ supersededBy }) => supersededBy === id).map((rule) => rule.id),
    standings: standingsIn(standings),
    scenarios: (id) => scenarios(id).length,
  };
}

function grouped<Item>(items: readonly Item[], keys: (item: Item) => readonly string[]) {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return (key: string): readonly Item[] => groups.get(key) ?? [];
}

function fieldsOf({ layer, fields }: Layout): FieldPlace[] {
  return fields.map((field) => ({ layer, field }));
}

function transitionsIn(machines: readonly Machine[]) {
  const all = machines.flatMap((machine) => machine.transitions.map((transition) => ({ machine, ...transition })));
  return grouped(all, ({ rules }) => rules);
}

/** Told by one of them, true of both. */
function counterpartsIn({ rules }: Suite) {
  const pairs = rules.flatMap(({ id, counterparts = [] }) => counterparts.map((other) => [id, other] as const));
  const told = grouped(pairs, (pair) => pair);
  return (id: string): readonly string[] => told(id).map(([one, other]) => (one === id ? other : one));
}

function standingsIn(standings: readonly Standing[]) {
  const all = standings.flatMap((standing) =>
    standing.rules.map(({ rule, ...found }) => ({ rule, obeying: { standing, ...found } })),
  );
  const told = grouped(all, ({ rule }) => [rule]);
  return (id: string): readonly Obeying[] => told(id).map(({ obeying }) => obeying);
}
