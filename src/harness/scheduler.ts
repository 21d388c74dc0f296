/**
 * Runs the scenarios of a plan: many at once as far as the target bears it, the exclusive ones alone, and alone again
 * whatever was doubtful in company. The last look is final.
 */
import { setImmediate as aTurn } from 'node:timers/promises';
import type { Result } from '../generated/meta/report.ts';
import type { Scenario } from '../spec/suite.ts';
import { leastMisfortunes } from './least-misfortunes.ts';
import { type Judging, runScenario, type TrialContext } from './run-scenario.ts';

export interface ScheduleOptions {
  /** At most this many at once; the target's own bound stands beside it. */
  readonly jobs?: number | undefined;
  /** They judge beside us, each one scenario at a time. */
  readonly helpers?: readonly Judging[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Failures on a network of chance are tried again with less and less of it. */
  readonly shrinks?: boolean | undefined;
  /** Whether the implementation says itself that it fails so: that accuses nobody, and is believed at the first look. */
  readonly isDeclared?: ((result: Result) => boolean) | undefined;
  /** Told each final result as it falls, with the microseconds that it took. */
  readonly onResult?: ((result: Result, duration: number) => void) | undefined;
}

export async function schedule(
  scenarios: readonly Scenario[],
  context: TrialContext,
  { jobs, helpers = [], signal, shrinks, isDeclared, onResult }: ScheduleOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  const alone: Scenario[] = scenarios.filter(({ exclusive }) => exclusive);
  const company = scenarios.filter(({ exclusive }) => !exclusive);
  const taken = new Map<Scenario, number>();

  const here: Judging = (scenario) => runScenario(scenario, context);

  const look = async (scenario: Scenario, judging: Judging): Promise<void> => {
    const started = performance.now();
    const trial = await judging(scenario);
    const { result, looks } = trial;
    const times = (taken.get(scenario) ?? 0) + 1;
    taken.set(scenario, times);
    const isAdmitted = result.reason?.code === 'unmet' && isDeclared?.(result) === true;
    if (times < looks && !isAdmitted) {
      alone.push(scenario);
      return;
    }
    const least = shrinks ? await leastMisfortunes(scenario, context, trial) : undefined;
    if (least !== undefined && result.evidence !== undefined) result.evidence.misfortunes = least;
    results.push(result);
    onResult?.(result, Math.round((performance.now() - started) * 1000));
  };

  const width = Math.max(1, Math.min(jobs ?? Number.POSITIVE_INFINITY, context.target.concurrency, company.length));
  let next = 0;
  const worker = async (judging: Judging): Promise<void> => {
    while (next < company.length && !signal?.aborted) {
      await look(company[next++]!, judging);
      // In our own process nothing else makes room for what helpers have to say.
      if (helpers.length > 0) await aTurn();
    }
  };
  await Promise.all([...Array.from({ length: width }, () => here), ...helpers].map(worker));
  while (alone.length > 0 && !signal?.aborted) await look(alone.shift()!, here);
  return results;
}
