/** Rules counted by protocol and outcome. A rule's outcome is the worst of its scenarios; not run is counted by its kind. */
import type { NotRun, Report, Result } from '../../generated/meta/report.ts';
import { worst } from '../../harness/verdict.ts';
import type { Lookup } from './lookup.ts';

/** A verdict, with failures that a deviation declares apart from the others. */
export type Outcome = 'pass' | 'fail' | 'declared' | 'inconclusive' | 'error' | 'observed' | 'none';

export const OUTCOMES: readonly Outcome[] = ['pass', 'fail', 'declared', 'inconclusive', 'error', 'observed', 'none'];

/** Column heads and counts: `12 passed`. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  pass: 'passed',
  fail: 'failed',
  declared: 'declared',
  inconclusive: 'inconclusive',
  error: 'error',
  observed: 'observed',
  none: 'not run',
};

/** Of a rule whose scenarios were left out for several reasons, the one that most can be done about. */
export const NOT_RUN_KINDS: readonly NotRun[] = ['unavailable', 'unsupported', 'excluded', 'not-applicable'];

export const NOT_RUN_WORDS: Readonly<Record<NotRun, string>> = {
  unavailable: 'unavailable here',
  unsupported: 'unsupported',
  excluded: 'excluded',
  'not-applicable': 'not applicable',
};

export interface ProtocolTally {
  readonly protocol: string;
  readonly title: string;
  readonly rules: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly notRun: Readonly<Record<NotRun, number>>;
}

export function outcomeOf(results: readonly Result[]): Outcome {
  const verdict = worst(results.map((result) => result.verdict));
  if (verdict !== 'fail') return verdict;
  const failing = results.filter((result) => result.verdict === 'fail');
  return failing.every(({ deviation }) => deviation !== undefined) ? 'declared' : 'fail';
}

/** Results by their primary rule, in the order of the results. */
export function byRule(results: readonly Result[]): Map<string, Result[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const rule = result.rules[0] ?? '';
    const group = groups.get(rule);
    if (group === undefined) groups.set(rule, [result]);
    else group.push(result);
  }
  return groups;
}

/** In the suite's order of protocols; only those that the report has results of. */
export function tally({ results }: Report, lookup: Lookup): ProtocolTally[] {
  const groups = new Map<string, Result[][]>();
  for (const group of byRule(results).values()) {
    const protocol = lookup.protocolOf(group[0]!);
    groups.set(protocol, [...(groups.get(protocol) ?? []), group]);
  }
  const titles = new Map(lookup.suite.protocols.map(({ protocol, title }) => [protocol, title]));
  const order = [...new Set([...titles.keys(), ...groups.keys()])].filter((protocol) => groups.has(protocol));
  return order.map((protocol) => tallyOf(protocol, titles.get(protocol) ?? protocol, groups.get(protocol)!));
}

function tallyOf(protocol: string, title: string, rules: readonly Result[][]): ProtocolTally {
  const counts = { pass: 0, fail: 0, declared: 0, inconclusive: 0, error: 0, observed: 0, none: 0 };
  const notRun = { unavailable: 0, unsupported: 0, excluded: 0, 'not-applicable': 0 };
  for (const results of rules) {
    const outcome = outcomeOf(results);
    counts[outcome] += 1;
    const kind = NOT_RUN_KINDS.find((each) => results.some((result) => result.notRun === each));
    if (outcome === 'none' && kind !== undefined) notRun[kind] += 1;
  }
  return { protocol, title, rules: rules.length, counts, notRun };
}

/** `8 unsupported, 4 not applicable`; empty when all were run. */
export function notRunInWords(notRun: Readonly<Record<NotRun, number>>): string {
  return NOT_RUN_KINDS.filter((kind) => notRun[kind] > 0)
    .map((kind) => `${notRun[kind]} ${NOT_RUN_WORDS[kind]}`)
    .join(', ');
}
