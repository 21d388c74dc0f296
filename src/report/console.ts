/**
 * For a person at a terminal. Calm when the implementation conforms: what was judged, a table, one closing line. What
 * failed is told in full, one scenario a rule; what is inconclusive in a line; what was not run is counted by kind, and
 * never shown as if it were fine.
 */

import type { Report, Result } from '../generated/meta/report.ts';
import { isFlip } from '../harness/flip.ts';
import type { Suite } from '../spec/suite.ts';
import { failureLines } from './console/failures.ts';
import { tableLines } from './console/table.ts';
import { noColours, type Palette, type RenderOptions, type ReportFormat } from './format.ts';
import type { Layout } from './view/evidence-lines.ts';
import { span } from './view/instant.ts';
import { lookUp } from './view/lookup.ts';
import { plainLine } from './view/plain.ts';
import { runsInWords } from './view/runs.ts';
import { plural, standing } from './view/standing.ts';
import { tally } from './view/tally.ts';
import { wrap } from './view/wrap.ts';

export const consoleFormat: ReportFormat = {
  name: 'console',
  about: 'for a terminal: calm on success, every failed rule in full',
  extension: 'txt',
  render: (report, suite, options) => {
    const layout = { paint: options.colours ?? noColours, columns: Math.max(60, options.columns ?? 100) };
    const lookup = lookUp(suite);
    const lines = [
      ...failureLines(report, lookup, layout, options),
      ...briefLines(report, layout),
      ...headLines(report, layout.paint),
      '',
      ...tableLines(tally(report, lookup), layout),
      '',
      ...closingLines(report, suite, layout, options),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function headLines({ suite, target, options }: Report, { bold, dim }: Palette): string[] {
  const name = plainLine([target.name, target.version].filter((part) => part !== undefined).join(' '), 120);
  const details = [
    ...(target.language === undefined ? [] : [plainLine(target.language, 60)]),
    `${target.clock} clock`,
    `seed ${options.seed}`,
    ...(options.repeat > 1 ? [`${options.repeat} repetitions`] : []),
    ...(options.profile === undefined ? [] : [`profile ${options.profile}`]),
    ...(options.shard === undefined ? [] : [`shard ${options.shard}`]),
  ];
  return [
    `${dim('target')}  ${bold(name)} (${plainLine(target.spec, 200)})`,
    `        ${details.join(', ')}`,
    `${dim('suite')}   ${suite.version}, ${suite.scenarios} scenarios, digest ${suite.digest.slice(0, 12)}`,
  ];
}

/** Most lines of each kind of brief mention. */
const MOST_BRIEF = 20;

function briefLines(report: Report, layout: Layout): string[] {
  const { paint } = layout;
  const inconclusive = report.results.filter(({ verdict }) => verdict === 'inconclusive');
  const declared = report.results.filter(({ deviation }) => deviation !== undefined);
  const flips = report.results.filter(isFlip);
  return [
    ...section(
      paint.yellow('Inconclusive'),
      byReason(inconclusive),
      layout,
      ({ reason, results: [first, ...others] }) => [
        `${first!.scenario}  ${first!.rules[0]}${others.length > 0 ? `, and ${plural(others.length, 'scenario')} more` : ''}`,
        reason,
      ],
    ),
    ...section(paint.yellow('Fails as declared'), declared, layout, ({ scenario, rules, deviation }) => [
      `${scenario}  ${rules[0]}`,
      plainLine([deviation!.why, deviation!.clause].filter((part) => part !== undefined).join('; '), 300),
    ]),
    ...section(paint.red('Stale deviations'), report.stale ?? [], layout, ({ rule, scenario, why }) => [
      `${scenario === undefined ? rule : `${scenario}  ${rule}`} was declared, and did not fail: take it out of the statement`,
      plainLine(why, 300),
    ]),
    ...section(paint.yellow('Flips'), flips, layout, ({ scenario, rules, runs }) => [
      `${scenario}  ${rules[0]}`,
      `the verdict changed between repetitions: ${runsInWords(runs!)}`,
    ]),
  ];
}

/** Those with one and the same reason are told once: a program that does not start leaves every scenario inconclusive. */
function byReason(results: readonly Result[]): { reason: string; results: readonly Result[] }[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const reason = plainLine(result.reason?.text ?? 'no reason is given', 300);
    groups.set(reason, [...(groups.get(reason) ?? []), result]);
  }
  return [...groups].map(([reason, grouped]) => ({ reason, results: grouped }));
}

function section<Item>(
  title: string,
  items: readonly Item[],
  layout: Layout,
  tell: (item: Item) => string[],
): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST_BRIEF).flatMap((item) => {
    const [head = '', ...rest] = tell(item);
    return [`  ${head}`, ...rest.flatMap((line) => wrap(line, layout.columns - 6).map((part) => `      ${part}`))];
  });
  const missing = items.length - MOST_BRIEF;
  return [title, ...shown, ...(missing > 0 ? [`  ... and ${missing} more`] : []), ''];
}

function closingLines(report: Report, suite: Suite, layout: Layout, { reproducible }: RenderOptions): string[] {
  const { exit, head, causes } = standing(report, suite);
  const { paint, columns } = layout;
  const tint = exit === 0 ? paint.green : exit === 1 ? paint.red : paint.yellow;
  const time =
    report.timings === undefined || reproducible
      ? ''
      : ` ${plural(judged(report), 'scenario')} in ${span(Math.round(report.timings.duration / 1000) * 1000)}.`;
  const { repeat } = report.options;
  const steady = repeat > 1 && report.summary.flips === 0 ? ` No verdict changed in ${repeat} repetitions.` : '';
  const [first = '', ...rest] = wrap(`${head}: ${causes.join('; ')}.${steady}${time}`, columns);
  return [
    ...(report.interrupted ? [paint.yellow('The run was stopped before its end; this is what it came to.')] : []),
    tint(first.slice(0, head.length)) + first.slice(head.length),
    ...rest,
  ];
}

function judged({ results }: Report): number {
  return results.filter(({ verdict }) => verdict !== 'none').length;
}
