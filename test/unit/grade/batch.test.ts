/** Parts of a batch that run nothing: names, submissions, records, progress. */
import { appendFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { batchProgress, progressLine } from '../../../src/grade/batch/progress.ts';
import { RecordFile, readRecords } from '../../../src/grade/batch/records.ts';
import { fileName } from '../../../src/grade/report/write.ts';
import { inShard, submissionsOf } from '../../../src/grade/submission/submission.ts';
import { temporaryFolder } from '../../assay.ts';
import { foundOf, partOf } from './desk.ts';

const MOST = 1000;

function classOf(submissions: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const folder = temporaryFolder();
  for (const [name, files] of Object.entries(submissions)) {
    mkdirSync(join(folder, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
  }
  return folder;
}

test.each([
  ['Ada Lovelace', 'Ada Lovelace'],
  ['a/b\nc', 'a%2Fb%0Ac'],
  ['..', '%2E%2E'],
  ['.ssh', '%2Essh'],
  ['Zoë', 'Zo%C3%AB'],
  ['end. ', 'end.%20'],
  ['x'.repeat(300), 'x'.repeat(120)],
])('the name %j is safe for a file: %j', (name, safe) => {
  expect(fileName(name)).toBe(safe);
});

describe('a folder of submissions', () => {
  test('each is known by what it holds, not by its name', () => {
    const folder = classOf({ ada: { 'a.py': '1' }, bob: { 'a.py': '1' }, cleo: { 'a.py': '2' }, dan: { 'b.py': '1' } });
    const [ada, bob, cleo, dan] = submissionsOf(folder, MOST).submissions.map(({ hash }) => hash);
    expect(bob).toBe(ada);
    expect(new Set([ada, cleo, dan]).size).toBe(3);
  });

  test('names with blanks and ends of lines are names', () => {
    const folder = classOf({ 'Ada\nLovelace ': { 'a b.py': '1' } });
    expect(submissionsOf(folder, MOST).submissions.map(({ name }) => name)).toEqual(['Ada\nLovelace ']);
  });

  test('links out of the folder are left out and named; links within stay', () => {
    const folder = classOf({ ada: { 'a.py': '1' } });
    symlinkSync('/etc/passwd', join(folder, 'ada', 'out'));
    symlinkSync('../../..', join(folder, 'ada', 'up'));
    symlinkSync('nowhere', join(folder, 'ada', 'dead'));
    symlinkSync('a.py', join(folder, 'ada', 'in'));
    const [ada] = submissionsOf(folder, MOST).submissions;
    expect(ada!.files.leftOut).toEqual([
      'dead is a link to nothing',
      'out is a link out of the folder',
      'up is a link out of the folder',
    ]);
    expect(ada!.files.files.map(({ path }) => path)).toEqual(['a.py', 'in']);
  });

  test('what is too much is refused unread', () => {
    const folder = classOf({ ada: { big: '' } });
    truncateSync(join(folder, 'ada', 'big'), 2 ** 30);
    expect(submissionsOf(folder, MOST).submissions[0]!.refused).toBe('holds 1073741824 octets; at most 1000 are taken');
  });

  test('files and links beside the submissions are passed over', () => {
    const folder = classOf({ ada: {} });
    writeFileSync(join(folder, 'notes.txt'), '');
    symlinkSync('/', join(folder, 'root'));
    expect(submissionsOf(folder, MOST).passedOver).toEqual([
      '"notes.txt" is a file, no folder',
      '"root" is a link, no folder',
    ]);
  });

  test.each([
    [{}, 'no submission in it'],
    [{ Ada: {}, 'ada ': {} }, 'two submissions of one name, "Ada" and "ada ": rename one'],
  ])('%j is refused: %s', (submissions, text) => {
    expect(() => submissionsOf(classOf(submissions), MOST)).toThrow(text);
  });

  test('every submission is of one shard', () => {
    const hashes = Array.from({ length: 50 }, (_, index) => `${index.toString(16).padStart(16, '7')}${'0'.repeat(48)}`);
    for (const hash of hashes) {
      expect([1, 2, 3].filter((index) => inShard(hash, { index, of: 3 }))).toHaveLength(1);
    }
  });
});

describe('the record file', () => {
  const found = foundOf(partOf());
  const wanted = { ...found.key, judging: found.judging };

  test('a line that was torn off has not been written', () => {
    const path = join(temporaryFolder(), 'records.jsonl');
    const records = new RecordFile(path);
    records.add({ kind: 'attempt', name: 'Ada', submission: found.key.submission });
    records.close();
    appendFileSync(path, JSON.stringify(found).slice(0, -5));
    const again = new RecordFile(path);
    expect([again.find(wanted), again.attempts('Ada')].map((each) => Boolean(each))).toEqual([false, true]);
    again.add(found);
    again.close();
    expect(readRecords(path)).toHaveLength(2);
    expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
  });

  test('a line in the middle that is no record is named', () => {
    const path = join(temporaryFolder(), 'records.jsonl');
    writeFileSync(path, '{"kind":"attempt","name":"Ada","submission":"x"}\n');
    expect(() => new RecordFile(path)).toThrow('records.jsonl, line 1: not a grade-record file');
  });

  test('another rubric with the same judging finds it, another judging does not', () => {
    const records = new RecordFile(join(temporaryFolder(), 'records.jsonl'));
    records.add({ ...found, key: { ...found.key, rubric: '9'.repeat(64) } });
    expect(records.find(wanted)).toBeDefined();
    expect(records.find({ ...wanted, judging: '8'.repeat(64) })).toBeUndefined();
    records.close();
  });
});

describe('progress', () => {
  test.each([
    [1, 10, 500, '1/10, 2.0 a second, 5 s left'],
    [1, 300, 10_000, '1/300, 6.0 a minute, 50 min left'],
    [1, 3000, 10_000, '1/3000, 6.0 a minute, 8.3 h left'],
    [10, 10, 1000, '10/10, 10.0 a second, 0 s left'],
  ])('%i of %i after %i ms: %s', (done, total, milliseconds, line) => {
    expect(progressLine(done, total, milliseconds)).toBe(line);
  });

  test('elsewhere than on a terminal: now and then, and at the end', () => {
    let now = 0;
    const lines: string[] = [];
    const progress = batchProgress(
      (text) => lines.push(text),
      false,
      () => now,
    );
    progress.begin(4);
    for (now of [1000, 6000, 7000, 8000]) progress.done();
    progress.end();
    expect(lines).toEqual(['2/4, 20.0 a minute, 6 s left\n', '4/4, 30.0 a minute, 0 s left\n']);
  });
});
