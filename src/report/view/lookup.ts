/** The suite by id, for as long as one report is rendered. A report of another suite finds nothing here, and that is all. */
import type { Result } from '../../generated/meta/report.ts';
import type { Scenario, Suite, SuiteRule } from '../../spec/suite.ts';

export interface Lookup {
  readonly suite: Suite;
  rule(id: string): SuiteRule | undefined;
  scenario(id: string): Scenario | undefined;
  /** `unknown` when neither scenario nor rule is in the suite. */
  protocolOf(result: Result): string;
}

export function lookUp(suite: Suite): Lookup {
  const rules = new Map(suite.rules.map((rule) => [rule.id, rule]));
  const scenarios = new Map(suite.scenarios.map((scenario) => [scenario.id, scenario]));
  return {
    suite,
    rule: (id) => rules.get(id),
    scenario: (id) => scenarios.get(id),
    protocolOf: ({ scenario, rules: [primary = ''] }) =>
      scenarios.get(scenario)?.protocol ?? rules.get(primary)?.protocol ?? 'unknown',
  };
}
