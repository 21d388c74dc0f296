/**
 * From results to a report: repetitions folded into one result a scenario, declared deviations matched, everything
 * counted, and the exit status decided. Pure; the order of results is that of their scenario ids.
 */
import type { Pics } from '../generated/meta/pics.ts';
import type { Counts, Report, Result, RunOptions, Summary } from '../generated/meta/report.ts';
import type { Suite } from '../spec/suite.ts';
import { isFlip } from './flip.ts';
import { type Verdict, worst } from './verdict.ts';

export type Deviation = NonNullable<Pics['deviations']>[number];

export interface RunFacts {
  readonly suite: Suite;
  readonly target: Report['target'];
  readonly options: RunOptions;
  readonly deviations: readonly Deviation[];
  /** Results of each repetition. */
  readonly rounds: readonly (readonly Result[])[];
  readonly interrupted: boolean;
  readonly timings?: Report['timings'];
}

const BINDING: ReadonlySet<string> = new Set(['MUST', 'MUST NOT', 'FORMAT', 'STATE-RULE']);
const ADVICE: ReadonlySet<string> = new Set(['SHOULD', 'SHOULD NOT']);

export function assemble(facts: RunFacts): Report {
  const results = fold(facts.rounds).map((result) => declare(result, facts.deviations));
  const stale = facts.deviations.filter((deviation) => isStale(deviation, results));
  const report: Report = {
    report: 1,
    suite: { version: facts.suite.version, digest: facts.suite.digest, scenarios: facts.suite.scenarios.length },
    target: facts.target,
    options: facts.options,
    summary: summarize(results, facts, stale.length),
    results,
  };
  if (stale.length > 0) report.stale = stale;
  if (facts.interrupted) report.interrupted = true;
  if (facts.timings !== undefined) report.timings = facts.timings;
  return report;
}

/** One result a scenario: the worst of its repetitions, and all verdicts where they differ. */
function fold(rounds: readonly (readonly Result[])[]): Result[] {
  const byScenario = new Map<string, Result[]>();
  for (const result of rounds.flat()) {
    const runs = byScenario.get(result.scenario);
    if (runs === undefined) byScenario.set(result.scenario, [result]);
    else runs.push(result);
  }
  const folded = [...byScenario.values()].map((runs) => {
    const verdicts = runs.map(({ verdict }) => verdict);
    const verdict = worst(verdicts);
    const telling = runs.find((run) => run.verdict === verdict)!;
    return verdicts.every((one) => one === verdict) ? telling : { ...telling, runs: verdicts };
  });
  return folded.sort((one, other) => (one.scenario < other.scenario ? -1 : 1));
}

function covers(deviation: Deviation, result: Result): boolean {
  return deviation.rule === result.rules[0] && (deviation.scenario ?? result.scenario) === result.scenario;
}

/** The deviation that a failure was declared as. */
export function deviationOf(result: Result, deviations: readonly Deviation[]): Deviation | undefined {
  return result.verdict === 'fail' ? deviations.find((each) => covers(each, result)) : undefined;
}

function declare(result: Result, deviations: readonly Deviation[]): Result {
  const deviation = deviationOf(result, deviations);
  return deviation ? { ...result, deviation } : result;
}

/** A declared deviation must still be one: stale when its scenarios were judged, none of them failed, and none was left open. */
function isStale(deviation: Deviation, results: readonly Result[]): boolean {
  if (deviation.sometimes) return false;
  const verdicts = new Set(results.filter((result) => covers(deviation, result)).map(({ verdict }) => verdict));
  return verdicts.has('pass') && !verdicts.has('fail') && !verdicts.has('inconclusive');
}

function summarize(results: readonly Result[], facts: RunFacts, stale: number): Summary {
  const notRun: Summary['notRun'] = { 'not-applicable': 0, unsupported: 0, excluded: 0, unavailable: 0 };
  for (const result of results) if (result.notRun !== undefined) notRun[result.notRun] += 1;
  const levels: Summary['levels'] = {};
  for (const level of new Set(results.map((result) => result.level))) {
    levels[level] = count(results.filter((result) => result.level === level).map(({ verdict }) => verdict));
  }
  const rules = count(ruleVerdicts(results).values());
  return {
    exit: exitOf(results, rules, facts, stale),
    scenarios: count(results.map(({ verdict }) => verdict)),
    rules,
    notRun,
    levels,
    declared: results.filter(({ deviation }) => deviation !== undefined).length,
    flips: results.filter(isFlip).length,
  };
}

/** A rule's verdict is the worst of the scenarios that have it as their primary rule. */
function ruleVerdicts(results: readonly Result[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict[]>();
  for (const { rules, verdict } of results) {
    const rule = rules[0]!;
    verdicts.set(rule, [...(verdicts.get(rule) ?? []), verdict]);
  }
  return new Map([...verdicts].map(([rule, all]) => [rule, worst(all)]));
}

function count(verdicts: Iterable<Verdict>): Counts {
  const counts: Counts = { pass: 0, inconclusive: 0, fail: 0, error: 0, observed: 0, none: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

function exitOf(
  results: readonly Result[],
  rules: Counts,
  { options, suite, target, interrupted }: RunFacts,
  stale: number,
): 0 | 1 | 3 {
  if (results.some(({ verdict }) => verdict === 'error')) return 3;
  // A few scenarios that pass make no verdict where something is left open of each rule.
  if (rules.pass + rules.fail === 0) return 3;
  const counting = (result: Result): boolean => {
    if (result.verdict === 'inconclusive') return options.level === 'all' && result.level !== 'MAY';
    if (result.verdict !== 'fail' || result.deviation !== undefined) return false;
    return BINDING.has(result.level) || (options.level !== 'must' && ADVICE.has(result.level));
  };
  const profile = suite.profiles.find(({ name }) => name === options.profile);
  const lacking = profile?.requires?.some((capability) => !target.capabilities.includes(capability)) === true;
  if (stale > 0 || lacking || results.some(counting)) return 1;
  // What was not come to may fail yet.
  return interrupted ? 3 : 0;
}
