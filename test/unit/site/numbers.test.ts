/** The four numbers: what is not measured with this very suite is said, never shown as if it were. */
import { expect, test } from 'vitest';
import type { ProofRecord } from '../../../src/proof/record.ts';
import { recordOf } from '../../../src/proof/record.ts';
import { fourNumbers } from '../../../src/site/numbers.ts';
import type { Suite } from '../../../src/spec/suite.ts';

const suite = {
  version: '1.0.0',
  digest: 'a'.repeat(64),
  rules: [{ id: 'RFC1-A' }, { id: 'RFC1-B' }],
  scenarios: [{ rules: ['RFC1-A'] }, { rules: ['RFC1-A'] }],
} as unknown as Suite;
const record: ProofRecord = {
  suite: suite.digest,
  version: '1.0.0',
  reference: { scenarios: 2, passed: 2 },
  proof: { killed: ['RFC1-A'], alive: [] },
};

test('all four, by a record of this suite', () => {
  expect(fourNumbers(suite, record).map(({ value, caveat }) => [value, caveat])).toEqual([
    ['2', undefined],
    ['1', undefined],
    ['2', undefined],
    ['1', undefined],
  ]);
});

test('without a record nothing is measured, and the command is named', () => {
  const [, , passed, killed] = fourNumbers(suite, undefined);
  for (const figure of [passed, killed]) {
    expect(figure?.value).toBe('not measured');
    expect(figure?.caveat).toContain('npm run site:record');
  }
});

test('a record of another suite is shown as that', () => {
  const other = { ...record, suite: 'b'.repeat(64), version: '0.9.0' };
  const [rules, , passed] = fourNumbers(suite, other);
  expect(rules?.caveat).toBeUndefined();
  expect(passed?.caveat).toBe('measured with suite 0.9.0, digest bbbbbbbbbbbb, not with this one');
});

test('a rule is killed when all of its mutants failed there, and alive when one did not', () => {
  const mutant = (atRule: boolean) => ({ id: 'm', killed: true, atRule });
  const proof = {
    rules: [
      { id: 'RFC1-A', mutants: [mutant(true), mutant(true)] },
      { id: 'RFC1-B', mutants: [mutant(true), mutant(false)] },
      { id: 'RFC1-C', mutants: [] },
    ],
  } as unknown as Parameters<typeof recordOf>[2];
  const report = { summary: { scenarios: { pass: 2 } } } as Parameters<typeof recordOf>[1];
  expect(recordOf(suite, report, proof).proof).toEqual({ killed: ['RFC1-A'], alive: ['RFC1-B'] });
});
