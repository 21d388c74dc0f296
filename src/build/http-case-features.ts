/**
 * Writes the cases of spec/http/cases into feature files, one a topic: a scenario each, under its rule. Octets that cannot
 * be seen are escaped there; the cases themselves are the data that other tools may use.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpCase, HttpCases, HttpTwin, LegalOutcome } from '../generated/meta/http-cases.ts';
import type { RuleCatalogue } from '../generated/meta/rules.ts';

/** What stands behind no twin of its own: an ordinary request for the resource. */
const PLAIN = 'GET {resource} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n';

const SERVES = '      Given the server serves its resource';

/** Text by path from the project's folder, for the specification in folder `spec`. */
export function httpCaseFeatures(spec: string): Map<string, string> {
  const folder = join(spec, 'http', 'cases');
  if (!existsSync(folder)) return new Map();
  const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const { rules } = read(join(spec, 'http', 'rules.json')) as RuleCatalogue;
  const statements = new Map<string, string>(rules.map(({ id, statement }) => [id, statement]));
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => read(join(folder, name)) as HttpCases)
      .map((cases) => [`features/http/cases-${cases.topic}.feature`, featureOf(cases, statements)]),
  );
}

function featureOf({ topic, title, about, cases }: HttpCases, statements: ReadonlyMap<string, string>): string {
  const rules = [...new Set(cases.map(({ rule }) => rule))];
  return [
    `# Written by \`npm run generate\` from spec/http/cases/${topic}.json: change that, not this.`,
    `Feature: ${title}`,
    '',
    ...about.map((line) => `  ${line}`),
    '',
    '  Background:',
    '    Given the server does not answer everything alike',
    ...rules.flatMap((rule) => [
      '',
      `  @${rule}`,
      `  Rule: ${statements.get(rule)?.replace(/\.$/, '') ?? rule}`,
      ...cases.filter((each) => each.rule === rule).flatMap(scenarioOf),
    ]),
    '',
  ].join('\n');
}

function scenarioOf({ id, title, needs, patience, ground = [], twin, sends, finish, asks, legal }: HttpCase) {
  const tags = [`@id:${id}`, ...needs.map((need) => `@needs:${need}`), ...(patience ? [`@patience:${patience}`] : [])];
  // A server that refuses everything would answer a twin that is refused as well.
  const servesFirst = !isServed(twin) || ground.length > 0;
  const given = [...(servesFirst ? [SERVES] : []), ...ground.flatMap(twinOf), ...twinOf(twin)];
  return [
    '',
    `    ${tags.join(' ')}`,
    `    Scenario: ${title}`,
    ...given.map((line, at) => (at === 0 ? line : line.replace(/^ {6}Given /, '      And '))),
    `      When the client sends this${finish ? ' and ends' : ''}, for "${asks.join(', ')}":`,
    ...docString(sends),
    '      Then the server does one of these:',
    ...tableOf(legal),
  ];
}

function isServed({ answers }: HttpTwin): boolean {
  return /^(200|2xx)/.test(answers);
}

function twinOf({ sends, asks, answers, and = [] }: HttpTwin): readonly string[] {
  const isPlain = sends.join('') === PLAIN && answers === '200';
  return [
    ...(isPlain
      ? [SERVES]
      : [`      Given the server answers "${answers}" to this, sent for "${asks.join(', ')}":`, ...docString(sends)]),
    ...(and.length === 0 ? [] : [`      Given this holds of the answer: "${and.join('; ')}"`]),
  ];
}

function docString(pieces: readonly string[]): readonly string[] {
  return ['        """', ...pieces.map((piece) => `        ${visible(piece)}`), '        """'];
}

const NAMED: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n', '\t': '\\t', '\\': '\\\\' };

/** The blank at an end is escaped too, for nobody sees it there. Gherkin takes a backslash out of no doc string but before a quote. */
function visible(piece: string): string {
  return piece
    .replace(/[\r\n\t\\]/g, (character) => NAMED[character]!)
    .replace(/[^\x20-\x7e]|^ | $|"(?="")/g, hexEscape);
}

function hexEscape(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

const COLUMNS = ['outcome', 'answers', 'and', 'clause', 'level'] as const;

/** Columns that no outcome fills are left out. */
function tableOf(legal: readonly LegalOutcome[]): readonly string[] {
  const rows = legal.map(({ outcome, answers, and = [], clause, level = '' }) => ({
    outcome,
    answers,
    and: and.join('; '),
    clause,
    level,
  }));
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== ''));
  const cells = [[...columns], ...rows.map((row) => columns.map((column) => row[column].replaceAll('|', '\\|')))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  return cells.map((row) => `        | ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
}
