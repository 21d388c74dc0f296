/**
 * Whole runs against hostile programs: the report is complete, the culprit has its own reason, the other scenarios come
 * to the verdicts that they have without it, and no process is left behind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report, Result } from '../../src/generated/meta/report.ts';
import { validators } from '../../src/generated/validators.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { leftWith, newMark } from './processes.ts';

/** Octets on which the programs misbehave: the option Router Alert, which some scenarios begin with. */
const TRIGGER = '94040000';
/** Four scenarios that have these octets, and some that have not: a hang takes two seconds, twice, each. */
const SELECTION = ['ipv4-checksum-002', 'ipv4-version-001', 'ipv4-ihl-001'].flatMap((id) => ['--scenario', id]);

async function judge(program: string, mark: string, selection: readonly string[] = []): Promise<Report> {
  const file = join(temporaryFolder(), 'report.json');
  const target = `exec:${process.execPath} fixtures/hostile/${program} ${TRIGGER} ${mark}`;
  await assay(['run', '--target', target, ...selection, '--report', `json=${file}`]);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function meetsTrigger({ evidence }: Result): boolean {
  return evidence?.exchange.some(({ octets }) => octets.includes(TRIGGER)) === true;
}

const verdictsOf = (results: readonly Result[]) => results.map(({ scenario, verdict }) => ({ scenario, verdict }));

test.each([
  ['crash.mjs', 'iut-exited'],
  ['exit.mjs', 'iut-exited'],
  ['hang.mjs', 'iut-hung'],
  ['flood-stdout.mjs', 'iut-flooded'],
  ['flood-stderr.mjs', 'iut-flooded'],
  ['invalid-json.mjs', 'iut-breach'],
  ['half-line.mjs', 'iut-hung'],
  ['wrong-id.mjs', 'iut-breach'],
  ['answer-twice.mjs', 'iut-breach'],
  ['close-stdout.mjs', 'iut-breach'],
])('%s: %s, and nobody else is blamed', { timeout: 180_000 }, async (program, code) => {
  const calm = await judge('well-behaved.mjs', newMark(), SELECTION);
  const mark = newMark();
  const { results } = await judge(program, mark, SELECTION);
  expect(results.map(({ scenario }) => scenario)).toEqual(calm.results.map(({ scenario }) => scenario));
  expect(results.filter(meetsTrigger).map(({ reason }) => reason?.code)).toContain(code);
  const others = results.filter((result) => !meetsTrigger(result));
  const before = new Map(calm.results.map((result) => [result.scenario, result]));
  expect(verdictsOf(others)).toEqual(verdictsOf(others.map(({ scenario }) => before.get(scenario)!)));
  expect(others.map(({ reason }) => reason?.code ?? '').filter((each) => each.startsWith('iut-'))).toEqual([]);
  expect(await leftWith(mark)).toEqual([]);
});

test.each(['crash-at-start.mjs', 'speak-first.mjs', 'hang-at-start.mjs'])(
  '%s: the report is whole all the same',
  async (program) => {
    const mark = newMark();
    const report = await judge(program, mark);
    expect(validators['meta/report'](report)).toBe(true);
    expect(report.results).toHaveLength(report.suite.scenarios);
    // A soak scenario is not run unless asked for, whoever is judged.
    const asked = report.results.filter(({ notRun }) => notRun !== 'excluded');
    expect(new Set(asked.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
    expect(report.results[0]?.reason?.code).toMatch(/^iut-/);
    expect(report.summary.exit).toBe(3);
    expect(await leftWith(mark)).toEqual([]);
  },
);
