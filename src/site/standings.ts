/**
 * What is kept of real implementations: the reports of the sample adapters, the matrices, and what is adjudicated
 * in fixtures/deviations. Each becomes a standing: an implementation, its version, and what it does rule by rule.
 */
import { existsSync, readdirSync } from 'node:fs';
import type { Verdict } from '../generated/meta/report.ts';
import { worst } from '../harness/verdict.ts';
import { readDocument } from '../loader/document.ts';
import { readJson } from '../loader/json.ts';
import { projectPath } from '../loader/project.ts';
import type { Suite } from '../spec/suite.ts';
import { groupBy } from './group.ts';

/** A verdict, a failure that a statement declares, or advice that was not taken, which breaks nothing. */
export type Found = Verdict | 'declared' | 'advice';

export interface RuleStanding {
  readonly rule: string;
  readonly outcome: Found;
  readonly why?: string;
  readonly clause?: string;
  readonly octets?: string;
  readonly scenario?: string;
}

export interface Standing {
  /** In the path of its page: `adapter-python`. */
  readonly slug: string;
  readonly name: string;
  readonly version?: string;
  /** What it is: a server, a client, an adapter in Python. */
  readonly part: string;
  /** Where it is kept, from the project's folder. */
  readonly source: string;
  readonly rules: readonly RuleStanding[];
  /** Of what was counted but not kept rule by rule. */
  readonly passed?: number;
  readonly scenarios?: number;
}

export function readStandings(suite: Suite): Standing[] {
  const statements = statementStandings();
  const rows = matrixStandings();
  const isTold = ({ slug }: Standing): boolean => rows.some((row) => statementOf(row) === slug);
  return [
    ...rows.map((row) =>
      withReasons(
        row,
        statements.find(({ slug }) => slug === statementOf(row)),
      ),
    ),
    ...statements.filter((statement) => !isTold(statement)),
    ...adapterStandings(suite),
  ];
}

/** As test/matrix names the statements of its peers. */
function statementOf({ name, part }: Standing): string {
  const kind = part.split(' ').at(-1);
  const between = kind === 'gateway' || kind === 'proxy';
  return `statement-${slugOf(name)}${between ? `-${kind}` : ''}`;
}

/** Of what the matrix only names the statement says why, with clause and octets. */
function withReasons(row: Standing, statement: Standing | undefined): Standing {
  const reasons = statement?.rules ?? [];
  const rules = row.rules.flatMap((found) => {
    const told = found.outcome === 'declared' ? reasons.filter(({ rule }) => rule === found.rule) : [];
    return told.length > 0 ? told : [found];
  });
  return { ...row, rules, source: statement === undefined ? row.source : `${row.source} and ${statement.source}` };
}

/** A row of fixtures/reports/matrix/PROTOCOL.json; a rule is as good as the worst of its scenarios. */
export interface MatrixRow {
  readonly name: string;
  readonly part: string;
  readonly version: string;
  readonly scenarios: number;
  /** How many rules. */
  readonly passed: number;
  /** Which. */
  readonly obeyed: readonly string[];
  /** Adjudicated: the rule is broken, and no clause allows it. */
  readonly declared: readonly string[];
  /** Not adjudicated. */
  readonly failed: readonly string[];
  readonly adviceNotTaken: readonly string[];
  readonly inconclusive: readonly string[];
}

const MATRICES = 'fixtures/reports/matrix';

/** A file for each protocol. */
function matrixStandings(): Standing[] {
  if (!existsSync(projectPath(MATRICES))) return [];
  const files = readdirSync(projectPath(MATRICES)).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((file) => matrixOf(file.slice(0, -'.json'.length), `${MATRICES}/${file}`));
}

function matrixOf(protocol: string, source: string): Standing[] {
  const { rows } = readJson(projectPath(source)) as { rows: readonly MatrixRow[] };
  return rows.map((row) => {
    const as = (outcome: Found, rules: readonly string[]) => rules.map((rule) => ({ rule, outcome }));
    const { name, version, part, passed, scenarios } = row;
    return {
      slug: `${protocol}-${slugOf(name)}-${part}`,
      name,
      version,
      part: `${protocol.toUpperCase()} ${part}`,
      source,
      passed,
      scenarios,
      rules: [
        ...as('pass', row.obeyed),
        ...as('declared', row.declared),
        ...as('fail', row.failed),
        ...as('advice', row.adviceNotTaken),
        ...as('inconclusive', row.inconclusive),
      ],
    };
  });
}

/** The statements of fixtures/deviations: every entry is adjudicated. */
function statementStandings(): Standing[] {
  const folder = projectPath('fixtures', 'deviations');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((file) => {
    const { name, version, deviations = [] } = readDocument('pics', projectPath('fixtures', 'deviations', file));
    return {
      slug: `statement-${file.slice(0, -'.json'.length)}`,
      name,
      ...(version !== undefined && { version }),
      part: 'adjudicated',
      source: `fixtures/deviations/${file}`,
      rules: deviations.map((deviation) => ({ outcome: 'declared' as const, ...deviation })),
    };
  });
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

interface KeptReport {
  readonly target: { readonly name: string; readonly version?: string; readonly language?: string };
  readonly scenarios: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
  readonly results: readonly { readonly scenario: string; readonly verdict: Verdict; readonly reason?: string }[];
}

const ADAPTERS = 'fixtures/reports/adapters';

/** Scenarios that this suite no longer has are passed over: their report was kept of another version. */
function adapterStandings({ scenarios }: Suite): Standing[] {
  if (!existsSync(projectPath(ADAPTERS))) return [];
  const rules = new Map(scenarios.map(({ id, rules: [rule] }) => [id, rule]));
  const files = readdirSync(projectPath(ADAPTERS)).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => {
    const report = readJson(projectPath(ADAPTERS, file)) as KeptReport;
    const judged = report.results.filter(({ verdict, scenario }) => verdict !== 'none' && rules.has(scenario));
    const byRule = groupBy(judged, ({ scenario }) => rules.get(scenario)!);
    return {
      slug: `adapter-${file.slice(0, -'.json'.length)}`,
      name: `${report.target.name}, a sample`,
      part: `adapter in ${report.target.language ?? 'some language'}`,
      source: `${ADAPTERS}/${file}`,
      passed: report.rules.pass ?? 0,
      scenarios: judged.length,
      rules: [...byRule].map(([rule, results]) => {
        const outcome = worst(results.map(({ verdict }) => verdict));
        const why = results.find(({ verdict, reason }) => verdict === outcome && reason !== undefined)?.reason;
        return { rule, outcome, ...(outcome !== 'pass' && why !== undefined && { why }) };
      }),
    };
  });
}
