/**
 * False alarms: the reference is judged under one seed after another, in other addresses, keys and orders each time, and never
 * fails. ASSAY_SEEDS=200 asks for more than a test run has time for.
 */
import { expect, test } from 'vitest';
import { stepDefinitions } from '../../features/steps/index.ts';
import { compileSuite } from '../../src/build/compile-suite.ts';
import type { Result } from '../../src/generated/meta/report.ts';
import { run } from '../../src/harness/run.ts';
import { indexSteps } from '../../src/harness/step-index.ts';
import { portTarget } from '../../src/harness/targets/port-target.ts';
import { referencePort } from '../../src/serve/reference-port.ts';

const SEEDS = Number(process.env.ASSAY_SEEDS ?? 2);
/** Of each kind one: wire and population, with time and without. */
const RULES = [
  ...['HPR-RES-04', 'HPR-HOP-03', 'HPR-LOGIN-03', 'HPR-DELIV-04', 'HPR-DELIV-05', 'HPR-DELIV-06'],
  ...['HPR-ELECT-05', 'HPR-FAIL-01', 'HPR-CONF-03'],
];
const MINUTES = 10 + SEEDS / 2;

test(
  `no rule fails under ${SEEDS} seeds`,
  async () => {
    const suite = compileSuite(stepDefinitions);
    const steps = indexSteps(stepDefinitions);
    for (let seed = 1000; seed < 1000 + SEEDS; seed += 1) {
      const target = await portTarget('reference', referencePort(), { suite: suite.version, seed });
      const selection = { rules: RULES };
      const { results } = await run({ suite, steps, target, selection, seed, level: 'must', repeat: 1, shrinks: true });
      const bad = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'none');
      expect(bad.flatMap((result) => toldOf(result, seed))).toEqual([]);
      expect(results.some(({ verdict }) => verdict === 'pass')).toBe(true);
    }
  },
  MINUTES * 60_000,
);

/** Why, the least that chance must do for it, and the command that repeats it. */
function toldOf({ scenario, reason, evidence }: Result, seed: number): string[] {
  const enough = evidence?.misfortunes?.enough ?? [];
  const words = enough.map((one) => ` --misfortune '${one}'`).join('');
  return [`${scenario}: ${reason?.text}`, `assay run --scenario ${scenario} --seed ${seed}${words}`];
}
