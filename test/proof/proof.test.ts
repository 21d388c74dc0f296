/** The proof of the judge, whole: what `assay prove` runs, and more closely looked at. */
import { beforeAll, describe, expect, test } from 'vitest';
import { stepDefinitions } from '../../features/steps/index.ts';
import { compileSuite } from '../../src/build/compile-suite.ts';
import type { Proof } from '../../src/generated/meta/proof.ts';
import type { Report, Result } from '../../src/generated/meta/report.ts';
import { validators } from '../../src/generated/validators.js';
import { indexSteps } from '../../src/harness/step-index.ts';
import type { Mutant } from '../../src/proof/mutant.ts';
import { allMutants } from '../../src/proof/mutants.ts';
import { prove } from '../../src/proof/prove.ts';
import { referencePort } from '../../src/serve/reference-port.ts';

/** Where one rule cannot be broken alone: by mutant, the other rules that must suffer. */
const ALSO_BROKEN: Readonly<Record<string, readonly string[]>> = {
  // Two datagrams whose fragments come mixed are told apart by nothing else.
  'identification-ignored-in-reassembly': ['RFC1122-REASM-0'],
};

const mutants = allMutants(() => referencePort());
const reports = new Map<string, Report>();
let proof: Proof;

beforeAll(async () => {
  proof = await prove({
    suite: compileSuite(stepDefinitions),
    steps: indexSteps(stepDefinitions),
    reference: () => referencePort(),
    mutants,
    selection: {},
    seed: 1,
    onReport: (name, report) => reports.set(name, report),
  });
});

function failuresOf({ id }: Pick<Mutant, 'id'>): Result[] {
  return reports.get(id)!.results.filter(({ verdict }) => verdict === 'fail');
}

test('the judge is proved', () => {
  expect(proof.summary).toMatchObject({ proved: true, reference: [], withoutMutant: [] });
  expect(proof.summary.atRule).toBe(mutants.length);
});

test('the proof is of its own form', () => {
  expect(validators['meta/proof'](proof), JSON.stringify(validators['meta/proof'].errors)).toBe(true);
});

describe.each(mutants)('$id', (mutant) => {
  test('is failed for what it answers, not for breaking down', () => {
    const codes = failuresOf(mutant).map(({ reason }) => reason?.code);
    expect([...new Set(codes)]).toEqual(['unmet']);
  });

  test('fails at its own rule and at no other', () => {
    const broken = new Set(failuresOf(mutant).map(({ rules }) => rules[0]));
    expect([...broken].sort()).toEqual([mutant.rule, ...(ALSO_BROKEN[mutant.id] ?? [])].sort());
  });
});

test('a third of the mutants at least is of either kind', () => {
  const patches = mutants.filter(({ diff }) => diff !== undefined).length;
  expect(Math.min(patches, mutants.length - patches)).toBeGreaterThanOrEqual(mutants.length / 3);
});
