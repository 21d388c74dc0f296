/**
 * The same scenarios, whole process, report included: our runner on a suite compiled ahead of time, as the product's is,
 * against stock cucumber-js with step definitions in plain modules, and with tsx in front of it, as its users run it on
 * TypeScript.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFeature, stepMatcher } from '../../../src/build/gherkin.ts';
import { projectPath } from '../../../src/loader/project.ts';
import type { Suite, SuiteRule } from '../../../src/spec/suite.ts';
import { type Contender, interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { nodeProcess } from '../process.ts';
import { compare, type Group, type Row } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';
import { type FeatureFile, features, RULE } from './features.ts';
import { PROTOCOL, stepDefinitions } from './kit.ts';

const OURS = 'assay';
const STOCK = 'cucumber-js 12';
const WITH_TSX = 'cucumber-js 12 with tsx';
const CUCUMBER = projectPath('node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');

export const scenarios: Group = { name: 'scenarios', measure };

function measure(pace: Pace): Promise<Row[]> {
  return inWorkshop(async (folder) => {
    const files = features(pace.scenarios);
    mkdirSync(join(folder, 'features'));
    for (const { path, text } of files) writeFileSync(join(folder, path), text);
    const contenders = [ours(folder, files, pace.scenarios), ...cucumber(folder, pace.scenarios)];
    const times = await interleaveProcesses(contenders, pace.runs);
    const work = `${pace.scenarios.toLocaleString('en')} scenarios of 5 steps, whole process`;
    return [STOCK, WITH_TSX].map((peer) => compare({ work, ours: OURS, peer, goal: { atLeast: 3 } }, times));
  });
}

function ours(folder: string, files: readonly FeatureFile[], count: number): Contender {
  const suite = join(folder, 'suite.json');
  writeFileSync(suite, JSON.stringify(compiled(files)));
  const runner = built(folder, 'scenarios', 'our-runner.ts');
  const passed = (stdout: string): boolean => stdout.endsWith(`${count} passed\n`);
  return nodeProcess(OURS, [runner, suite], passed);
}

function cucumber(folder: string, count: number): Contender[] {
  const steps = built(folder, 'scenarios', 'cucumber-steps.ts');
  const words = ['features', '--format', 'progress', '--import'];
  const passed = (stdout: string): boolean =>
    stdout.includes(`${count} scenarios (${count} passed)`) &&
    stdout.includes(`${5 * count} steps (${5 * count} passed)`);
  const typed = projectPath('test', 'bench', 'scenarios', 'cucumber-steps.ts');
  return [
    nodeProcess(STOCK, [CUCUMBER, ...words, steps], passed, folder),
    nodeProcess(WITH_TSX, ['--import', import.meta.resolve('tsx'), CUCUMBER, ...words, typed], passed, folder),
  ];
}

function compiled(files: readonly FeatureFile[]): Suite {
  const rule: SuiteRule = {
    id: RULE,
    level: 'MUST',
    role: 'any',
    statement: 'A counter counts.',
    source: [{ rfc: 1, section: '1' }],
    reach: 'app',
    profiles: [],
    protocol: PROTOCOL,
  };
  const match = stepMatcher(stepDefinitions);
  const all = files.map((file) => compileFeature({ ...file, protocol: PROTOCOL }, new Map([[RULE, rule]]), match));
  const faults = all.flatMap((each) => each.faults);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    version: '0',
    digest: '0'.repeat(64),
    protocols: [{ protocol: PROTOCOL, title: 'Counters' }],
    rules: [rule],
    profiles: [],
    scenarios: all.flatMap((each) => each.scenarios),
    fixtures: [],
  };
}
