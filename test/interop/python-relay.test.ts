/** A relay in another language is judged over the contract, and found right. */
import { describe, expect } from 'vitest';
import { assay } from '../assay.ts';
import { testWith } from '../requires.ts';

const TARGET = 'exec:python3 fixtures/adapters/python-relay/relay.py';
const RULES = ['HPR-FRAME-03', 'HPR-RES-02', 'HPR-HOP-01', 'HPR-HOP-04'];

describe('the relay in Python', () => {
  testWith('python3')('conforms', async () => {
    const rules = RULES.flatMap((rule) => ['--rule', rule]);
    const { status, stdout } = await assay([
      'run',
      '--protocol',
      'relay',
      '--no-timeout',
      ...rules,
      '--target',
      TARGET,
    ]);
    expect(stdout).toContain(`Conforms: ${RULES.length} rules pass.`);
    expect(status).toBe(0);
  });
});
