/** Every link of every page leads somewhere: to a file of the site, and to an anchor that is there. No browser is needed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtSite } from './built-site.ts';

const HREF = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

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
});

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
