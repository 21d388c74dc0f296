/**
 * The proof of the judge for one protocol, more closely looked at than `assay prove` does, which is run whole wherever the
 * README's commands are.
 */
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

const PROTOCOL = 'http';
const suite = compileSuite(stepDefinitions);
const own = new Set(suite.rules.filter(({ protocol }) => protocol === PROTOCOL).map(({ id }) => id));
const mutants = allMutants(() => referencePort()).filter(({ rule }) => own.has(rule));
const reports = new Map<string, Report>();
let proof: Proof;

beforeAll(async () => {
  proof = await prove({
    suite,
    steps: indexSteps(stepDefinitions),
    reference: () => referencePort(),
    mutants,
    selection: { protocols: [PROTOCOL] },
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
});
