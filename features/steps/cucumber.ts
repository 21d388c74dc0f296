/**
 * The same step tables on stock cucumber-js, against the reference: the features are plain Gherkin and need no runner of
 * ours. What the reference does not offer is skipped.
 */
import {
  After,
  AfterAll,
  Before,
  BeforeStep,
  type DataTable,
  defineStep,
  type ITestCaseHookParameter,
  type ITestStepHookParameter,
} from '@cucumber/cucumber';
import { compileSuite } from '../../src/build/compile-suite.ts';
import { attach } from '../../src/cli/targets.ts';
import { EvidenceLog } from '../../src/harness/evidence.ts';
import type { Kit } from '../../src/harness/kit.ts';
import { openScene } from '../../src/harness/open-scene.ts';
import { Unsupported } from '../../src/harness/outcome.ts';
import type { Scene } from '../../src/harness/scene.ts';
import type { Seat } from '../../src/harness/target.ts';
import { seedFor } from '../../src/net/random.ts';
import type { Scenario } from '../../src/spec/suite.ts';
import { stepDefinitions } from './index.ts';

interface World {
  scene: Scene;
  seat: Seat;
  peers: Map<Kit, unknown>;
}

const SEED = 1;
const suite = compileSuite(stepDefinitions);
const target = await attach('reference', { suite: suite.version, seed: SEED });

/** The compiled twin of a pickle: the row of an outline is told by the words of its steps. */
function scenarioOf({ pickle }: ITestCaseHookParameter): Scenario {
  const id = pickle.tags.find(({ name }) => name.startsWith('@id:'))?.name.slice('@id:'.length);
  const words = (texts: readonly string[]): string => texts.join('\n');
  const found = suite.scenarios.find(
    (scenario) =>
      (scenario.id === id || scenario.id.startsWith(`${id}/`)) &&
      words(scenario.steps.map(({ text }) => text.replace(/^\S+ /, ''))) ===
        words(pickle.steps.map(({ text }) => text)),
  );
  if (found === undefined) throw new Error(`${pickle.uri}: no compiled scenario ${id}`);
  return found;
}

Before(async function (this: World, parameters: ITestCaseHookParameter) {
  const scenario = scenarioOf(parameters);
  const seed = seedFor(SEED, scenario.id);
  this.seat = await target.seat(scenario.id, seed, scenario.needs);
  this.scene = openScene(scenario, {
    suite,
    target,
    seat: this.seat,
    evidence: new EvidenceLog(),
    seed,
    took: () => {},
  });
  this.peers = new Map();
});

/** Whether the step that runs just now has a table or a text. */
let hasTable = false;

BeforeStep(({ pickleStep }: ITestStepHookParameter) => {
  hasTable = pickleStep.argument !== undefined;
});

for (const { expression, kit, run } of stepDefinitions) {
  const captures = expression.split('{').length - 1;
  const count = (): number => captures + (hasTable ? 1 : 0);
  const step = async function (this: World, ...args: unknown[]): Promise<unknown> {
    const peer = this.peers.get(kit) ?? kit.open(this.scene);
    this.peers.set(kit, peer);
    // Behind them stands a callback that nobody has asked for.
    const plain = args.slice(0, count()).map((arg) => (isTable(arg) ? arg.raw() : arg));
    try {
      await run(peer, ...plain);
    } catch (fault) {
      if (fault instanceof Unsupported) return 'skipped';
      throw fault;
    }
    return undefined;
  };
  // cucumber-js holds a definition to the number of its parameters, each time it is used; a table may be left out of ours.
  defineStep(expression, Object.defineProperty(step, 'length', { get: count }));
}

function isTable(arg: unknown): arg is DataTable {
  return typeof arg === 'object' && arg !== null && 'raw' in arg;
}

After(async function (this: World) {
  for (const [kit, peer] of this.peers) await kit.close?.(peer);
  await this.seat.leave();
});

AfterAll(() => target.close());
