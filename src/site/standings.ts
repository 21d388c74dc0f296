/**
 * What is kept of real implementations: the reports of the sample adapters, the matrix of HTTP, and what is adjudicated
 * in fixtures/deviations. Each becomes a standing: an implementation, its version, and what it does rule by rule.
 */
import { existsSync, readdirSync } from 'node:fs';
import type { Verdict } from '../generated/meta/report.ts';
import { readDocument } from '../loader/document.ts';
import { readJson } from '../loader/json.ts';
import { projectPath } from '../loader/project.ts';

/** A verdict, a failure that a statement declares, or what an implementation says of itself. */
export type Found = Verdict | 'declared';

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

export function readStandings(): Standing[] {
  return [...matrixStandings(), ...statementStandings()];
}

interface MatrixRow {
  readonly name: string;
  readonly part: string;
  readonly version: string;
  readonly scenarios: number;
  readonly passed: number;
  readonly declared: readonly string[];
  readonly failed: readonly string[];
  readonly adviceNotTaken: readonly string[];
  readonly inconclusive: readonly string[];
  readonly obeyed?: readonly string[];
}

const MATRIX = 'fixtures/reports/matrix/http.json';

function matrixStandings(): Standing[] {
  if (!existsSync(projectPath(MATRIX))) return [];
  const { rows } = readJson(projectPath(MATRIX)) as { rows: readonly MatrixRow[] };
  return rows.map((row) => {
    const as = (outcome: Found, rules: readonly string[] = []) => rules.map((rule) => ({ rule, outcome }));
    const { name, version, part, passed, scenarios } = row;
    return {
      slug: `http-${slugOf(name)}-${part}`,
      name,
      version,
      part: `HTTP ${part}`,
      source: MATRIX,
      passed,
      scenarios,
      rules: [
        ...as('pass', row.obeyed),
        ...as('declared', row.declared),
        ...as('fail', [...row.failed, ...row.adviceNotTaken]),
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
