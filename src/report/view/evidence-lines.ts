/**
 * One result told in lines of text: rule, steps, expected against actual, octets, standard error, the command that
 * repeats it. Console, junit and messages all tell it so.
 */
import { noColours, type Palette } from '../format.ts';
import { octetLines } from '../octets.ts';
import { misfortuneLines } from './misfortune-lines.ts';
import { plainLine } from './plain.ts';
import type { ExchangeView, ResultView, StepState } from './result-view.ts';
import { labelled, wrap } from './wrap.ts';

export interface Layout {
  readonly paint: Palette;
  readonly columns: number;
}

export const plainLayout: Layout = { paint: noColours, columns: 100 };

const COLUMN = 10;
/** Rows of a dump, and octets exchanged, that are shown of one result. */
const MOST_ROWS = 12;
const MOST_EXCHANGED = 8;
const MOST_STDERR = 12;

/** `RULE  LEVEL  RFC n, section s` and the rule in our words. */
export function ruleLines({ primary, result, rule, sources }: ResultView, { paint, columns }: Layout): string[] {
  const head = [paint.bold(primary), result.level, sources.map(({ text }) => text).join('; ')];
  return [
    head.filter((part) => part !== '').join('  '),
    ...(rule === undefined ? [] : wrap(rule.statement, columns - 2).map((line) => `  ${line}`)),
  ];
}

/** Scenario, steps and all evidence; `diagram` is a drawing of the exchange, where a format has one. */
export function evidenceLines(view: ResultView, layout: Layout, diagram: readonly string[] = []): string[] {
  return [
    ...scenarioLines(view, layout),
    ...view.steps.flatMap((step) => stepLines(step, layout)),
    ...tellingLines(view, layout, diagram),
  ];
}

/** The evidence alone, where scenario and steps are shown already. */
export function tellingLines(view: ResultView, layout: Layout, diagram: readonly string[] = []): string[] {
  return [
    ...findingLines(view, layout),
    ...misfortuneLines(view.result.evidence?.misfortunes, { width: layout.columns, column: COLUMN }),
    ...diagram,
    ...recordLines(view, layout),
    ...labelled('repeat', layout.paint.bold(view.replay), { width: Number.POSITIVE_INFINITY, column: COLUMN }),
  ];
}

/** What went over the wire, and standard error. */
export function recordLines(view: ResultView, layout: Layout): string[] {
  return [...exchangeLines(view, layout), ...stderrLines(view, layout)];
}

function scenarioLines({ result, title, scenario }: ResultView, { paint }: Layout): string[] {
  const place = scenario === undefined ? [] : [paint.dim(`${scenario.feature}:${scenario.line}`)];
  return [`${paint.bold(result.scenario)}  ${title}`, ...place];
}

const MARKS: Readonly<Record<StepState, string>> = { done: '  ', at: '> ', left: '  ', open: '  ' };

function stepLines({ text, extra, state }: ResultView['steps'][number], { paint }: Layout): string[] {
  const tint = state === 'at' ? paint.red : state === 'left' ? paint.dim : (line: string) => line;
  return [tint(`${MARKS[state]}${text}`), ...extra.map((line) => tint(`      ${line}`))];
}

function findingLines(
  { result, reason, expected, actual, difference, exchange }: ResultView,
  layout: Layout,
): string[] {
  const { paint, columns } = layout;
  const place = { width: columns, column: COLUMN };
  const lines: string[] = [];
  if (expected.length === 0 && reason !== undefined) lines.push(...labelled('reason', reason, place));
  for (const [index, phrase] of expected.entries()) {
    lines.push(...labelled(index === 0 ? 'expected' : '      or', phrase, place));
  }
  if (actual !== undefined) lines.push(...labelled('actual', actual, place).map(paint.red));
  if (difference !== undefined) {
    const where = exchange.find(({ markWords }) => markWords !== undefined)?.markWords;
    const text = `${difference.field}: expected ${difference.expected}, got ${difference.actual}`;
    lines.push(...labelled('field', where === undefined ? text : `${text}\n${where}`, place));
  }
  if (result.deviation !== undefined) lines.push(...labelled('declared', plainLine(result.deviation.why), place));
  return lines;
}

/** The last ones, for the end tells why; the one with the marked field always. */
function exchangeLines({ exchange }: ResultView, layout: Layout): string[] {
  const marked = exchange.findIndex(({ mark }) => mark !== undefined);
  const first = exchange.length - MOST_EXCHANGED;
  const shown = exchange.filter((_, index) => index >= first || index === marked);
  const missing = exchange.length - shown.length;
  return [
    ...(missing > 0
      ? [layout.paint.dim(`... octets of ${missing} earlier ${missing === 1 ? 'exchange' : 'exchanges'} not shown`)]
      : []),
    ...shown.flatMap((entry) => exchangedLines(entry, layout)),
  ];
}

function exchangedLines(
  { direction, layer, octets, when, words, mark }: ExchangeView,
  { paint, columns }: Layout,
): string[] {
  const facts = [layer, `${octets.length} octets`, ...(when === undefined ? [] : [when])].join(', ');
  const tint = direction === 'sent' ? paint.cyan : paint.yellow;
  return [
    `${tint(direction.padEnd(COLUMN - 1))} ${facts}`,
    ...(words === undefined ? [] : wrap(words, columns - COLUMN).map((line) => ' '.repeat(COLUMN) + line)),
    ...octetLines(octets, { mark, most: MOST_ROWS, characters: columns >= 90, paint: (text) => paint.red(text) }).map(
      (line) => `    ${line}`,
    ),
  ];
}

function stderrLines({ stderr }: ResultView, { paint }: Layout): string[] {
  if (stderr.length === 0) return [];
  const shown = stderr.slice(-MOST_STDERR);
  const what = shown.length < stderr.length ? `stderr, its last ${shown.length} lines` : 'stderr';
  return [what, ...shown.map((line) => paint.dim(`    ${line}`))];
}
