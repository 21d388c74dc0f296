/** Ctrl-C, or a CI that gives up, ends a run, and what was found so far is reported. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Report } from '../../src/generated/meta/report.ts';
import { projectPath } from '../../src/loader/project.ts';
import { temporaryFolder } from '../assay.ts';
import { command } from '../command.ts';
import { leftWith, newMark, processesWith } from './processes.ts';

test.each(['SIGINT', 'SIGTERM'] as const)('%s: results so far survive', async (signal) => {
  const file = join(temporaryFolder(), 'report.json');
  const mark = newMark();
  // Every scenario takes as long as a hang does: far longer together than this test.
  const target = `exec:${process.execPath} fixtures/hostile/hang.mjs 45 ${mark}`;
  const child = spawn(process.execPath, [command, 'run', '--target', target, '--report', `json=${file}`], {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  // The command has the mark among its own words, and then its adapter has it, too.
  while (processesWith(mark).length < 2) await pause(50);
  await pause(500);
  child.kill(signal);
  expect(await ended).not.toBe(0);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  expect(report.interrupted).toBe(true);
  expect(report.results).toHaveLength(report.suite.scenarios);
  expect(report.results.some(({ reason }) => reason?.code === 'interrupted')).toBe(true);
  expect(stdout).toContain('stopped before its end');
  expect(await leftWith(mark)).toEqual([]);
});
