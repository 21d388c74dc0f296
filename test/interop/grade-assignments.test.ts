/** The assignments that are ready to be set: every answer gets the marks that are stated, and the starters start. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { readRubric } from '../../src/loader/rubric.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';

const FOLDER = projectPath('fixtures', 'assignments');
const ASSIGNMENTS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('there are three', () => {
  expect(ASSIGNMENTS).toEqual(['ipv4-codec', 'tcp-endpoint', 'web-server']);
});

describe.each(ASSIGNMENTS)('%s', (name) => {
  const folder = join(FOLDER, name);
  const rubric = readRubric(join(folder, 'rubric.yaml'));
  const { answers = [], programs } = rubric;

  test('has a handout, a model answer, and eight that are wrong', () => {
    expect(existsSync(join(folder, 'handout.md'))).toBe(true);
    const wrong = answers.filter(({ about }) => about !== undefined);
    const right = answers.filter(({ about }) => about === undefined);
    expect(wrong).toHaveLength(8);
    expect(right.map(({ marks }) => marks)).toEqual(right.map(() => rubric.points));
    const named = answers.map(({ folder: own }) => own.replace('submissions/', ''));
    expect(named.toSorted()).toEqual(readdirSync(join(folder, 'submissions')).sort());
  });

  testWith('systemPython', 'gcc')('every answer gets the marks that are stated', { timeout: 600_000 }, async () => {
    const { status, stdout, stderr } = await assay(['grade', '--check', join(folder, 'rubric.yaml'), '--jobs', '2']);
    expect([status, stdout, stderr]).toEqual([
      0,
      expect.stringContaining('All answers get the marks that are stated.'),
      '',
    ]);
  });

  test.each(['python', 'c'])('has a starter in %s, by which it is built and started', (language) => {
    const files = readdirSync(join(folder, 'starters', language));
    expect(programs.some(({ when }) => files.includes(when))).toBe(true);
  });

  testWith('gcc')('the starter in C compiles without a warning', () => {
    const copy = temporaryFolder();
    cpSync(join(folder, 'starters', 'c'), copy, { recursive: true });
    const build = programs.find(({ build: command }) => command !== undefined)!.build!;
    const built = spawnSync('sh', ['-c', build.replace('-Wall', '-Wall -Wextra -Werror')], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect([built.status, built.stderr]).toEqual([0, '']);
  });
});

testWith('systemPython', 'gcc')('starters are graded, and have almost nothing yet', { timeout: 600_000 }, async () => {
  const submissions = temporaryFolder();
  const folder = join(FOLDER, 'ipv4-codec');
  for (const language of ['python', 'c']) {
    cpSync(join(folder, 'starters', language), join(submissions, language), { recursive: true });
  }
  const words = ['grade', submissions, '--rubric', join(folder, 'rubric.yaml'), '--out', temporaryFolder()];
  const { status, stdout } = await assay(words);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^c +0\.00 /m);
  expect(stdout).toMatch(/^python +0\.00 /m);
});
