/** lwIP, a stack of another house, behind the packets target: what is declared of it fails, and nothing else does. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Pics } from '../../src/generated/meta/pics.ts';
import { projectPath } from '../../src/loader/project.ts';
import { temporaryFolder, withoutProgress } from '../assay.ts';
import { testWith } from '../requires.ts';
import { leftWith } from './processes.ts';
import { judged } from './stacks.ts';

const test = testWith('gcc', 'lwip');

const STACK = 'fixtures/stacks/lwip';

function built(folder: string): string {
  const program = join(folder, 'assay-lwip');
  const sources = ['assay-lwip.c', 'tcp-services.c', 'udp-services.c'].map((name) => projectPath(STACK, name));
  const options = ['-O2', '-Wall', '-Wextra', '-Werror', '-I/usr/include/lwip'];
  execFileSync('gcc', [...options, '-o', program, ...sources, '-llwip']);
  return program;
}

const pics = projectPath('fixtures', 'deviations', 'lwip.json');
const declared = (JSON.parse(readFileSync(pics, 'utf8')) as Pics).deviations!.map(({ rule }) => rule);

test('lwIP, IP and UDP, is judged the same five times over, and nothing of it is left', async () => {
  const folder = temporaryFolder();
  const program = built(folder);
  const words = ['--pics', pics, '--repeat', '5'];
  const { status, stdout, run, summary, stderr } = await judged(
    program,
    'ipv4,udp',
    join(folder, 'report.json'),
    ...words,
  );
  expect(withoutProgress(stderr)).toBe('');
  expect(stdout).not.toMatch(/stale/i);
  expect(status).toBe(0);
  expect(run.filter(({ scenario }) => scenario.startsWith('udp-')).length).toBeGreaterThan(40);
  const failed = run.filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ scenario }) => scenario)).toEqual(expect.arrayContaining(['ipv4-reassembly-003']));
  expect(failed.filter(({ rules }) => !declared.includes(rules[0]!))).toEqual([]);
  expect(run.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'error')).toEqual([]);
  expect(summary.flips).toBe(0);
  expect(await leftWith(program)).toEqual([]);
});

// Its timers run in real time, and a good part of a minute is waited for what they do.
test("lwIP's TCP is what is declared of it", async () => {
  const folder = temporaryFolder();
  const { status, stdout, run } = await judged(built(folder), 'tcp', join(folder, 'report.json'), '--pics', pics);
  expect(stdout).not.toMatch(/stale/i);
  expect(run.length).toBeGreaterThan(400);
  const failed = run.filter(({ verdict }) => verdict === 'fail');
  expect(failed.filter(({ rules }) => !declared.includes(rules[0]!))).toEqual([]);
  expect(run.filter(({ verdict }) => verdict === 'error')).toEqual([]);
  expect(status).toBe(0);
});

test('what is declared of it counts where it is not declared', async () => {
  const folder = temporaryFolder();
  const { status, run } = await judged(built(folder), 'ipv4', join(folder, 'report.json'), '--rule', 'RFC791-REASM-1');
  expect(run.find(({ scenario }) => scenario === 'ipv4-reassembly-003')).toMatchObject({ verdict: 'fail' });
  expect(status).toBe(1);
});
