/**
 * GitHub-flavoured markdown for a job summary: the outcome, a table, every failed rule folded up. GitHub takes 1 MiB of
 * summary: of very many failures the first are told in full and the others named. Whatever an implementation said
 * stands in code, where nothing of it is markup.
 */

import type { Report, Result } from '../generated/meta/report.ts';
import { isFlip } from '../harness/flip.ts';
import type { RenderOptions, ReportFormat } from './format.ts';
import { code, codeBlock, text } from './markdown/escape.ts';
import { octetLines } from './octets.ts';
import { type Lookup, lookUp } from './view/lookup.ts';
import { plainLine } from './view/plain.ts';
import { type ResultView, resultView } from './view/result-view.ts';
import { runsInWords } from './view/runs.ts';
import { standing, whyLight } from './view/standing.ts';
import { byRule, notRunInWords, OUTCOME_WORDS, OUTCOMES, tally } from './view/tally.ts';
import { escapeXml } from './view/xml.ts';

export const markdownFormat: ReportFormat = {
  name: 'markdown',
  about: 'a summary for GitHub and other forges',
  extension: 'md',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    const { head, causes } = standing(report, suite);
    const blocks = [
      `## Assay: ${head.toLowerCase()}`,
      `${text(`${causes.join('; ')}.`)}`,
      ...(report.interrupted ? ['**The run was stopped before its end.**'] : []),
      targetLine(report),
      table(report, lookup),
      ...failures(report, lookup, options),
      ...lists(report),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function targetLine({ target, suite, options }: Report): string {
  const facts = [target.version, target.language, `${target.clock} clock`].filter((part) => part !== undefined);
  const judged = `Target ${code(plainLine(target.name, 120))} (${code(plainLine(target.spec, 200))}, ${text(facts.join(', '))})`;
  return `${judged}, suite ${text(suite.version)} (${suite.digest.slice(0, 12)}), seed ${options.seed}.`;
}

function table(report: Report, lookup: Lookup): string {
  const rows = tally(report, lookup);
  const lines = [
    ['Rules', ...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome]), 'not run, by kind'],
    ['---', ...OUTCOMES.map(() => '--:'), '---'],
    ...rows.map(({ title, counts, notRun }) => [
      text(title),
      ...OUTCOMES.map((outcome) => String(counts[outcome])),
      notRunInWords(notRun),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const MOST_FULL = 40;
const MOST_NAMED = 200;
const MOST_ROWS = 24;
const MOST_EXCHANGED = 8;

function failures(report: Report, lookup: Lookup, options: RenderOptions): string[] {
  const bad = report.results.filter(
    ({ verdict, deviation }) => (verdict === 'fail' && deviation === undefined) || verdict === 'error',
  );
  if (bad.length === 0) return [];
  const groups = [...byRule(bad).values()];
  const named = groups.slice(MOST_FULL, MOST_FULL + MOST_NAMED).map((group) => `- ${code(group[0]!.rules[0] ?? '')}`);
  const missing = groups.length - MOST_FULL - MOST_NAMED;
  return [
    '### Failed rules',
    ...groups.slice(0, MOST_FULL).map((group) => failure(group, report, lookup, options)),
    ...(named.length > 0 ? [`Also:\n\n${named.join('\n')}`] : []),
    ...(missing > 0 ? [`... and ${missing} more.`] : []),
  ];
}

function failure(group: readonly Result[], report: Report, lookup: Lookup, options: RenderOptions): string {
  const view = resultView(group[0]!, report, lookup, options);
  const { result, primary, rule, sources } = view;
  const others = group.slice(1, 21).map(({ scenario }) => code(scenario));
  const more = group.length - 1 - others.length;
  const light = whyLight(result, report.options.level);
  const word = result.verdict === 'error' ? 'a fault of the tester' : result.level;
  return [
    `<details><summary><b>${escapeXml(primary)}</b> ${word}: ${escapeXml(view.title)}${light === undefined ? '' : ` (${light})`}</summary>`,
    ...(rule === undefined
      ? []
      : [text(rule.statement), sources.map((source) => `[${source.text}](${source.url})`).join('; ')]),
    `Scenario ${code(result.scenario)}`,
    codeBlock(stepLines(view), 'gherkin'),
    ...findings(view),
    ...exchanges(view),
    ...(view.stderr.length > 0 ? ['Standard error:', codeBlock(view.stderr)] : []),
    'Repeat:',
    codeBlock([view.replay], 'sh'),
    ...(others.length > 0 ? [`Also ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`] : []),
    '</details>',
  ].join('\n\n');
}

function stepLines({ steps }: ResultView): string[] {
  return steps.flatMap(({ text, extra, state }) => [
    `${state === 'at' ? '> ' : '  '}${text}`,
    ...extra.map((line) => `      ${line}`),
  ]);
}

function findings({ reason, expected, actual, difference, exchange }: ResultView): string[] {
  const marks = exchange.flatMap(({ markWords }) => markWords ?? []);
  const lines = [
    ...(expected.length === 0 && reason !== undefined ? [`- reason: ${code(reason)}`] : []),
    ...expected.map((phrase, index) => `- ${index === 0 ? 'expected' : 'or'}: ${code(phrase)}`),
    ...(actual === undefined ? [] : [`- actual: ${code(actual)}`]),
    ...(difference === undefined
      ? []
      : [
          `- field ${code(difference.field)}: expected ${code(difference.expected)}, got ${code(difference.actual)}${marks.map((words) => `; ${text(words)}`).join('')}`,
        ]),
  ];
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function exchanges({ exchange }: ResultView): string[] {
  const first = exchange.length - MOST_EXCHANGED;
  return exchange
    .filter(({ mark }, index) => index >= first || mark !== undefined)
    .map(({ direction, layer, octets, when, words, mark }) => {
      const time = when === undefined ? '' : `, ${when}`;
      const head = `${direction === 'sent' ? 'Sent' : 'Received'} ${code(layer)}, ${octets.length} octets${time}`;
      const lines = octetLines(octets, { mark, most: MOST_ROWS, characters: true });
      return `${head}${words === undefined ? '' : `: ${code(words)}`}\n\n${codeBlock(lines)}`;
    });
}

const MOST_LISTED = 100;

function lists({ results, stale = [] }: Report): string[] {
  return [
    ...list(
      'Inconclusive',
      results.filter(({ verdict }) => verdict === 'inconclusive'),
      ({ scenario, reason }) => `${code(scenario)}: ${code(plainLine(reason?.text ?? 'no reason is given'))}`,
    ),
    ...list(
      'Fails as declared',
      results.filter(({ deviation }) => deviation !== undefined),
      ({ scenario, deviation }) => `${code(scenario)}: ${text(plainLine(deviation!.why))}`,
    ),
    ...list('Stale deviations', stale, ({ rule, why }) => `${code(rule)} did not fail: ${text(plainLine(why))}`),
    ...list('Flips', results.filter(isFlip), ({ scenario, runs }) => `${code(scenario)}: ${runsInWords(runs!)}`),
    ...list(
      'Observed',
      results.filter(({ verdict }) => verdict === 'observed'),
      ({ scenario, branch }) => `${code(scenario)}: ${code(plainLine(branch?.outcome ?? 'nothing is noted'))}`,
    ),
  ];
}

function list<Item>(title: string, items: readonly Item[], tell: (item: Item) => string): string[] {
  if (items.length === 0) return [];
  const missing = items.length - MOST_LISTED;
  const lines = items.slice(0, MOST_LISTED).map((item) => `- ${tell(item)}`);
  return [`### ${title}`, [...lines, ...(missing > 0 ? [`- ... and ${missing} more`] : [])].join('\n')];
}
