/** The reference with some text of its sources changed, judged by the rules of one protocol. */
import { readFileSync } from 'node:fs';
import { stepDefinitions } from '../../../features/steps/index.ts';
import { compileSuite } from '../../../src/build/compile-suite.ts';
import type { PatchMutant } from '../../../src/generated/meta/mutants.ts';
import type { Result } from '../../../src/generated/meta/report.ts';
import { run } from '../../../src/harness/run.ts';
import { indexSteps } from '../../../src/harness/step-index.ts';
import { portTarget } from '../../../src/harness/targets/port-target.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { type Edit, patchedReference } from '../../../src/proof/patch.ts';

const whole = compileSuite(stepDefinitions);
const steps = indexSteps(stepDefinitions);

export function suiteOf(protocol: string): typeof whole {
  return { ...whole, scenarios: whole.scenarios.filter((each) => each.protocol === protocol) };
}

export function mutantsOf(protocol: string): readonly PatchMutant[] {
  const { mutants } = JSON.parse(readFileSync(projectPath(`fixtures/mutants/${protocol}.json`), 'utf8')) as {
    readonly mutants: readonly PatchMutant[];
  };
  return mutants;
}

/** What was judged; without rules, by all of them. */
export async function judgeChanged(
  suite: typeof whole,
  edits: readonly Edit[],
  rules: readonly string[] = [],
): Promise<readonly Result[]> {
  const reference = await patchedReference('changed', edits);
  const target = await portTarget('changed', reference, { suite: suite.version, seed: 1 });
  const request = { suite, steps, target, selection: { rules }, seed: 1, repeat: 1 };
  const { results } = await run({ ...request, level: 'all' });
  await target.close();
  return results.filter(({ verdict }) => verdict !== 'none');
}
