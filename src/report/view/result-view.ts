/**
 * All that there is to say about one result, joined from the report and the suite and fit to show: no format reads
 * evidence by itself. Text is plain already (control characters visible); markup is still to be escaped.
 */
import { fromHex } from '../../contract/hex.ts';
import type { Evidence, Exchanged, Report, Result } from '../../generated/meta/report.ts';
import type { Scenario, Step, SuiteRule } from '../../spec/suite.ts';
import type { RenderOptions } from '../format.ts';
import { type Mark, markInWords } from '../octets.ts';
import { replayCommand } from './command.ts';
import { instantInWords, span } from './instant.ts';
import type { Lookup } from './lookup.ts';
import { cut, lastLines, plain, plainLine } from './plain.ts';
import { type SourceView, sourceView } from './source.ts';

/** done: before the step that decided; at: that step; left: never reached; open: it is not known which decided. */
export type StepState = 'done' | 'at' | 'left' | 'open';

export interface StepView {
  readonly text: string;
  /** Its table or doc string, as a feature file has it. */
  readonly extra: readonly string[];
  readonly state: StepState;
}

export interface ExchangeView {
  readonly direction: Exchanged['direction'];
  readonly layer: string;
  readonly octets: Uint8Array;
  readonly when?: string;
  /** The end of the time that is the tester's own doing: before a sending, after an arrival. */
  readonly instant?: string;
  /** The octets in words. */
  readonly words?: string;
  /** A few words, where a diagram can show it. */
  readonly caption?: string;
  /** It holds the field that differs. */
  readonly differs: boolean;
  readonly mark?: Mark;
  /** The marked bits in words. */
  readonly markWords?: string;
}

interface DifferenceView {
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

export interface ResultView {
  readonly result: Result;
  readonly title: string;
  readonly primary: string;
  readonly rule?: SuiteRule;
  readonly scenario?: Scenario;
  readonly sources: readonly SourceView[];
  readonly reason?: string;
  /** `took: ... (clause)` */
  readonly branch?: string;
  readonly steps: readonly StepView[];
  readonly expected: readonly string[];
  readonly actual?: string;
  readonly difference?: DifferenceView;
  readonly exchange: readonly ExchangeView[];
  /** What was expected did not come: how many exchanges there were by then. */
  readonly missing?: number;
  readonly stderr: readonly string[];
  readonly replay: string;
}

/** What puts octets into words. */
export type WordOptions = Pick<RenderOptions, 'describe' | 'captions'>;

/** Longest phrase of an implementation's that is shown, and most lines of its standard error. */
const PHRASE = 2000;
const STDERR_LINES = 40;

export function resultView(result: Result, report: Report, lookup: Lookup, options: WordOptions = {}): ResultView {
  const primary = result.rules[0] ?? '';
  const rule = lookup.rule(primary);
  const scenario = lookup.scenario(result.scenario);
  const evidence = result.evidence;
  return {
    result,
    title: plainLine(result.title),
    primary,
    ...(rule === undefined ? {} : { rule }),
    ...(scenario === undefined ? {} : { scenario }),
    sources: (rule?.source ?? []).map(sourceView),
    ...(result.reason === undefined ? {} : { reason: plainLine(result.reason.text, PHRASE) }),
    ...(result.branch === undefined ? {} : { branch: branchInWords(result.branch) }),
    steps: stepViews(result, scenario),
    expected: (evidence?.expected ?? []).map((phrase) => plainLine(phrase, PHRASE)),
    ...(evidence?.actual === undefined ? {} : { actual: plainLine(evidence.actual, PHRASE) }),
    ...(evidence?.difference === undefined ? {} : { difference: differenceView(evidence.difference) }),
    exchange: exchangeViews(evidence, options),
    ...(evidence?.missing === undefined ? {} : { missing: evidence.missing }),
    stderr: evidence?.stderr ? lastLines(evidence.stderr, STDERR_LINES) : [],
    replay: replayCommand(report, result, scenario),
  };
}

function branchInWords({ outcome, clause, level }: NonNullable<Result['branch']>): string {
  const origin = [clause, level].filter((each) => each !== undefined).join(', ');
  return plainLine(origin === '' ? outcome : `${outcome} (${origin})`, PHRASE);
}

function differenceView({ field, expected, actual }: NonNullable<Evidence['difference']>): DifferenceView {
  return { field: plainLine(field), expected: plainLine(expected, PHRASE), actual: plainLine(actual, PHRASE) };
}

/** The report names the deciding step by its text: where the text stands twice, the first is taken. */
function stepViews({ verdict, reason }: Result, scenario: Scenario | undefined): StepView[] {
  const steps = scenario?.steps ?? [];
  const at = steps.findIndex(({ text }) => text === reason?.step);
  const passed = verdict === 'pass' || verdict === 'observed';
  const stateOf = (index: number): StepState => {
    if (passed) return 'done';
    if (verdict === 'none' && at < 0) return 'left';
    if (at < 0) return 'open';
    return index < at ? 'done' : index === at ? 'at' : 'left';
  };
  return steps.map((step, index) => ({ text: plainLine(step.text), extra: extraLines(step), state: stateOf(index) }));
}

const EXTRA_LINES = 40;

function extraLines({ table, docString }: Step): string[] {
  const lines = table === undefined ? docLines(docString) : tableLines(table);
  if (lines.length <= EXTRA_LINES) return lines;
  return [...lines.slice(0, EXTRA_LINES), `... (${lines.length - EXTRA_LINES} lines more)`];
}

function docLines(docString: string | undefined): string[] {
  if (docString === undefined) return [];
  return ['"""', ...plain(docString).split('\n'), '"""'].map((line) => cut(line, 400));
}

function tableLines(table: readonly (readonly string[])[]): string[] {
  const rows = table.map((row) => row.map((cell) => plainLine(cell)));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`);
}

function exchangeViews(evidence: Evidence | undefined, { describe, captions }: WordOptions): ExchangeView[] {
  const exchange = evidence?.exchange ?? [];
  const passed = exchange.map(({ direction, layer, octets }) => ({ direction, layer, octets: fromHex(octets) }));
  const short = captions?.(passed) ?? [];
  return exchange.map((entry, index) => {
    const { octets } = passed[index]!;
    const words = entry.note ?? describe?.(entry.layer, octets);
    const caption = short[index];
    return {
      direction: entry.direction,
      layer: plainLine(entry.layer),
      octets,
      ...(entry.at === undefined ? {} : { when: instantInWords(entry.at), instant: endInWords(entry) }),
      ...(words === undefined ? {} : { words: plainLine(words, PHRASE) }),
      ...(caption === undefined ? {} : { caption: plainLine(caption) }),
      ...markView(index, octets, evidence),
    };
  });
}

function endInWords({ direction, at: [earliest = 0, latest = earliest] = [] }: Exchanged): string {
  return span(direction === 'sent' ? earliest : latest);
}

function markView(index: number, octets: Uint8Array, evidence: Evidence | undefined) {
  const { exchange, bit, bits = 1 } = evidence?.difference ?? {};
  const differs = exchange === index;
  if (!differs || bit === undefined) return { differs };
  const mark = { bit, bits };
  return { differs, mark, markWords: markInWords(mark, octets) };
}
