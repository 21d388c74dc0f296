/**
 * Submissions that do their worst, as root and as an ordinary user, in each of the sandboxes: the right outcome for each, no
 * process left, and whoever is graded beside them is graded as ever.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import type { Outcome } from '../../src/generated/meta/grade-record.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay, temporaryFolder, withoutProgress } from '../assay.ts';
import { command } from '../command.ts';
import { testWith } from '../requires.ts';
import { DECODER, makeClass } from './grade-class.ts';
import { leftWith, newMark } from './processes.ts';

const FOLDER = projectPath('fixtures', 'hostile', 'submissions');
const HOSTILE = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.py'))
  .map((name) => name.slice(0, -'.py'.length));

/** What becomes of each; all others are graded, and whole. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'process-bomb': 'refused-to-start',
  'memory-hog': 'memory',
  'claims-memory': 'memory',
  'endless-output': 'output-limit',
  'endless-errors': 'output-limit',
  sleeper: 'timed-out',
  spinner: 'cpu',
  forger: 'contract-breach',
  crasher: 'crashed',
};

const LIMITS = { answerSeconds: 4, cpuSeconds: 2, memoryMiB: 128, processes: 40, outputMiB: 8, runSeconds: 60 };

interface Kind {
  readonly sandbox: 'bwrap' | 'unshare';
  readonly user: 'root' | 'an ordinary user';
}

const KINDS: readonly Kind[] = (['bwrap', 'unshare'] as const).flatMap((sandbox): Kind[] =>
  process.getuid?.() === 0
    ? [
        { sandbox, user: 'root' },
        { sandbox, user: 'an ordinary user' },
      ]
    : [{ sandbox, user: 'an ordinary user' }],
);

/** Words before a command that take root away; what lies in root's folders can be read all the same where it must be. */
function asNobody(): string[] {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const [program, ...args] = [...nobody, process.execPath, command, '--version'];
  if (spawnSync(program!, args).status === 0) return nobody;
  return [...nobody, '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
}

/** Somebody at a port of this machine, whom nobody should reach. */
async function listener(): Promise<{ port: number; calls: () => number }> {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as { port: number }).port, calls: () => calls };
}

/** @param every how many hostile ones there are to a good one */
function submissionsWith(
  wanted: Readonly<Record<string, string>>,
  every: number,
): Record<string, Record<string, string>> {
  const all: Record<string, Record<string, string>> = {};
  for (const [index, name] of HOSTILE.entries()) {
    const program = readFileSync(join(FOLDER, `${name}.py`), 'utf8');
    all[name] = { 'main.py': program, 'decoder.py': DECODER, ...(wanted[name] ? { 'wanted.txt': wanted[name] } : {}) };
    if (index % every === 0) all[`${name}, then a good one`] = { 'main.py': `# After ${name}.\n${DECODER}` };
  }
  return all;
}

describe.each(KINDS)('in $sandbox, graded by $user', ({ sandbox, user }) => {
  testWith('systemPython', 'userNamespace', sandbox === 'bwrap' ? 'bwrap' : 'userNamespace')(
    'each has its outcome, and nobody else suffers',
    { timeout: 600_000 },
    async () => {
      const folder = temporaryFolder();
      const mark = newMark();
      const secret = randomUUID();
      const { port, calls } = await listener();
      const wanted = {
        spy: [join(folder, 'rubric.json'), secret, String(process.pid)].join('\n'),
        caller: String(port),
      };
      // One sandbox is looked at after each of them.
      const submissions = submissionsWith(wanted, sandbox === KINDS[0]!.sandbox && user === KINDS[0]!.user ? 1 : 5);
      const program = { when: 'main.py', attach: `exec:python3 main.py ${mark}` };
      const rubric = await makeClass(folder, submissions, { limits: LIMITS, program });
      const out = join(folder, 'out');
      mkdirSync(out);
      chmodSync(out, 0o777);
      const words = ['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', out, '--jobs', '2'];
      const { status, stderr } = await assay([...words, '--require-isolation'], {
        env: { ASSAY_SANDBOX: sandbox, ASSAY_TEST_SECRET: secret },
        before: user === 'root' || process.getuid?.() !== 0 ? [] : asNobody(),
      });
      expect([status, withoutProgress(stderr)]).toEqual([0, '']);
      const grades = Object.keys(submissions).map((name) => gradeOf(out, name));
      const expected = Object.keys(submissions).map((name) => expectedOf(name, sandbox));
      expect(grades).toEqual(expected);
      expect(calls()).toBe(0);
      expect(await leftWith(mark)).toEqual([]);
    },
  );
});

interface Told {
  readonly name: string;
  readonly outcome: string;
  readonly marks: string | null;
  readonly isolation: string;
}

function gradeOf(out: string, name: string): Told {
  const report = JSON.parse(readFileSync(join(out, 'staff', `${name.replace(',', '%2C')}.json`), 'utf8')) as {
    outcome: string;
    marks: { exact: string } | null;
    isolation: string;
    open: { text?: string };
  };
  const told = report.open.text?.includes('FOUND') || report.open.text?.includes('REACHED') ? report.open.text : '';
  return {
    name: name + told,
    outcome: report.outcome,
    marks: report.marks?.exact ?? null,
    isolation: report.isolation,
  };
}

function expectedOf(name: string, isolation: string): Told {
  const outcome = OUTCOMES[name] ?? 'graded';
  return { name, outcome, marks: outcome === 'graded' ? '4' : null, isolation };
}
