/** A thread that judges for assay run, started by threads.ts and by nobody else. */
import { parentPort, workerData } from 'node:worker_threads';
import { stepDefinitions } from '../../features/steps/index.ts';
import { runScenario } from '../harness/run-scenario.ts';
import { withStatement } from '../harness/statement.ts';
import { indexSteps } from '../harness/step-index.ts';
import { loadSuite } from '../loader/suite.ts';
import { attach } from './targets.ts';
import type { ThreadWords, Told } from './threads.ts';

const { spec, options, pics, seed, only } = workerData as ThreadWords;
const suite = loadSuite();
const steps = indexSteps(stepDefinitions);
const scenarios = new Map(suite.scenarios.map((scenario) => [scenario.id, scenario]));
const target = withStatement(await attach(spec, options), pics);

async function judge(id: string): Promise<void> {
  const trial = await runScenario(scenarios.get(id)!, { suite, steps, target, seed, only });
  parentPort?.postMessage({ scenario: id, trial } satisfies Told);
}

// One after another: more at once only keep more worlds alive.
let before = Promise.resolve();
parentPort?.on('message', (id: string) => {
  before = before.then(() => judge(id));
});
