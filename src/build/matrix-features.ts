/**
 * Writes the matrix of states and segments into feature files, one a state: a scenario outline for each cell and rule,
 * its probes as examples. The table is spec/<protocol>/matrix.json; ids come from its names, so they stay.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatrixKind, MatrixOutcome, MatrixProbe, MatrixState, StateMatrix } from '../generated/meta/matrix.ts';
import type { RuleCatalogue } from '../generated/meta/rules.ts';

const COLUMNS = ['case', 'flags', 'seq', 'ack', 'urgent', 'data', 'answer', 'taken', 'afterwards'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

interface Cell {
  readonly kind: MatrixKind;
  readonly rule: string;
  readonly rows: readonly Row[];
}

/** Text by path from the project's folder, for the specification in folder `spec`. */
export function matrixFeatures(spec: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const protocol of readdirSync(spec)) {
    const path = join(spec, protocol, 'matrix.json');
    if (!existsSync(path)) continue;
    const matrix = JSON.parse(readFileSync(path, 'utf8')) as StateMatrix;
    const { rules } = JSON.parse(readFileSync(join(spec, protocol, 'rules.json'), 'utf8')) as RuleCatalogue;
    const statements = new Map<string, string>(rules.map(({ id, statement }) => [id, statement]));
    for (const state of matrix.states) {
      files.set(`features/${protocol}/matrix-${lower(state.state)}.feature`, featureOf(matrix, state, statements));
    }
  }
  return files;
}

function featureOf(matrix: StateMatrix, state: MatrixState, statements: ReadonlyMap<string, string>): string {
  const cells = state.cells.flatMap(({ kind, outcomes }) => cellsOf(matrix, state, kind, outcomes));
  const rules = [...new Set(cells.map(({ rule }) => rule))];
  return [
    `# Written by \`npm run generate\` from spec/${matrix.protocol}/matrix.json: change that, not this.`,
    `Feature: ${matrix.title}: ${state.state}`,
    '',
    `  What comes back to each kind of segment in ${state.state}, and where the connection is then. Numbers count`,
    '  from the next one that is due: there, inside the window, before it, beyond it.',
    ...rules.flatMap((rule) => [
      '',
      `  @${rule}`,
      `  Rule: ${statements.get(rule)?.replace(/\.$/, '') ?? rule}`,
      ...cells.filter((cell) => cell.rule === rule).flatMap((cell) => scenarioOf(matrix, state, cell)),
    ]),
    '',
  ].join('\n');
}

function cellsOf(
  matrix: StateMatrix,
  state: MatrixState,
  name: string,
  outcomes: Readonly<Record<string, MatrixOutcome>>,
): readonly Cell[] {
  const kind = matrix.kinds.find((each) => each.kind === name);
  if (kind === undefined) throw new TypeError(`matrix of ${matrix.protocol}: ${state.state}: no kind ${name}`);
  const rules = [...new Set(Object.values(outcomes).map(({ rule }) => rule))];
  return rules.map((rule) => ({
    kind,
    rule,
    rows: Object.entries(outcomes)
      .filter(([, outcome]) => outcome.rule === rule)
      .map(([probe, outcome]) => rowOf(state, kind, probe, outcome)),
  }));
}

function rowOf(state: MatrixState, kind: MatrixKind, name: string, outcome: MatrixOutcome): Row {
  const probe: MatrixProbe | undefined = kind.probes[name];
  if (probe === undefined) throw new TypeError(`${state.state}, ${kind.kind}: no probe ${name}`);
  const { flags, seq, urgent = '', data = '' } = probe;
  const { answer, takes = 0, afterwards } = outcome;
  return { case: name, flags, seq, ack: ackOf(state, probe), urgent, data, answer, taken: String(takes), afterwards };
}

/** Far enough from what was sent, and within the largest window that there was. */
const FAR = 1000;

function ackOf({ good }: MatrixState, { ack }: MatrixProbe): string {
  if (ack === 'good') return good;
  if (ack === 'unsent') return `next+${FAR}`;
  if (ack === 'past') return `next-${FAR}`;
  return ack ?? '';
}

/** Columns that no probe fills are left out. */
function scenarioOf({ protocol }: StateMatrix, state: MatrixState, { kind, rule, rows }: Cell): readonly string[] {
  const id = `${protocol}-matrix-${lower(state.state)}-${lower(kind.kind)}-${lower(rule.replace(/^RFC9293-/, ''))}`;
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== ''));
  const sent = columns.filter((column) => column !== 'case' && !['answer', 'taken', 'afterwards'].includes(column));
  return [
    '',
    `    @id:${id} @needs:${state.needs}`,
    `    Scenario Outline: ${kind.title} in ${state.state}`,
    `      Given a connection of the implementation is in ${state.state}`,
    '      When this segment arrives',
    ...table('        ', [sent, sent.map((column) => `<${column}>`)]),
    '      Then the answer is "<answer>", <taken> octets being taken',
    '      And the connection is in <afterwards> afterwards',
    '',
    '      Examples:',
    ...table('        ', [columns, ...rows.map((row) => columns.map((column) => row[column]))]),
  ];
}

function table(indent: string, rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => `${indent}| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
}

function lower(name: string): string {
  return name.toLowerCase();
}
