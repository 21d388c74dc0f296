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
  /**
   * How many looks such a verdict takes before it is claimed, all but the first alone. More than one where it may be owed
   * to others or to this machine's load.
   */
  readonly looks: number;
  /** What chance did to packets of simulated networks. */
  readonly misfortunes: readonly string[];
}

/** Runs one scenario against the target: here, or wherever else there is one of it. */
export type Judging = (scenario: Scenario) => Promise<Trial>;

export interface TrialContext {
  readonly suite: Suite;
  readonly target: Target;
  readonly steps: StepIndex;
  readonly seed: number;
  /** Of what chance does to packets, this alone. */
  readonly only?: ReadonlySet<string> | undefined;
}

const CLAIMED_AT_ONCE = 1;
/** What this machine was too slow to see may be seen when less else runs on it. */
const CLAIMED_IN_A_CALM_MOMENT = 6;
const CLAIMED_TWICE = 2;
/** Alone, the second look may still meet the delayed end of a process that others have used; the third gets a new one. */
const CLAIMED_IN_A_FRESH_PROCESS = 3;

interface Conclusion {
  readonly verdict: Verdict;
  readonly notRun?: NotRun;
  readonly code?: ReasonCode;
  readonly text?: string;
  readonly looks?: number;
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
    seat = await context.target.seat(scenario.id, seed, scenario.needs, context.only);
    const took = (branch: Branch): void => void branches.push(branch);
    const scene = openScene(scenario, { ...context, seat, evidence, took, seed });
    for (const step of scenario.steps) {
      at = step;
      await runStep(step, scene, context.steps, peers);
    }
  } catch (thrown) {
    cause = thrown ?? new Error('a step threw nothing');
    evidence.giveUp();
  }
  cause = (await leave(peers, seat)) ?? cause;
  // A process may end after its last answer, unnoticed by any step.
  if (!(cause instanceof IutFault)) cause = seat?.fault?.() ?? cause;
  const concluded = cause === undefined ? passed(scenario) : conclude(cause, at, scenario, context.target);
  const result = resultOf(scenario, concluded, evidence, at, cause, seat);
  const branch = branches.at(-1);
  if (branch !== undefined && cause === undefined) result.branch = branch;
  return { result, looks: concluded.looks ?? CLAIMED_AT_ONCE, misfortunes: seat?.misfortunes?.() ?? [] };
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
  const looks = target.info.clock === 'real' ? CLAIMED_TWICE : CLAIMED_AT_ONCE;
  if (cause instanceof Unmet) {
    // A MAY binds nobody: an option exercised in an unforeseen way tells nothing.
    const judged = step?.kind === 'then' && scenario.level !== 'MAY';
    if (judged)
      return { verdict: 'fail', code: 'unmet', text: cause.message, ...(cause.mismatch.missing ? { looks } : {}) };
    return { verdict: 'inconclusive', code: 'precondition', text: cause.message, looks };
  }
  if (cause instanceof Inconclusive) {
    const isDoubt = cause.code === 'unsure' && looks > CLAIMED_AT_ONCE;
    return {
      verdict: 'inconclusive',
      code: cause.code,
      text: cause.message,
      looks: isDoubt ? CLAIMED_IN_A_CALM_MOMENT : looks,
    };
  }
  if (cause instanceof Unsupported) {
    return { verdict: 'none', notRun: 'unsupported', code: 'capability', text: cause.message };
  }
  if (cause instanceof IutFault) {
    // Who never started has shown nothing of any rule.
    const started = cause.code !== 'iut-start' && target.failed === undefined;
    const verdict = started ? 'fail' : 'inconclusive';
    return {
      verdict,
      code: cause.code,
      text: cause.message,
      looks: cause.shared ? CLAIMED_IN_A_FRESH_PROCESS : CLAIMED_AT_ONCE,
    };
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
    const { expected, actual, difference, missing } = cause.mismatch;
    Object.assign(
      result.evidence,
      { expected: [...expected], actual },
      difference === undefined ? {} : { difference },
      missing ? { missing: evidence.givenUpAt } : {},
    );
  }
  const stderr =
    cause instanceof IutFault && cause.stderr !== '' ? cause.stderr : cause === undefined ? '' : seat?.stderr();
  if (stderr) result.evidence.stderr = stderr;
  return result;
}
