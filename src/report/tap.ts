/**
 * TAP 14 (testanything.org). What fails or is inconclusive without counting is `not ok` with TODO; what was not run is
 * SKIP; what keeps the run from conforming though no scenario shows it is a point of its own. The
 * diagnostic blocks are YAML in the form of JSON values.
 */
import type { Report } from '../generated/meta/report.ts';
import type { ReportFormat } from './format.ts';
import { plainLayout, recordLines } from './view/evidence-lines.ts';
import { lookUp } from './view/lookup.ts';
import { plain, plainLine } from './view/plain.ts';
import { type ResultView, resultView } from './view/result-view.ts';
import { runFaults, weighs, whyLight } from './view/standing.ts';

export const tapFormat: ReportFormat = {
  name: 'tap',
  about: 'TAP 14, for harnesses that read lines',
  extension: 'tap',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    const faults = runFaults(report, suite);
    const { target } = report;
    const points = [
      ...report.results.map((result) => pointOf(resultView(result, report, lookup, options), report)),
      ...faults.map(({ name, text }) => ({ ok: false, name, directive: '', diagnostic: { message: text } })),
    ];
    const lines = [
      'TAP version 14',
      `# assay ${report.suite.version}, target ${plainLine(target.name, 120)} (${plainLine(target.spec, 200)}), seed ${report.options.seed}`,
      `1..${points.length}`,
      ...points.flatMap((point, index) => pointLines(point, index + 1)),
      ...(report.interrupted ? ['Bail out! The run was stopped before its end'] : []),
    ];
    return `${lines.join('\n')}\n`;
  },
};

interface Point {
  readonly ok: boolean;
  readonly name: string;
  /** `SKIP ...`, `TODO ...` or nothing. */
  readonly directive: string;
  readonly diagnostic?: Readonly<Record<string, unknown>>;
}

function pointOf(view: ResultView, report: Report): Point {
  const { result, title, reason = 'no reason is given' } = view;
  const name = `${result.scenario}: ${title}`;
  if (result.verdict === 'none') return { ok: true, name, directive: `SKIP ${result.notRun}: ${reason}` };
  if (result.verdict === 'pass') return { ok: true, name, directive: '' };
  if (result.verdict === 'observed') {
    return {
      ok: true,
      name,
      directive: '',
      diagnostic: { rule: view.primary, level: result.level, took: view.branch ?? '' },
    };
  }
  const light = whyLight(result, report.options.level);
  const unsure = result.verdict === 'inconclusive' && !weighs(result, report.options.level);
  const directive = light !== undefined ? `TODO ${light}` : unsure ? 'TODO inconclusive' : '';
  return { ok: false, name, directive, diagnostic: diagnosticOf(view) };
}

function diagnosticOf(view: ResultView): Record<string, unknown> {
  const { result, rule, sources, expected, actual, difference, replay, reason } = view;
  return {
    verdict: result.verdict,
    rule: view.primary,
    level: result.level,
    ...(rule === undefined ? {} : { statement: rule.statement, source: sources.map(({ text }) => text) }),
    ...(reason === undefined ? {} : { message: reason, code: result.reason?.code }),
    ...(result.reason?.step === undefined ? {} : { step: plainLine(result.reason.step) }),
    ...(expected.length === 0 ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(difference === undefined ? {} : { difference }),
    record: recordLines(view, plainLayout),
    replay,
  };
}

function pointLines({ ok, name, directive, diagnostic }: Point, number: number): string[] {
  const head = `${ok ? 'ok' : 'not ok'} ${number} - ${escapeTap(name)}`;
  return [
    directive === '' ? head : `${head} # ${escapeTap(directive)}`,
    ...(diagnostic === undefined ? [] : ['  ---', ...yamlLines(diagnostic), '  ...']),
  ];
}

/** In descriptions a hash opens a directive, and a backslash makes one plain. */
function escapeTap(text: string): string {
  return plainLine(text, 1000).replace(/[\\#]/g, '\\$&');
}

/** JSON values are YAML values; of characters that JSON leaves alone and YAML does not take, none is left by `plain`. */
function yamlLines(diagnostic: Readonly<Record<string, unknown>>): string[] {
  const flat = (value: unknown): string => JSON.stringify(typeof value === 'string' ? plain(value) : value);
  return Object.entries(diagnostic).flatMap(([key, value]) => {
    if (!Array.isArray(value)) return [`  ${key}: ${flat(value)}`];
    return [`  ${key}:`, ...value.map((item) => `    - ${flat(item)}`)];
  });
}
