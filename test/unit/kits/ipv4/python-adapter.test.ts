import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { ipv4Steps } from '../../../../features/steps/ipv4/index.ts';
import { run } from '../../../../src/harness/run.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import { execKind } from '../../../../src/harness/targets/exec.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import { testWith } from '../../../requires.ts';
import { ipv4Suite } from './judge.ts';

const PATH = projectPath('fixtures', 'adapters', 'python', 'ipv4.py');

testWith('python3')('the decoder in Python passes all that it declares, in 15 lines', async () => {
  expect(readFileSync(PATH, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(15);
  const target = await execKind.attach(`python3 ${JSON.stringify(PATH)}`, { suite: '0', seed: 1 });
  try {
    const steps = indexSteps(ipv4Steps);
    const report = await run({ suite: ipv4Suite, steps, target, selection: {}, seed: 1, level: 'all', repeat: 1 });
    const decoding = ipv4Suite.scenarios.filter(({ needs }) => needs.includes('ipv4.decode')).length;
    expect(report.results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'none')).toEqual([]);
    expect(report.summary.scenarios).toMatchObject({ pass: decoding, none: ipv4Suite.scenarios.length - decoding });
    expect(decoding).toBeGreaterThan(50);
  } finally {
    await target.close();
  }
});
