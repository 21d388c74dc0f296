/**
 * Every failed rule: its first failing scenario with all evidence, the others in a line each. Faults of ours come the
 * same way, under their own head, so that nobody takes them for the implementation's.
 */
import type { Report, Result } from '../../generated/meta/report.ts';
import type { RenderOptions } from '../format.ts';
import { evidenceLines, type Layout, ruleLines } from '../view/evidence-lines.ts';
import type { Lookup } from '../view/lookup.ts';
import { clipLine } from '../view/plain.ts';
import { resultView } from '../view/result-view.ts';
import { whyLight } from '../view/standing.ts';
import { byRule } from '../view/tally.ts';
import { ladderLines } from './ladder.ts';

/** Rules told in full, and scenarios of one rule mentioned; the other formats hold them all. */
const MOST_RULES = 40;
const MOST_MENTIONED = 12;

export function failureLines(report: Report, lookup: Lookup, layout: Layout, options: RenderOptions): string[] {
  const told = (verdict: Result['verdict']): Result[][] => [
    ...byRule(report.results.filter((result) => result.verdict === verdict && result.deviation === undefined)).values(),
  ];
  const groups = [...told('error'), ...told('fail')];
  const missing = groups.length - MOST_RULES;
  return [
    ...groups.slice(0, MOST_RULES).flatMap((group) => groupLines(group, report, lookup, layout, options)),
    ...(missing > 0 ? [`${missing} more rules fail; --report html=FILE tells them all.`, ''] : []),
  ];
}

function groupLines(
  group: readonly Result[],
  report: Report,
  lookup: Lookup,
  layout: Layout,
  options: RenderOptions,
): string[] {
  const { paint } = layout;
  const first = group[0]!;
  const view = resultView(first, report, lookup, options);
  const [head = '', ...statement] = ruleLines(view, layout);
  const word = first.verdict === 'error' ? 'A FAULT OF THE TESTER' : 'FAIL';
  // The evidence is indented.
  const narrower = { ...layout, columns: layout.columns - 2 };
  const light = whyLight(first, report.options.level);
  return [
    `${paint.red(paint.bold(word))}  ${head}`,
    ...statement,
    ...(light === undefined ? [] : [paint.yellow(`  It ${light}.`)]),
    '',
    ...evidenceLines(view, layout, ladderLines(view, narrower)).map((line) => `  ${line}`),
    ...others(group.slice(1), layout),
    '',
  ];
}

function others(results: readonly Result[], { columns }: Layout): string[] {
  if (results.length === 0) return [];
  const missing = results.length - MOST_MENTIONED;
  return [
    '  also',
    ...results.slice(0, MOST_MENTIONED).map(({ scenario, evidence, reason }) => {
      const text = evidence?.actual === undefined ? (reason?.text ?? '') : `got ${evidence.actual}`;
      return `    ${scenario}  ${clipLine(text, Math.max(40, columns - scenario.length - 6))}`;
    }),
    ...(missing > 0 ? [`    ... and ${missing} more`] : []),
  ];
}
