/** Coverage as numbers, by protocol and by level: for machines, and for the page that says what is there for them. */
import type { Level } from '../generated/meta/rules.ts';
import type { Content } from './content.ts';

interface Counts {
  readonly rules: number;
  readonly tried: number;
  readonly untestable: number;
  readonly superseded: number;
  readonly scenarios: number;
}

export interface Coverage {
  readonly suite: { readonly version: string; readonly digest: string };
  readonly total: Counts;
  readonly protocols: Readonly<Record<string, Counts>>;
  readonly levels: Readonly<Partial<Record<Level, Counts>>>;
  /** Rule by rule: how many scenarios and mutants there are. */
  readonly rules: Readonly<Record<string, { readonly scenarios: number; readonly mutants: number }>>;
}

export function coverageOf({ suite, index }: Content): Coverage {
  const counts = (is: (rule: (typeof suite.rules)[number]) => boolean): Counts => {
    const rules = suite.rules.filter(is);
    const untried = rules.filter(({ id }) => index.scenarios(id) === 0);
    const superseded = untried.filter(({ supersededBy }) => supersededBy !== undefined).length;
    return {
      rules: rules.length,
      tried: rules.length - untried.length,
      untestable: untried.filter((rule) => rule.untestable !== undefined && rule.supersededBy === undefined).length,
      superseded,
      scenarios: rules.reduce((sum, { id }) => sum + index.scenarios(id), 0),
    };
  };
  const levels = [...new Set(suite.rules.map(({ level }) => level))];
  return {
    suite: { version: suite.version, digest: suite.digest },
    total: counts(() => true),
    protocols: Object.fromEntries(
      suite.protocols.map(({ protocol }) => [protocol, counts((rule) => rule.protocol === protocol)]),
    ),
    levels: Object.fromEntries(levels.map((level) => [level, counts((rule) => rule.level === level)])),
    rules: Object.fromEntries(
      suite.rules.map(({ id }) => [id, { scenarios: index.scenarios(id), mutants: index.mutants(id).length }]),
    ),
  };
}
