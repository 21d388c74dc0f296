/**
 * Our runner as a process: loads a compiled suite, judges it, and writes the console report, as `assay run` does. Argument:
 * the suite's file.
 */
import { readFileSync } from 'node:fs';
import { run } from '../../../src/harness/run.ts';
import { indexSteps } from '../../../src/harness/step-index.ts';
import { portTarget } from '../../../src/harness/targets/port-target.ts';
import { formats } from '../../../src/report/index.ts';
import type { Suite } from '../../../src/spec/suite.ts';
import { port, stepDefinitions } from './kit.ts';

const [path] = process.argv.slice(2) as [string];
const suite = JSON.parse(readFileSync(path, 'utf8')) as Suite;
const target = await portTarget('counter', port, { suite: suite.version, seed: 1 });
const report = await run({
  suite,
  steps: indexSteps(stepDefinitions),
  target,
  selection: {},
  seed: 1,
  level: 'must',
  repeat: 1,
});
process.stdout.write(formats.console!.render(report, suite, {}));
process.stdout.write(`${report.summary.scenarios.pass} passed\n`);
process.exitCode = report.summary.exit;
