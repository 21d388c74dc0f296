/**
 * The report itself (spec/meta/report.schema.json), keys in the schema's order. What did not pass is completed with the
 * octets in words and the command that repeats it, so that a reader of the file needs nothing else.
 */
import type { Evidence, Report, Result } from '../generated/meta/report.ts';
import type { RenderOptions, ReportFormat } from './format.ts';
import { type Lookup, lookUp } from './view/lookup.ts';
import { wellFormed } from './view/plain.ts';
import { resultView } from './view/result-view.ts';

export const jsonFormat: ReportFormat = {
  name: 'json',
  about: 'the whole report, for programs and for assay replay and merge',
  extension: 'json',
  render: (report, suite, options) => {
    const lookup = lookUp(suite);
    const whole = { ...report, results: report.results.map((result) => complete(result, report, lookup, options)) };
    const text = JSON.stringify(
      ordered(whole, REPORT),
      (_, value) => (typeof value === 'string' ? wellFormed(value) : value),
      2,
    );
    return `${text}\n`;
  },
};

const COMPLETED: ReadonlySet<Result['verdict']> = new Set(['fail', 'inconclusive', 'error']);

function complete(result: Result, report: Report, lookup: Lookup, options: RenderOptions): Result {
  const evidence = result.evidence;
  if (evidence === undefined || !COMPLETED.has(result.verdict)) return result;
  const view = resultView(result, report, lookup, options);
  const exchange: Evidence['exchange'] = evidence.exchange.map((entry, index) => {
    const note = entry.note ?? view.exchange[index]?.words;
    return note === undefined ? entry : { ...entry, note };
  });
  return { ...result, evidence: { ...evidence, exchange, replay: view.replay } };
}

/** The order of keys: null for a value that is taken as it is, EACH for every member of a map or item of a list. */
interface Shape {
  readonly [key: string]: Shape | null;
}

const EACH = '*';

const COUNTS: Shape = { pass: null, inconclusive: null, fail: null, error: null, observed: null, none: null };
const DEVIATION: Shape = { rule: null, scenario: null, why: null, clause: null, octets: null, sometimes: null };
const EVIDENCE: Shape = {
  exchange: { [EACH]: { direction: null, layer: null, octets: null, at: null, note: null } },
  expected: null,
  actual: null,
  difference: { field: null, expected: null, actual: null, exchange: null, bit: null, bits: null },
  missing: null,
  misfortunes: { met: null, enough: null },
  stderr: null,
  replay: null,
};
const RESULT: Shape = {
  scenario: null,
  title: null,
  rules: null,
  level: null,
  verdict: null,
  notRun: null,
  reason: { code: null, text: null, step: null },
  branch: { outcome: null, clause: null, level: null },
  deviation: DEVIATION,
  runs: null,
  evidence: EVIDENCE,
};

export const REPORT: Shape = {
  report: null,
  suite: { version: null, digest: null, scenarios: null },
  target: { spec: null, name: null, version: null, language: null, capabilities: null, clock: null },
  options: {
    seed: null,
    level: null,
    repeat: null,
    pics: null,
    profile: null,
    shard: null,
    protocols: null,
    rules: null,
    scenarios: null,
  },
  summary: {
    exit: null,
    scenarios: COUNTS,
    rules: COUNTS,
    notRun: { 'not-applicable': null, unsupported: null, excluded: null, unavailable: null },
    levels: { [EACH]: COUNTS },
    declared: null,
    flips: null,
  },
  results: { [EACH]: RESULT },
  stale: { [EACH]: DEVIATION },
  interrupted: null,
  timings: { startedAt: null, duration: null, scenarios: { [EACH]: null } },
};

/** Keys in the order of `shape`; those that it does not know follow, sorted. */
function ordered(value: unknown, shape: Shape | null): unknown {
  if (shape === null || typeof value !== 'object' || value === null) return value;
  const each = shape[EACH];
  if (Array.isArray(value)) return each === undefined ? value : value.map((item) => ordered(item, each));
  const members = value as Readonly<Record<string, unknown>>;
  const known = each === undefined ? Object.keys(shape).filter((key) => Object.hasOwn(members, key)) : [];
  const others = Object.keys(members)
    .filter((key) => !known.includes(key))
    .sort();
  const shapeOf = (key: string): Shape | null => (Object.hasOwn(shape, key) ? (shape[key] ?? null) : (each ?? null));
  return Object.fromEntries([...known, ...others].map((key) => [key, ordered(members[key], shapeOf(key))]));
}
