/** The cases as data: other tools can read them, and every word in them means something to ours. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCheck } from '../../../../../src/kits/http/cases/checks.ts';
import { readDocument } from '../../../../../src/loader/document.ts';
import { projectPath } from '../../../../../src/loader/project.ts';
import { readCatalogues } from '../../../../../src/loader/sources.ts';

const folder = projectPath('spec', 'http', 'cases');
const files = readdirSync(folder).map((name) => ({ name, ...readDocument('http-cases', `${folder}/${name}`) }));
const cases = files.flatMap((file) => file.cases);
const rules = new Map<string, string>(
  readCatalogues()
    .find(({ protocol }) => protocol === 'http')!
    .rules.map(({ id, level }) => [id, level]),
);

test('there are more than 215', () => {
  expect(cases.length).toBeGreaterThan(215);
});

test('a file is named after its topic, and its cases too', () => {
  for (const { name, topic, cases: those } of files) {
    expect(name).toBe(`${topic}.json`);
    expect(those.filter(({ id }) => !id.startsWith(`http-${topic}-`)).map(({ id }) => id)).toEqual([]);
  }
});

test('every rule is in the catalogue', () => {
  expect(cases.filter(({ rule }) => !rules.has(rule)).map(({ id }) => id)).toEqual([]);
});

test('every word about a response means something', () => {
  const parts = cases.flatMap(({ legal, twin, ground = [] }) => [...legal, twin, ...ground]);
  for (const phrase of parts.flatMap(({ and = [] }) => and)) readCheck(phrase);
});

test('what would not be a phrase is refused', () => {
  expect(() => readCheck('is quite good')).toThrow(RangeError);
});

test('a MAY forbids nothing that it names: every outcome of it is a MAY', () => {
  const may = cases.filter(({ rule }) => rules.get(rule) === 'MAY');
  expect(may.filter(({ legal }) => legal.some(({ level }) => level !== 'MAY')).map(({ id }) => id)).toEqual([]);
});

const KNOWN =
  /^(resource|absent|host|spare|generated|undated|content-method|content-path|etag-core|length(-[0-9]+)?|beginning-[0-9]+|(twin|rfc850|asctime):[A-Za-z-]+|.+\*[0-9]+)$/s;

describe('octets', () => {
  const texts = cases.flatMap(({ id, sends, twin, ground = [] }) => [
    ...ground.map((each) => ({ id: `${id}, ground`, text: each.sends.join('') })),
    { id, text: sends.join('') },
    { id: `${id}, twin`, text: twin.sends.join('') },
  ]);

  test('what stands in braces has a meaning', () => {
    const names = texts.flatMap(({ id, text }) =>
      [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => ({ id, name: name! })),
    );
    expect(names.filter(({ name }) => !KNOWN.test(name))).toEqual([]);
  });

  test('a twin needs nothing of another twin', () => {
    const needing = cases.filter(({ twin }) =>
      /\{(twin|rfc850|asctime|etag-core|length|beginning)/.test(twin.sends.join('')),
    );
    expect(needing.map(({ id }) => id)).toEqual([]);
  });

  test('no case is its own twin, but where something is asked of every answer', () => {
    const same = cases.filter(
      ({ rule, sends, twin }) => rules.get(rule) !== 'MAY' && sends.join('') === twin.sends.join(''),
    );
    const silent = same.filter(({ legal }) =>
      legal.some(({ and = [], answers }) => and.length === 0 && answers !== 'twin'),
    );
    expect(silent.map(({ id, rule }) => `${id} ${rule}`)).toEqual([]);
  });
});
