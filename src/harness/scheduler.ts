/**
 * Runs the scenarios of a plan: many at once as far as the target bears it, the exclusive ones alone, and alone again
 * whatever was doubtful in company. A verdict that changed between the two looks is the second one's; the second look is
 * final.
 */
import type { Result } from '../generated/meta/report.ts';
import type { Scenario } from '../spec/suite.ts';
import { runScenario, type Trial, type TrialContext } from './run-scenario.ts';

export interface ScheduleOptions {
  /** At most this many at once; the target's own bound stands beside it. */
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told each final result as it falls, with the microseconds that it took. */
  readonly onResult?: ((result: Result, duration: number) => void) | undefined;
}

export async function schedule(
  scenarios: readonly Scenario[],
  context: TrialContext,
  { jobs, signal, onResult }: ScheduleOptions,
): Promise<Result[]> {
  const results: Result[] = [];
  const alone: Scenario[] = scenarios.filter(({ exclusive }) => exclusive);
  const company = scenarios.filter(({ exclusive }) => !exclusive);

  const look = async (scenario: Scenario, final: boolean): Promise<void> => {
    const started = performance.now();
    const { result, again }: Trial = await runScenario(scenario, context);
    if (again && !final) {
      alone.push(scenario);
      return;
    }
    results.push(result);
    onResult?.(result, Math.round((performance.now() - started) * 1000));
  };

  const width = Math.max(1, Math.min(jobs ?? Number.POSITIVE_INFINITY, context.target.concurrency, company.length));
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < company.length && !signal?.aborted) await look(company[next++]!, false);
  };
  await Promise.all(Array.from({ length: width }, worker));

  const lone = new Set(scenarios.filter(({ exclusive }) => exclusive));
  while (alone.length > 0 && !signal?.aborted) {
    const scenario = alone.shift()!;
    // An exclusive scenario has had no look yet, so it may have two.
    await look(scenario, !lone.delete(scenario));
  }
  return results;
}
