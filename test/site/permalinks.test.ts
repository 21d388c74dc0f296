/**
 * Paths that were published stay: fixtures/site/permalinks.txt may only grow. `UPDATE_GOLDENS=1` adds what is new to it, and
 * takes nothing away.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { loadSuite } from '../../src/loader/suite.ts';
import { builtSite } from './built-site.ts';

const LIST = projectPath('fixtures', 'site', 'permalinks.txt');

let folder: string;

beforeAll(() => {
  folder = builtSite();
});

function kept(): string[] {
  return existsSync(LIST)
    ? readFileSync(LIST, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

test('every path that was ever published is still there', () => {
  expect(kept().filter((path) => !existsSync(join(folder, path)))).toEqual([]);
});

test('every rule has its path in the list', () => {
  const { rules, protocols } = loadSuite();
  const paths = [
    ...['index', 'protocols', 'lecture', 'results', 'guides', 'glossary', 'uncovered', 'machine'].map(
      (name) => `${name}.html`,
    ),
    ...protocols.map(({ protocol }) => `protocol/${protocol}.html`),
    ...rules.map(({ id }) => `rule/${id}.html`),
  ];
  const missing = paths.filter((path) => !kept().includes(path));
  if (process.env.UPDATE_GOLDENS) writeFileSync(LIST, `${[...kept(), ...missing].sort().join('\n')}\n`);
  else expect(missing, 'UPDATE_GOLDENS=1 adds them').toEqual([]);
});
