/**
 * A scenario has failed on a network that loses, repeats and reorders by chance: which of all that befell its packets is enough
 * for it to fail at that step. In virtual time only, where the same seed gives the same history.
 */
import type { Misfortunes } from '../generated/meta/report.ts';
import type { Scenario } from '../spec/suite.ts';
import { runScenario, type Trial, type TrialContext } from './run-scenario.ts';
import { shrunk } from './shrink.ts';

/** Trials that a failure is worth. */
const MOST_TRIALS = 80;

/** Undefined where nothing was left to chance. */
export async function leastMisfortunes(
  scenario: Scenario,
  context: TrialContext,
  { result, misfortunes }: Trial,
): Promise<Misfortunes | undefined> {
  if (misfortunes.length === 0 || result.verdict !== 'fail') return undefined;
  if (context.only !== undefined) return { met: misfortunes.length, enough: [...misfortunes] };
  const fails = async (some: readonly string[]): Promise<boolean> => {
    const again = await runScenario(scenario, { ...context, only: new Set(some) });
    return again.result.verdict === 'fail' && again.result.reason?.step === result.reason?.step;
  };
  return { met: misfortunes.length, enough: [...(await shrunk(misfortunes, fails, MOST_TRIALS))] };
}
