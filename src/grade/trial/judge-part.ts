/**
 * One part of a submission, judged by the harness: attached inside its sandbox, all scenarios of the part, failures
 * repeated where that was asked for. The verdicts are ours; the submission only answers.
 */
import type { Part } from '../../generated/meta/grade-record.ts';
import type { Result } from '../../generated/meta/report.ts';
import { run } from '../../harness/run.ts';
import type { StepIndex } from '../../harness/step-index.ts';
import type { Target, TargetOptions } from '../../harness/target.ts';
import type { Suite } from '../../spec/suite.ts';
import type { Enclosure } from '../sandbox/enclosure.ts';
import { Warden } from '../sandbox/warden.ts';
import { classify } from './classify.ts';
import { InfrastructureFault } from './fault.ts';

/** What judging takes that belongs to the doors. */
export interface Judge {
  readonly suite: Suite;
  readonly steps: StepIndex;
  attach(spec: string, options: TargetOptions): Promise<Target>;
}

export interface PartRequest {
  readonly attach: string;
  readonly scenarios: readonly string[];
  readonly seed: number;
  /** How often a failure is run again. */
  readonly confirm: number;
  readonly enclosure: Omit<Enclosure, 'given'>;
  readonly onResult?: (result: Result) => void;
}

/** @throws InfrastructureFault where the tester itself failed */
export async function judgePart(judge: Judge, request: PartRequest): Promise<Part> {
  if (request.scenarios.length === 0) return { outcome: 'graded', results: [] };
  const { limits } = request.enclosure;
  const stop = new AbortController();
  const warden = new Warden(request.enclosure, () => stop.abort());
  const timer = setTimeout(() => stop.abort('time'), limits.runSeconds * 1000);
  const target = await judge.attach(request.attach, {
    suite: judge.suite.version,
    seed: request.seed,
    keeper: warden,
    ...(request.attach.startsWith('exec:')
      ? { answerLimit: limits.answerSeconds * 1000 }
      : { hangLimit: limits.answerSeconds * 1_000_000 }),
  });
  try {
    const results = await judged(judge, request, target, warden, stop.signal);
    const outOfTime = stop.signal.reason === 'time';
    return { ...classify({ results, failed: target.failed, warden, outOfTime }), results };
  } finally {
    clearTimeout(timer);
    await target.close();
  }
}

async function judged(
  judge: Judge,
  { scenarios, seed, confirm, onResult }: PartRequest,
  target: Target,
  warden: Warden,
  signal: AbortSignal,
): Promise<Result[]> {
  const look = async (chosen: readonly string[], repeat: number): Promise<Result[]> => {
    const { suite, steps } = judge;
    const selection = { scenarios: chosen, soak: true, patience: Number.MAX_SAFE_INTEGER };
    const noted = (result: Result): void => {
      if (result.verdict === 'pass') warden.hasPassed = true;
      if (repeat === 1) onResult?.(result);
    };
    const request = { suite, steps, target, selection, seed, level: 'all', repeat, signal, onResult: noted } as const;
    const { results } = await run(request);
    return results.filter(({ reason }) => reason?.code !== 'selection');
  };
  const first = await look(scenarios, 1);
  refuseErrors(first);
  const doubtful = first.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  if (confirm === 0 || doubtful.length === 0 || signal.aborted) return first.map(lean);
  const again = await look(
    doubtful.map(({ scenario }) => scenario),
    confirm,
  );
  refuseErrors(again);
  const confirmed = new Map(again.map((result) => [result.scenario, result]));
  return first.map((result) => lean(confirmedBy(result, confirmed.get(result.scenario))));
}

/** A verdict that did not come again is flaky: all of them are told, and the worst one stands. */
function confirmedBy(result: Result, again: Result | undefined): Result {
  if (again === undefined || again.notRun !== undefined) return result;
  const runs = [result.verdict, ...(again.runs ?? [again.verdict])];
  return runs.every((verdict) => verdict === result.verdict) ? result : { ...result, runs };
}

function refuseErrors(results: readonly Result[]): void {
  const error = results.find(({ verdict, notRun }) => verdict === 'error' || notRun === 'unavailable');
  if (error !== undefined) {
    throw new InfrastructureFault(`${error.scenario}: ${error.reason?.text ?? 'a fault of the tester'}`);
  }
}

/** What a report needs: the octets of what did not pass, and not more of standard error than a reader takes in. */
function lean(result: Result): Result {
  const { evidence, ...rest } = result;
  if (evidence === undefined || (rest.verdict === 'pass' && rest.runs === undefined)) return rest;
  const { stderr, ...kept } = evidence;
  return { ...rest, evidence: stderr === undefined ? kept : { ...kept, stderr: stderr.slice(-STDERR) } };
}

const STDERR = 2048;
