/**
 * One scenario against one target: seats it, walks its steps, and concludes. Only a Then can fail the primary rule; what
 * goes wrong in a Given, a When or a fence leaves it inconclusive; what is our own fault is an error.
 */
import { AssayError } from '../contract/assay-error.ts';
import type { Branch, NotRun, ReasonCode, Result } from '../generated/meta/report.ts';
import { seedFor } from '../net/random.ts';
import type { Scenario, Step, Suite } from '../spec/suite.ts';
import { EvidenceLog } from './evidence.ts';
import type { Kit } from './kit.ts';
import { openScene } from './open-scene.ts';
import { Inconclusive, IutFault, Unmet, Unsupported } from './outcome.ts';
import type { Scene } from './scene.ts';
import type { StepIndex } from './step-index.ts';
import type { Seat, Target } from './target.ts';
import type { Verdict } from './verdict.ts';

export interface Trial {
  readonly result: Result;
  /** The verdict may be owed to others or to this machine's load: judge it once more, alone, before it is claimed. */
  readonly again: boolean;
}

export interface TrialContext {
  readonly suite: Suite;
  readonly target: Target;
  readonly steps: StepIndex;
  readonly seed: number;
}

interface Conclusion {
  readonly verdict: Verdict;
  readonly notRun?: NotRun;
  readonly code?: ReasonCode;
  readonly text?: string;
  readonly again?: boolean;
}

export async function runScenario(scenario: Scenario, context: TrialContext): Promise<Trial> {
  const evidence = new EvidenceLog();
  const branches: Branch[] = [];
  const seed = seedFor(context.seed, scenario.id);
  let seat: Seat | undefined;
  let at: Step | undefined;
  let cause: unknown;
  const peers = new Map<Kit, unknown>();
  try {
    seat = await context.target.seat(scenario.id, seed);
    const took = (branch: Branch): void => void branches.push(branch);
    const scene = openScene(scenario, { ...context, seat, evidence, took, seed });
    for (const step of scenario.steps) {
      at = step;
      await runStep(step, scene, context.steps, peers);
    }
  } catch (thrown) {
    cause = thrown ?? new Error('a step threw nothing');
  }
  cause = (await leave(peers, seat)) ?? cause;
  // A process may end after its last answer, unnoticed by any step.
  if (!(cause instanceof IutFault)) cause = seat?.fault?.() ?? cause;
  const concluded = cause === undefined ? passed(scenario) : conclude(cause, at, scenario, context.target);
  const result = resultOf(scenario, concluded, evidence, at, cause, seat);
  const branch = branches.at(-1);
  if (branch !== undefined && cause === undefined) result.branch = branch;
  return { result, again: concluded.again === true };
}

async function runStep(step: Step, scene: Scene, steps: StepIndex, peers: Map<Kit, unknown>): Promise<void> {
  const definition = steps.find(step);
  let peer = peers.get(definition.kit);
  if (peer === undefined) {
    peer = definition.kit.open(scene);
    peers.set(definition.kit, peer);
  }
  const extra = step.table ?? step.docString;
  await definition.run(peer, ...step.args, ...(extra === undefined ? [] : [extra]));
}

/** Ends peers, then the seat; only a fault of ours there counts, and outranks the scenario's own end. */
async function leave(peers: Map<Kit, unknown>, seat: Seat | undefined): Promise<unknown> {
  let fault: unknown;
  for (const [kit, peer] of peers) {
    try {
      await kit.close?.(peer);
    } catch (thrown) {
      if (!(thrown instanceof IutFault) && !(thrown instanceof Unmet)) fault = thrown;
    }
  }
  await seat?.leave();
  return fault;
}

function passed(scenario: Scenario): Conclusion {
  return { verdict: scenario.level === 'MAY' ? 'observed' : 'pass' };
}

function conclude(cause: unknown, step: Step | undefined, scenario: Scenario, target: Target): Conclusion {
  const real = target.info.clock === 'real';
  if (cause instanceof Unmet) {
    const again = real && cause.mismatch.missing === true;
    // A MAY binds nobody: an option exercised in an unforeseen way tells nothing.
    const judged = step?.kind === 'then' && scenario.level !== 'MAY';
    if (judged) return { verdict: 'fail', code: 'unmet', text: cause.message, again };
    return { verdict: 'inconclusive', code: 'precondition', text: cause.message, again: real };
  }
  if (cause instanceof Inconclusive) {
    return { verdict: 'inconclusive', code: cause.code, text: cause.message, again: real };
  }
  if (cause instanceof Unsupported) {
    return { verdict: 'none', notRun: 'unsupported', code: 'capability', text: cause.message };
  }
  if (cause instanceof IutFault) {
    // Who never started has shown nothing of any rule.
    const verdict = cause.code === 'iut-start' ? 'inconclusive' : 'fail';
    return { verdict, code: cause.code, text: cause.message, again: cause.shared };
  }
  if (cause instanceof AssayError && cause.code === 'ERR_TARGET_UNAVAILABLE') {
    return { verdict: 'none', notRun: 'unavailable', code: 'machine', text: cause.message };
  }
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return { verdict: 'error', code: 'tester', text };
}

function resultOf(
  scenario: Scenario,
  concluded: Conclusion,
  evidence: EvidenceLog,
  step: Step | undefined,
  cause: unknown,
  seat: Seat | undefined,
): Result {
  const result: Result = {
    scenario: scenario.id,
    title: scenario.title,
    rules: [...scenario.rules],
    level: scenario.level,
    verdict: concluded.verdict,
  };
  if (concluded.notRun !== undefined) result.notRun = concluded.notRun;
  if (concluded.code !== undefined) {
    result.reason = { code: concluded.code, text: concluded.text ?? concluded.code };
    if (step !== undefined) result.reason.step = step.text;
  }
  if (concluded.verdict === 'none') return result;
  result.evidence = { exchange: [...evidence.entries] };
  if (cause instanceof Unmet) {
    const { expected, actual, difference } = cause.mismatch;
    Object.assign(result.evidence, { expected: [...expected], actual }, difference === undefined ? {} : { difference });
  }
  const stderr =
    cause instanceof IutFault && cause.stderr !== '' ? cause.stderr : cause === undefined ? '' : seat?.stderr();
  if (stderr) result.evidence.stderr = stderr;
  return result;
}
