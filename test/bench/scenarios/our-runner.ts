/**
 * Our runner as a process: loads a compiled suite, judges it, and writes the console report, as `assay run` does, with
 * the modules that are shipped. Arguments: the folder of those modules, and the suite's file.
 */
import { readFileSync } from 'node:fs';
import type * as Run from '../../../src/harness/run.ts';
import type * as StepIndex from '../../../src/harness/step-index.ts';
import type * as PortTarget from '../../../src/harness/targets/port-target.ts';
import type * as Formats from '../../../src/report/index.ts';
import type { Suite } from '../../../src/spec/suite.ts';
import { port, stepDefinitions } from './kit.ts';

const [folder, path] = process.argv.slice(2) as [string, string];
const [{ run }, { indexSteps }, { portTarget }, { formats }] = await Promise.all([
  import(`${folder}/harness/run.js`) as Promise<typeof Run>,
  import(`${folder}/harness/step-index.js`) as Promise<typeof StepIndex>,
  import(`${folder}/harness/targets/port-target.js`) as Promise<typeof PortTarget>,
  import(`${folder}/report/index.js`) as Promise<typeof Formats>,
]);

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
