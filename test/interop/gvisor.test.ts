/** gVisor's netstack behind the packets target: what is declared of it fails, and nothing else does. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { judged } from './stacks.ts';

// Go compiles the stack, and the timers of the stack run in real time.
const TIME = { timeout: 900_000 };

testWith('gvisor')('gVisor is what is declared of it', TIME, async () => {
  const folder = temporaryFolder();
  const program = join(folder, 'assay-gvisor');
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOCACHE: join(folder, 'cache') };
  execFileSync('go', ['build', '-o', program, './fixtures/stacks/gvisor'], { cwd: projectPath(), env });
  const pics = projectPath('fixtures', 'deviations', 'gvisor.json');
  const words = ['--level', 'should', '--pics', pics];
  const { status, stdout, run } = await judged(program, 'ipv4,udp,tcp', join(folder, 'report.json'), ...words);
  expect(run.length).toBeGreaterThan(500);
  const failed = run.filter(({ verdict }) => verdict === 'fail');
  expect(failed.filter(({ deviation }) => deviation === undefined).map(({ scenario }) => scenario)).toEqual([]);
  expect(failed.map(({ rules }) => rules[0])).toContain('RFC6864-4');
  expect(run.filter(({ verdict }) => verdict === 'error')).toEqual([]);
  expect(stdout).not.toMatch(/stale/i);
  expect(status).toBe(0);
});
