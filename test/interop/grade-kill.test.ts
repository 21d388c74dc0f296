/**
 * A batch that is killed at any moment and started again, until it is through: no finding is lost, none is there twice, and
 * nothing that was found is run again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { assay, temporaryFolder } from '../assay.ts';
import { command } from '../command.ts';
import { testWith } from '../requires.ts';
import { DECODER, findingsIn, makeClass } from './grade-class.ts';
import { leftWith, newMark } from './processes.ts';

const KILLS = 20;
const CLASS = 16;

testWith('systemPython')(
  'killed twenty times, it loses nothing and repeats nothing',
  { timeout: 600_000 },
  async () => {
    const folder = temporaryFolder();
    const mark = newMark();
    const names = Array.from({ length: CLASS }, (_, index) => `student ${index}`);
    const submissions = Object.fromEntries(names.map((name) => [name, { 'main.py': `# ${name}\n${DECODER}` }]));
    const program = { when: 'main.py', attach: `exec:python3 main.py ${mark}` };
    const rubric = await makeClass(folder, submissions, { program });
    const out = join(folder, 'out');
    const records = join(out, 'records.jsonl');
    const words = ['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', out, '--jobs', '1'];
    const found = (): string[] =>
      existsSync(records)
        ? readFileSync(records, 'utf8')
            .split('\n')
            .slice(0, -1)
            .filter((line) => line.includes('"found"'))
        : [];

    // Moments spread from before it has read its words to long after its first findings, by a fixed sequence.
    let state = 20261126;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = found();
      const batch = spawn(process.execPath, [command, ...words], { stdio: 'ignore' });
      const ended = once(batch, 'exit');
      await pause(100 + random() * (kill % 4 === 3 ? 4000 : 1500));
      batch.kill('SIGKILL');
      await ended;
      const after = found();
      expect(after.slice(0, before.length), `kill ${kill}`).toEqual(before);
    }
    const kept = found();
    const { status, stdout } = await assay(words);
    expect(status).toBe(0);
    expect(stdout).toContain(`${CLASS} of ${CLASS} graded`);
    expect(found().slice(0, kept.length)).toEqual(kept);
    const keys = findingsIn(records).map(({ key }) => key.submission);
    expect([keys.length, new Set(keys).size]).toEqual([CLASS, CLASS]);
    const runs = await assay(words);
    expect([runs.stdout, found()]).toEqual([stdout, found()]);
    expect(await leftWith(mark)).toEqual([]);
  },
);
