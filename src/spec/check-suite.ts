/**
 * Holds the parts of a suite to one another: ids unique, rules that profiles and fixtures name exist, a rule that says it
 * is untestable has no scenario. Pure; returns one line a fault.
 */
import type { Suite } from './suite.ts';

export function checkSuite(content: Omit<Suite, 'version' | 'digest'>): string[] {
  const known = new Set<string>(content.rules.map(({ id }) => id));
  const executed = new Set<string>(content.scenarios.map(({ rules }) => rules[0]));
  const unknown = (where: string, rules: readonly string[]): string[] =>
    rules.filter((rule) => !known.has(rule)).map((rule) => `${where}: no rule ${rule}`);
  return [
    ...twice(
      'rule',
      content.rules.map(({ id }) => id),
    ),
    ...twice(
      'scenario',
      content.scenarios.map(({ id }) => id),
    ),
    ...twice(
      'fixture',
      content.fixtures.map(({ layer, name }) => `${layer} ${name}`),
    ),
    ...content.profiles.flatMap(({ name, rules, topics }) => [
      ...unknown(`profile ${name}`, rules),
      ...unknown(`profile ${name}, topics`, topics?.flatMap((topic) => topic.rules) ?? []),
    ]),
    ...content.fixtures.flatMap(({ layer, name, rules }) => unknown(`fixture ${layer} ${name}`, rules)),
    ...content.rules
      .filter(({ id, untestable }) => untestable !== undefined && executed.has(id))
      .map(({ id }) => `rule ${id}: said to be untestable, yet it has a scenario`),
    ...content.rules.flatMap(({ id, counterparts }) => unknown(`rule ${id}, counterparts`, counterparts ?? [])),
    ...content.rules
      .filter(({ supersededBy }) => supersededBy !== undefined && !known.has(supersededBy))
      .map(({ id, supersededBy }) => `rule ${id}: superseded by ${supersededBy}, which is no rule`),
  ];
}

function twice(what: string, names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} ${name}: stands twice`);
}
