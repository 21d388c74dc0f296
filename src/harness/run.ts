/**
 * A whole run against a target that is attached already: plans, schedules as often as asked, assembles the report. Opens
 * and closes nothing; knows no format and no screen.
 */
import type { Report, Result, RunOptions } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import { assemble, type Deviation, deviationOf } from './assemble.ts';
import type { Judging } from './run-scenario.ts';
import { schedule } from './scheduler.ts';
import { type LeftOut, plan, type Selection } from './select.ts';
import type { StepIndex } from './step-index.ts';
import type { Target } from './target.ts';

export interface RunRequest {
  readonly suite: Suite;
  readonly steps: StepIndex;
  readonly target: Target;
  readonly selection: Selection;
  readonly seed: number;
  readonly level: RunOptions['level'];
  readonly repeat: number;
  readonly jobs?: number | undefined;
  /** Asked once who judges beside us, told how many scenarios there are. */
  readonly helpers?: ((scenarios: number) => readonly Judging[]) | undefined;
  /** Whether failures on a network of chance are told with the least of it that is enough. */
  readonly shrinks?: boolean | undefined;
  /** Of what chance does to packets of simulated networks, this alone. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly deviations?: readonly Deviation[];
  /** Where capabilities, parameters and deviations were stated. */
  readonly pics?: string | undefined;
  readonly signal?: AbortSignal;
  /** Told once, before the first scenario: how many will be judged, repetitions counted. */
  readonly onPlan?: (total: number) => void;
  readonly onResult?: (result: Result) => void;
}

export async function run(request: RunRequest): Promise<Report> {
  const { suite, target, selection, signal, deviations = [] } = request;
  const { run: chosen, leftOut } = plan(suite, target, selection);
  const startedAt = new Date();
  const started = performance.now();
  const durations: Record<string, number> = {};
  request.onPlan?.(chosen.length * request.repeat);
  const helpers = request.helpers?.(chosen.filter(({ exclusive }) => !exclusive).length);
  const rounds: Result[][] = [leftOut.map(notRun)];
  for (let round = 0; round < request.repeat && !signal?.aborted; round += 1) {
    const results = await schedule(
      chosen,
      { suite, target, steps: request.steps, seed: request.seed, only: request.only },
      {
        jobs: request.jobs,
        helpers,
        shrinks: request.shrinks,
        signal,
        isDeclared: (result) => deviationOf(result, deviations) !== undefined,
        onResult: (result, duration) => {
          durations[result.scenario] = Math.max(durations[result.scenario] ?? 0, duration);
          request.onResult?.(result);
        },
      },
    );
    rounds.push(results);
  }
  if (signal?.aborted) rounds.push(missed(chosen, rounds));
  return assemble({
    suite,
    target: target.info,
    options: optionsOf(request),
    deviations,
    rounds,
    interrupted: signal?.aborted === true,
    timings: {
      startedAt: startedAt.toISOString(),
      duration: Math.round((performance.now() - started) * 1000),
      scenarios: Object.fromEntries(Object.entries(durations).sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  });
}

function notRun({ scenario, notRun, code, text }: LeftOut): Result {
  const { id, title, rules, level } = scenario;
  return { scenario: id, title, rules: [...rules], level, verdict: 'none', notRun, reason: { code, text } };
}

/** What an interrupted run never came to. */
function missed(chosen: readonly LeftOut['scenario'][], rounds: readonly Result[][]): Result[] {
  const seen = new Set(rounds.flat().map(({ scenario }) => scenario));
  return chosen
    .filter(({ id }) => !seen.has(id))
    .map((scenario) =>
      notRun({ scenario, notRun: 'excluded', code: 'interrupted', text: 'the run was stopped before it' }),
    );
}

function optionsOf({ seed, level, repeat, pics, selection }: RunRequest): RunOptions {
  const { profile, shard, protocols, rules, scenarios } = selection;
  return {
    seed,
    level,
    repeat,
    ...(pics === undefined ? {} : { pics }),
    ...(profile === undefined ? {} : { profile }),
    ...(shard === undefined ? {} : { shard: `${shard.index}/${shard.of}` }),
    ...(protocols?.length ? { protocols: [...protocols] } : {}),
    ...(rules?.length ? { rules: [...rules] } : {}),
    ...(scenarios?.length ? { scenarios: [...scenarios] } : {}),
  };
}
