/** A batch as a grader runs it: what is run, what is not run again, shards, lateness, and what is odd in the folder. */
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assay, type Ran, temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { DECODER, findingsIn, makeClass } from './grade-class.ts';

const WRONG = DECODER.replace('not 20 <=', 'not 0 <=');

function grade(folder: string, rubric: string, ...words: string[]): Promise<Ran> {
  return assay(['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', join(folder, 'out'), ...words]);
}

function edit(rubric: string, change: (text: string) => string): void {
  writeFileSync(rubric, change(readFileSync(rubric, 'utf8')));
}

/** Lines with their columns a blank apart. */
function linesOf(table: string): string[] {
  return table.split('\n').map((line) => line.replace(/ +/g, ' '));
}

const graded = testWith('systemPython');

graded('what was found is not run again, whatever its points become', async () => {
  const folder = temporaryFolder();
  const rubric = await makeClass(folder, {
    ada: { 'main.py': DECODER },
    bob: { 'main.py': WRONG },
    cleo: { 'main.py': WRONG },
  });
  const first = await grade(folder, rubric);
  expect(first.stdout).toMatch(/^ada +4\.00\nbob +2\.00 .*\ncleo +2\.00 /);
  const records = join(folder, 'out', 'records.jsonl');
  const before = readFileSync(records, 'utf8');
  // Bob and Cleo handed in the same, which is run once.
  expect(findingsIn(records)).toHaveLength(2);
  edit(rubric, (text) => text.replace('"points": 4', '"points": 5').replace('"points": 2', '"points": 3'));
  const again = await grade(folder, rubric);
  expect(again.stdout).toMatch(/^ada +5\.00\nbob +2\.00 .*\ncleo +2\.00 /);
  expect(readFileSync(records, 'utf8')).toBe(before);
});

graded('the next attempt is compared with the last', async () => {
  const folder = temporaryFolder();
  const rubric = await makeClass(folder, { ada: { 'main.py': WRONG } });
  await grade(folder, rubric);
  writeFileSync(join(folder, 'submissions', 'ada', 'main.py'), DECODER);
  await grade(folder, rubric);
  const report = JSON.parse(readFileSync(join(folder, 'out', 'student', 'ada.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(report).toMatchObject({ attempt: 2, changes: [{ item: 'RFC791-IHL-1', was: 'failed', is: 'passed' }] });
});

graded('failures that do not come again are flaky, and earn nothing', async () => {
  const folder = temporaryFolder();
  // Lax with what it has not met before, and strict from then on.
  const lax = DECODER.replace('not 20 <=', 'not (20 if octets in seen or seen.add(octets) else 0) <=');
  const rubric = await makeClass(folder, { ada: { 'main.py': `seen = set()\n${lax}` } });
  const { stdout } = await grade(folder, rubric, '--confirm', '2');
  expect(stdout).toMatch(/^ada +2\.00 {2}RFC791-IHL-1 flaky\n/);
});

graded('shards, joined in any order and twice, are the whole', async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 6 }, (_, index) => `student ${index}`);
  const rubric = await makeClass(
    folder,
    Object.fromEntries(names.map((name) => [name, { 'main.py': `# ${name}\n${DECODER}` }])),
  );
  const shard = (out: string, ...words: string[]) =>
    assay(['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', join(folder, out), ...words]);
  expect((await shard('one', '--shard', '1/2')).status).toBe(0);
  expect((await shard('two', '--shard', '2/2')).status).toBe(0);
  const files = ['one', 'two'].map((out) => join(folder, out, 'records.jsonl'));
  mkdirSync(join(folder, 'all'));
  const join12 = await assay(['merge', ...files, '--records', join(folder, 'all', 'records.jsonl')]);
  expect(join12.stdout).toContain('6 findings');
  await assay(['merge', files[1]!, files[0]!, files[1]!, '--records', join(folder, 'again.jsonl')]);
  const joined = readFileSync(join(folder, 'all', 'records.jsonl'), 'utf8');
  expect(readFileSync(join(folder, 'again.jsonl'), 'utf8')).toBe(joined);
  const whole = await shard('all');
  expect(whole.stdout).toContain('6 of 6 graded');
  expect(readFileSync(join(folder, 'all', 'records.jsonl'), 'utf8')).toBe(joined);
});

graded('lateness, by the times that are given', async () => {
  const folder = temporaryFolder();
  const rubric = await makeClass(folder, { ada: { 'main.py': DECODER }, bob: { 'main.py': DECODER } });
  const late = '"late": { "due": "2026-11-30T00:00:00Z", "hours": 24, "takes": "1/3" },';
  edit(rubric, (text) => text.replace('"points": 4,', `"points": 4, ${late}`));
  const times = join(folder, 'times.json');
  writeFileSync(times, JSON.stringify({ ada: '2026-11-29T23:59:59Z', bob: '2026-11-30T00:00:01Z' }));
  const { stdout } = await grade(folder, rubric, '--times', times);
  expect(stdout).toMatch(/^ada +4\.00\nbob +2\.67\n/);
});

graded('odd things in the folder are handled or named, and the rest is graded', async () => {
  const folder = temporaryFolder();
  const rubric = await makeClass(folder, {
    'a good one': { 'main.py': DECODER },
    'ends of\nlines': { 'main.py': `# 2\n${DECODER}` },
    empty: {},
    huge: { 'main.py': DECODER },
    linked: {},
    'no program': { 'readme.txt': 'I could not do it.' },
  });
  const submissions = join(folder, 'submissions');
  writeFileSync(join(submissions, 'huge', 'data'), '');
  truncateSync(join(submissions, 'huge', 'data'), 2 ** 30);
  symlinkSync('/etc/passwd', join(submissions, 'linked', 'main.py'));
  writeFileSync(join(submissions, 'notes.txt'), '');
  const { status, stdout, stderr } = await grade(folder, rubric);
  expect(status).toBe(0);
  expect(linesOf(stdout).slice(0, -3)).toEqual([
    'a good one 4.00',
    'empty - nothing was submitted that can be run: the folder is empty',
    'ends of\\nlines 4.00',
    expect.stringMatching(
      /^huge - nothing was submitted that can be run: holds 107374\d+ octets; at most 67108864 are taken$/,
    ),
    expect.stringMatching(
      /^linked - nothing was submitted that can be run: the folder is empty; left out: main.py is a link/,
    ),
    'no program - nothing was submitted that can be run: there is no main.py',
  ]);
  expect(stderr).toContain('passed over: "notes.txt" is a file, no folder\n');
  expect(stderr).toContain('"linked": main.py is a link out of the folder: left out\n');
});

graded('builds: what does not build, what takes too long', async () => {
  const folder = temporaryFolder();
  const program = { when: 'build.sh', build: 'sh build.sh', attach: 'exec:python3 main.py' };
  const rubric = await makeClass(
    folder,
    {
      fails: { 'build.sh': 'echo "main.c:1: no such thing" >&2; exit 3' },
      hangs: { 'build.sh': 'sleep 30' },
      works: { 'build.sh': 'cp decoder.py main.py', 'decoder.py': DECODER },
    },
    { program, limits: { buildSeconds: 3 } },
  );
  const { stdout } = await grade(folder, rubric);
  expect(linesOf(stdout).slice(0, 3)).toEqual([
    'fails - it does not build: the build (sh build.sh) ended with exit status 3',
    'hangs - it does not build: the build (sh build.sh) took more than 3 s',
    'works 4.00',
  ]);
  expect(readFileSync(join(folder, 'out', 'student', 'fails.md'), 'utf8')).toContain('main.c:1: no such thing');
});

graded('what cannot be isolated is said once, or is an error', async () => {
  const folder = temporaryFolder();
  const rubric = await makeClass(folder, { ada: { 'main.py': DECODER }, bob: { 'main.py': `# 2\n${DECODER}` } });
  const words = ['grade', join(folder, 'submissions'), '--rubric', rubric, '--out', join(folder, 'out'), '--jobs', '2'];
  const env = { ASSAY_SANDBOX: 'none' };
  const said = 'this machine cannot isolate network, processes and files (neither bwrap nor unshare works here)';
  const refused = await assay([...words, '--require-isolation'], { env });
  expect([refused.status, refused.stderr.startsWith(`assay: grade: ${said}`)]).toEqual([3, true]);
  const { status, stdout, stderr } = await assay(words, { env });
  expect([status, stderr.split(said).length - 1]).toEqual([0, 1]);
  expect(stdout).toMatch(/^ada +4\.00\nbob +4\.00\n/);
});

describe('words and input that are wrong', () => {
  const bad = async (words: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await assay(['grade', ...words]);
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };

  test('no rubric, no output', async () => {
    expect(await bad(['x'])).toBe('assay: grade: name the --rubric\n');
    expect(await bad(['x', '--rubric', 'y'])).toContain('name the folder of submissions, and --out');
  });

  test('an unknown rule, points that do not add up: each in a line', async () => {
    const folder = temporaryFolder();
    const rubric = await makeClass(folder, { ada: {} });
    edit(rubric, (text) => text.replace('RFC791-IHL-1', 'RFC791-IHL-9'));
    expect(await bad([folder, '--rubric', rubric, '--out', folder])).toBe(
      `assay: ${rubric}: group seen: no rule RFC791-IHL-9; assay rules lists them\n${rubric}: group seen: has no items\n`,
    );
    edit(rubric, (text) => text.replace('RFC791-IHL-9', 'RFC791-IHL-1').replace('"points": 4', '"points": 6'));
    expect(await bad([folder, '--rubric', rubric, '--out', folder])).toBe(
      `assay: ${rubric}: the groups add up to 4 points, but the rubric declares 6\n`,
    );
  });

  test('a rubric that is pinned to another suite', async () => {
    const folder = temporaryFolder();
    const rubric = await makeClass(folder, { ada: {} });
    edit(rubric, (text) => text.replace(/"digest": "..../, '"digest": "0000'));
    expect(await bad([folder, '--rubric', rubric, '--out', folder])).toContain('pinned to 0000');
  });

  test('an unknown export, a folder that is none', async () => {
    const folder = temporaryFolder();
    const rubric = await makeClass(folder, {});
    expect(await bad([folder, '--rubric', rubric, '--out', folder, '--export', 'x'])).toContain(
      'no such format; there are gradescope',
    );
    expect(await bad([join(folder, 'none'), '--rubric', rubric, '--out', folder])).toContain('none: no such folder');
  });
});
