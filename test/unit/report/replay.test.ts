import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ReplayForm, replayAs } from '../../../src/report/replay.ts';
import { testWith } from '../../requires.ts';
import { describeOctets, report, suite } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { suite, describe: describeOctets };
const SCENARIOS = report.results.map(({ scenario }) => scenario);

function run(command: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout;
}

function runC(source: string): string {
  const file = join(folder, 'replay.c');
  writeFileSync(file, source);
  run('gcc', '-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-o', join(folder, 'replay'), file);
  return run(join(folder, 'replay'));
}

function runPython(source: string): string {
  const file = join(folder, 'replay.py');
  writeFileSync(file, source);
  return run('python3', '-W', 'error', file);
}

/** What all forms say: each exchange, then what was expected. */
function said(scenario: string): string[] {
  const {
    exchange,
    expected = [],
    actual,
  } = report.results.find((each) => each.scenario === scenario)?.evidence ?? {
    exchange: [],
  };
  return [
    ...exchange.flatMap(({ direction, layer, octets }) => [
      `${direction} ${layer}, ${octets.length / 2} octets:`,
      ...(octets.match(/.{1,32}/g) ?? []).map((row) => `  ${row.match(/../g)!.join(' ')}`),
    ]),
    ...expected.map((phrase) => `expected: ${phrase}`),
    ...(actual === undefined ? [] : [`actual: ${actual}`]),
  ];
}

testWith('gcc').each(SCENARIOS)('C of %s compiles without a warning and prints the exchange', (scenario) => {
  const lines = runC(replayAs(report, scenario, 'c', options))
    .trimEnd()
    .split('\n')
    .filter(Boolean);
  expect(lines.map((line) => line.replace(/^or: /, 'expected: '))).toEqual(said(scenario));
});

testWith('python3').each(SCENARIOS)('Python of %s runs and prints the exchange', (scenario) => {
  const lines = runPython(replayAs(report, scenario, 'python', options))
    .trimEnd()
    .split('\n')
    .filter(Boolean);
  expect(lines).toEqual(said(scenario));
});

test.each(SCENARIOS)('hex of %s is the octets between comments', (scenario) => {
  const digits = replayAs(report, scenario, 'hex', options)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('')
    .replaceAll(' ', '');
  const { exchange } = report.results.find((each) => each.scenario === scenario)?.evidence ?? { exchange: [] };
  expect(digits).toBe(exchange.map(({ octets }) => octets).join(''));
});

const NASTY = 'a\\\nb*/ /* ??/ "q" \'s\' %s %n \u0000\u001b[2J \u202e \ud800 \u{1f600} """ \\';

test.each<ReplayForm>(['hex', 'c', 'python'])('%s of an unknown scenario is refused', (form) => {
  expect(() => replayAs(report, 'no-such', form, options)).toThrow(RangeError);
});

function nasty(): typeof report {
  const changed = structuredClone(report);
  const result = changed.results.find(({ scenario }) => scenario === 'ipv4-ihl-001/four')!;
  Object.assign(result, { title: NASTY, reason: { code: 'unmet', text: NASTY } });
  Object.assign(result.evidence!, { expected: [NASTY, NASTY], actual: NASTY, replay: NASTY });
  Object.assign(result.evidence!.exchange[0]!, { note: NASTY, layer: NASTY });
  return changed;
}

testWith('gcc')('C of a hostile result compiles without a warning', () => {
  expect(runC(replayAs(nasty(), 'ipv4-ihl-001/four', 'c', options))).toContain('b*/ /* ??/ "q"');
});

testWith('python3')('Python of a hostile result runs', () => {
  expect(runPython(replayAs(nasty(), 'ipv4-ihl-001/four', 'python', options))).toContain('b*/ /* ??/ "q"');
});

test('a command for a scenario that waits or soaks asks leave for it', () => {
  const waits = replayAs(report, 'ipv4-reasm-001', 'hex', options);
  const soaks = replayAs(report, 'ipv4-reasm-002', 'hex', options);
  expect(waits).toContain('--seed 7 --patience 30');
  expect(soaks).toContain('--seed 7 --soak');
});
