/**
 * Paths and links, without a browser. Every link leads to a file of the site and to an anchor that is there. Paths that were
 * published stay: fixtures/site/permalinks.txt may only grow, and UPDATE_GOLDENS=1 adds what is new.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { loadSuite } from '../../src/loader/suite.ts';
import { builtSite } from './built-site.ts';

const HREF = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

const LIST = projectPath('fixtures', 'site', 'permalinks.txt');

let texts: Map<string, string>;
let files: Set<string>;

beforeAll(() => {
  const folder = builtSite();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  files = new Set(paths);
  texts = new Map(
    paths.filter((path) => path.endsWith('.html')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}, 300_000);

function linksOf(text: string): string[] {
  return [...text.matchAll(HREF)].map(([, href]) => href!.replace(/&amp;/g, '&').replace(/&#x?\d+;/g, ''));
}

test('every link and anchor within the site resolves', () => {
  const ids = new Map([...texts].map(([path, text]) => [path, new Set([...text.matchAll(ID)].map(([, id]) => id!))]));
  const dead = new Set<string>();
  for (const [path, text] of texts) {
    for (const href of linksOf(text)) {
      if (/^[a-z]+:/.test(href)) continue;
      const [file = '', anchor] = href.split('#');
      const to = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file));
      if (!files.has(to)) dead.add(`${path}: ${href}`);
      else if (anchor !== undefined && anchor !== '' && !ids.get(to)?.has(decodeURIComponent(anchor)))
        dead.add(`${path}: ${href}`);
    }
  }
  expect([...dead].slice(0, 40)).toEqual([]);
});

test('links that leave the site lead to the RFC Editor, and to nobody else', () => {
  const hosts = new Set<string>();
  for (const text of texts.values()) {
    for (const href of linksOf(text)) if (/^https?:/.test(href)) hosts.add(new URL(href).host);
  }
  expect([...hosts].filter((host) => host !== 'www.rfc-editor.org')).toEqual([]);
});

test('no id stands twice on a page', () => {
  const twice = [...texts].flatMap(([path, text]) => {
    const ids = [...text.matchAll(ID)].map(([, id]) => id!);
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: ${id}`);
  });
  expect(twice.slice(0, 20)).toEqual([]);
});

test('no page is heavy', () => {
  const heavy = [...texts]
    .filter(([path, text]) => path !== 'print.html' && Buffer.byteLength(text) > 100_000)
    .map(([path, text]) => `${path}: ${Buffer.byteLength(text)}`);
  expect(heavy).toEqual([]);
});

function kept(): string[] {
  return existsSync(LIST)
    ? readFileSync(LIST, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

test('every path that was ever published is still there', () => {
  expect(kept().filter((path) => !files.has(path))).toEqual([]);
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
