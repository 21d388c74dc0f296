import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';

interface Override {
  readonly includes: readonly string[];
  readonly linter: { rules: { style: { noRestrictedImports: { options: { patterns: { group: string[] }[] } } } } };
}

const { overrides } = JSON.parse(readFileSync(projectPath('.biome.json'), 'utf8')) as { overrides: Override[] };
const folders = readdirSync(projectPath('src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const JUDGE = ['harness', 'kits', 'report', 'proof'];
const PURE = ['spec', 'wire', 'generated', 'net', 'contract', 'reference'];
/** The doors know everything. */
const FREE = ['cli', 'site'];

function bannedIn(folder: string): string[] {
  const own = overrides.find(({ includes }) => includes.includes(`src/${folder}/**`));
  return own?.linter.rules.style.noRestrictedImports.options.patterns.flatMap(({ group }) => group) ?? [];
}

test.each(folders.filter((folder) => !FREE.includes(folder)))(
  'src/%s is held to the folders that it may import',
  (folder) => {
    expect(bannedIn(folder)).not.toEqual([]);
  },
);

test.each(JUDGE)('src/%s, of the judge, never imports the judged', (folder) => {
  expect(bannedIn(folder)).toEqual(expect.arrayContaining(['**/reference/**', '**/serve/**']));
});

test.each(PURE)('src/%s runs in the browser too', (folder) => {
  expect(bannedIn(folder)).toContain('node:*');
});

test('no override speaks of a folder that is gone', () => {
  const named = overrides.flatMap(({ includes }) =>
    includes.flatMap((glob) => /^src\/([^/]+)\//.exec(glob)?.[1] ?? []),
  );
  expect(named.filter((name) => !folders.includes(name))).toEqual([]);
});
