/** lwIP, a stack of another house, behind the packets target: what is declared of it fails, and nothing else does. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '../../src/generated/meta/report.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { leftWith } from './processes.ts';

const test = testWith('gcc', 'lwip');

const PICS = projectPath('fixtures', 'deviations', 'lwip.json');

function deviations(): readonly { readonly rule: string }[] {
  return (JSON.parse(readFileSync(PICS, 'utf8')) as { deviations: { rule: string }[] }).deviations;
}

function built(folder: string): string {
  const program = join(folder, 'assay-lwip');
  const source = projectPath('fixtures', 'stacks', 'lwip', 'assay-lwip.c');
  execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-I/usr/include/lwip', '-o', program, source, '-llwip']);
  return program;
}

async function judged(program: string, report: string, ...words: string[]) {
  const run = ['run', '--target', `packets:${program}`, '--protocol', 'ipv4', '--report', `json=${report}`];
  const ran = await assay([...run, ...words]);
  const { results, summary } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return { ...ran, summary, run: results.filter((result) => result.notRun === undefined) };
}

test('lwIP is judged the same five times over, and nothing of it is left', async () => {
  const folder = temporaryFolder();
  const program = built(folder);
  const { status, run, summary, stderr } = await judged(program, join(folder, 'report.json'), '--repeat', '5');
  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(run.length).toBeGreaterThan(30);
  const failed = run.filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ scenario }) => scenario)).toContain('ipv4-reassembly-003');
  const declared = deviations().map(({ rule }) => rule);
  expect(failed.filter(({ rules }) => !declared.includes(rules[0]!))).toEqual([]);
  expect(run.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'error')).toEqual([]);
  expect(summary.flips).toBe(0);
  expect(await leftWith(program)).toEqual([]);
});

test('with its deviations declared it conforms', async () => {
  const folder = temporaryFolder();
  const program = built(folder);
  const { status, stdout, run } = await judged(program, join(folder, 'report.json'), '--pics', PICS);
  expect(stdout).not.toMatch(/stale/i);
  expect(run.find(({ scenario }) => scenario === 'ipv4-reassembly-003')).toMatchObject({ verdict: 'fail' });
  expect(status).toBe(0);
});
