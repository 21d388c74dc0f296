/**
 * What the run comes to, in a sentence, and why: the words for `summary.exit`. The exit status itself is the harness's;
 * nothing is decided here.
 */
import type { Report, Result } from '../../generated/meta/report.ts';
import type { Suite } from '../../spec/suite.ts';
import { plainLine } from './plain.ts';
import { byRule, NOT_RUN_KINDS, NOT_RUN_WORDS, type Outcome, outcomeOf } from './tally.ts';

const BINDING: ReadonlySet<string> = new Set(['MUST', 'MUST NOT', 'FORMAT', 'STATE-RULE']);
const JUDGED: ReadonlySet<Outcome> = new Set(['pass', 'fail', 'declared', 'error']);
const ADVICE: ReadonlySet<string> = new Set(['SHOULD', 'SHOULD NOT']);

/** Whether this result alone keeps the run from conforming. */
export function weighs({ verdict, level, deviation }: Result, counted: Report['options']['level']): boolean {
  if (verdict === 'error') return true;
  if (verdict === 'inconclusive') return counted === 'all' && level !== 'MAY';
  if (verdict !== 'fail' || deviation !== undefined) return false;
  return BINDING.has(level) || (counted !== 'must' && ADVICE.has(level));
}

/** Why a failure does not count against the implementation; undefined when it does, or when nothing failed. */
export function whyLight(result: Result, counted: Report['options']['level']): string | undefined {
  if (result.verdict !== 'fail' || weighs(result, counted)) return undefined;
  if (result.deviation !== undefined) return `declared deviation: ${plainLine(result.deviation.why)}`;
  return ADVICE.has(result.level) ? 'counts only with --level should' : 'does not count, for a MAY binds nobody';
}

/** What keeps the run from conforming though no single scenario shows it. */
export interface RunFault {
  /** A short name, unique in the report. */
  readonly name: string;
  readonly text: string;
}

export function runFaults(report: Report, suite: Suite): RunFault[] {
  const { stale = [], results } = report;
  const faults: RunFault[] = stale.map(({ rule, scenario, why }) => ({
    name: `stale deviation ${plainLine(scenario ?? rule)}`,
    text: `declared as a deviation, but ${rule} did not fail: take it out of the statement (${plainLine(why)})`,
  }));
  faults.push(...lackingCapabilities(report, suite));
  if (![...byRule(results).values()].some((of) => JUDGED.has(outcomeOf(of)))) {
    faults.push({ name: 'nothing was judged', text: whyNothing(results) });
  }
  return faults;
}

function lackingCapabilities({ options, target }: Report, { profiles }: Suite): RunFault[] {
  const profile = profiles.find(({ name }) => name === options.profile);
  return (profile?.requires ?? [])
    .filter((capability) => !target.capabilities.includes(capability))
    .map((capability) => ({
      name: `profile ${profile!.name} requires ${capability}`,
      text: `the profile ${profile!.name} requires ${capability}, which the implementation does not declare`,
    }));
}

function whyNothing(results: readonly Result[]): string {
  const counts = NOT_RUN_KINDS.map((kind) => ({
    words: NOT_RUN_WORDS[kind],
    count: results.filter(({ notRun }) => notRun === kind).length,
  })).filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no rule came to a verdict';
  return `no rule came to a verdict: ${counts.map(({ words, count }) => `${count} ${words}`).join(', ')}`;
}

export interface Standing {
  readonly exit: Report['summary']['exit'];
  /** `Conforms`, `Does not conform` or `No verdict`. */
  readonly head: string;
  /** What it rests on, one phrase each. */
  readonly causes: readonly string[];
}

export function standing(report: Report, suite: Suite): Standing {
  const { exit } = report.summary;
  const head = { 0: 'Conforms', 1: 'Does not conform', 3: 'No verdict' }[exit];
  const groups = [...byRule(report.results).values()];
  return { exit, head, causes: exit === 0 ? calmCauses(report, groups) : badCauses(report, suite, groups) };
}

function badCauses(report: Report, suite: Suite, groups: readonly Result[][]): string[] {
  const heavy = groups.map((results) => results.filter((result) => weighs(result, report.options.level)));
  const rulesWith = (verdict: Result['verdict']): number =>
    heavy.filter((results) => results.some((result) => result.verdict === verdict)).length;
  const errors = report.results.filter(({ verdict }) => verdict === 'error').length;
  const stale = report.stale?.length ?? 0;
  return [
    ...phrase(errors, "scenario met a fault of the tester's own", "scenarios met a fault of the tester's own"),
    ...phrase(rulesWith('fail'), 'rule fails', 'rules fail'),
    ...phrase(rulesWith('inconclusive'), 'rule is inconclusive', 'rules are inconclusive'),
    ...phrase(stale, 'declared deviation is stale', 'declared deviations are stale'),
    ...runFaults({ ...report, stale: [] }, suite).map(({ text }) => text),
    ...(report.interrupted ? ['stopped before its end'] : []),
  ];
}

/** A conforming run says too what it should not pass over in silence. */
function calmCauses({ options }: Report, groups: readonly Result[][]): string[] {
  const count = (outcome: Outcome): number => groups.filter((results) => outcomeOf(results) === outcome).length;
  const when = options.level === 'must' ? ', which counts only with --level should' : '';
  return [
    plural(count('pass'), 'rule passes', 'rules pass'),
    ...phrase(count('fail'), `advised rule fails${when}`, `advised rules fail${when}`),
    ...phrase(count('declared'), 'rule fails as declared', 'rules fail as declared'),
    ...phrase(count('inconclusive'), 'rule is inconclusive', 'rules are inconclusive'),
  ];
}

function phrase(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [plural(count, one, many)];
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
