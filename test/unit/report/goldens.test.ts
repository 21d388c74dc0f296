/**
 * Golden reports: every format of the sample report, every form of replay. `UPDATE_GOLDENS=1` writes them anew, to be
 * read as a diff.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../../src/report/index.ts';
import { type ReplayForm, replayAs } from '../../../src/report/replay.ts';
import { calm, captionOctets, describeOctets, report, suite } from './sample.ts';

const FOLDER = new URL('../../../fixtures/reports', import.meta.url).pathname;

const options = { describe: describeOctets, captions: captionOctets };
const replay = (form: ReplayForm): string =>
  replayAs(report, 'ipv4-ihl-001/four', form, { suite, describe: describeOctets });

const GOLDENS: ReadonlyMap<string, () => string> = new Map([
  ...Object.values(formats).map(
    (format) => [`failing.${format.extension}`, () => format.render(report, suite, options)] as const,
  ),
  ['calm.txt', () => formats.console!.render(calm, suite, options)],
  ['calm.md', () => formats.markdown!.render(calm, suite, options)],
  ['reproducible.json', () => formats.json!.render(report, suite, { ...options, reproducible: true })],
  ['replay.hex', () => replay('hex')],
  ['replay.c', () => replay('c')],
  ['replay.py', () => replay('python')],
]);

test.each([...GOLDENS.keys()])('%s is as it was read', (name) => {
  const path = join(FOLDER, name);
  const text = GOLDENS.get(name)!();
  if (process.env.UPDATE_GOLDENS) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
});

test('there is no golden that nothing makes', () => {
  const files = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
  // Beside them lies what `npm run site:record` keeps.
  const kept = 'record.json';
  expect(
    files
      .map(({ name }) => name)
      .filter((name) => name !== kept)
      .sort(),
  ).toEqual([...GOLDENS.keys()].sort());
});
