/**
 * The four numbers that stand on every page: rules, rules with a scenario, scenarios that the reference passes, rules
 * whose mutants are killed. The first two are counted in the suite; the others come from the record that
 * `npm run site:record` writes, and are never typed by hand.
 */
import type { ProofRecord } from '../proof/record.ts';
import type { Suite } from '../spec/suite.ts';

export interface Figure {
  readonly value: string;
  readonly words: string;
  /** Where it does not speak for this very suite. */
  readonly caveat?: string;
}

export function fourNumbers(suite: Suite, record: ProofRecord | undefined): readonly Figure[] {
  const executed = new Set(suite.scenarios.map(({ rules }) => rules[0]));
  const caveat = caveatOf(suite, record);
  return [
    { value: String(suite.rules.length), words: 'rules' },
    { value: String(executed.size), words: 'with a scenario' },
    measured(record?.reference.passed, 'scenarios that the reference passes', caveat),
    measured(record?.proof.killed.length, 'rules whose mutants are killed', caveat),
  ];
}

function measured(value: number | undefined, words: string, caveat: string | undefined): Figure {
  return { value: value === undefined ? 'not measured' : String(value), words, ...(caveat && { caveat }) };
}

function caveatOf(suite: Suite, record: ProofRecord | undefined): string | undefined {
  if (record === undefined) return 'no record: npm run site:record';
  if (record.suite === suite.digest) return undefined;
  return `measured with suite ${record.version}, digest ${record.suite.slice(0, 12)}, not with this one`;
}
