/** The grammar of HTTP/1.1 as data: it holds together, and agrees with every golden message, date, tag and range. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../src/generated/meta/grammar.ts';
import { readDocument } from '../../../src/loader/document.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { readFixtures } from '../../../src/loader/sources.ts';
import { Matcher } from '../../../src/spec/grammar/matcher.ts';

const grammar = readDocument('grammar', projectPath('spec', 'http', 'grammar.json'));
const matcher = new Matcher(grammar);
const octets = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

test('no production stands twice', () => {
  const names = grammar.rules.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every expression says one thing', () => {
  const faults: string[] = [];
  const check = (name: string, expression: Expression): void => {
    const { least: _, most: __, ...what } = expression;
    if (Object.keys(what).length !== 1) faults.push(`${name}: ${Object.keys(what).join(' and ')}`);
    const { sequence = [], choice = [], optional, repeat, list } = expression;
    for (const inner of [...sequence, ...choice, optional, repeat, list]) if (inner) check(name, inner);
  };
  for (const { name, is } of grammar.rules) check(name, is);
  expect(faults).toEqual([]);
});

/** What these show is read, or may be, though no sender writes it so; or it is wrong in what it means, not in its form. */
const LENIENT = ['lone-lf', 'two-spaces', 'fold', 'cr-in-value', 'nul-in-value', 'blank-line-first'];
const IN_FORM: ReadonlySet<string> = new Set(['length-form', 'truncated', 'coding-form', 'chunk-form', 'left-over']);
const IN_FORM_OF_RESPONSES: ReadonlySet<string> = new Set([...IN_FORM, 'length-and-coding']);
const fixtures = readFixtures(['http']);

describe.each([
  ['http/request', 'HTTP-request', IN_FORM],
  ['http/response', 'HTTP-response', IN_FORM_OF_RESPONSES],
] as const)('%s', (layer, production, inForm) => {
  const those = fixtures.filter((fixture) => fixture.layer === layer);

  test.each(those)('$name: grammar and fixture agree', ({ name, octets: hex, fault }) => {
    const expected = fault === undefined ? !LENIENT.includes(name) : inForm.has(fault.kind);
    const whole = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
    // An interim response comes before the final one.
    const from = name === 'after-continue' ? Buffer.from(whole).indexOf('HTTP/', 1) : 0;
    expect(matcher.matches(production, whole.subarray(from))).toBe(expected);
  });
});

test.each(fixtures.filter(({ value }) => value?.framing === 'chunked'))(
  '$name: its body is chunks',
  ({ octets: hex }) => {
    const whole = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    const body = whole.subarray(whole.indexOf('\r\n\r\n') + 4);
    expect(matcher.matches('chunked-body', body)).toBe(true);
  },
);

const VALUES: readonly (readonly [production: string, good: readonly string[], bad: readonly string[]])[] = [
  [
    'Host',
    ['', 'a.example', 'a:80', 'a:', '[::1]:80', 'a,b', '%41'],
    ['a b', 'a@b', 'a:x', 'a/b', '[::1', '%zz', 'a:1:2'],
  ],
  [
    'HTTP-date',
    ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'],
    ['Sun, 6 Nov 1994 08:49:37 GMT', 'sun, 06 Nov 1994 08:49:37 GMT', 'Sun, 06 Nov 1994 08:49:37 +0000'],
  ],
  ['IMF-fixdate', ['Mon, 06 Jun 2022 00:00:00 GMT'], ['Monday, 06-Jun-22 00:00:00 GMT']],
  ['entity-tag', ['"a"', 'W/"a"', '""', '"\xe9"'], ['a', 'w/"a"', '"a', '"a"b"']],
  ['If-None-Match', ['*', '"a"', '"a", W/"b"'], ['*, "a"', '"a",', 'a']],
  ['Range', ['bytes=0-0', 'bytes=-5', 'bytes=1-', 'bytes=0-1, 4-5', 'lines=a'], ['bytes', 'bytes=', 'bytes=0-1,']],
  ['Content-Range', ['bytes 0-4/15', 'bytes 0-4/*', 'bytes */15'], ['bytes 0-4', 'bytes=0-4/15', 'bytes */*']],
  ['media-type', ['text/plain', 'text/html; charset=utf-8', 'a/b;c="d e"'], ['text', 'text/', 'text/plain; charset']],
  ['Transfer-Encoding', ['chunked', 'gzip, CHUNKED', 'a;b=c'], ['', 'chunked,', '"chunked"']],
  ['Content-Length', ['0', '15', '0005'], ['', '-1', '+1', '1, 1', '0x5']],
  ['chunk-ext', ['', ';a', ';a=b', ' ; a = "b;c"', ';a;b=c'], ['a', ';', ';a=', ';a="b']],
  ['Server', ['nginx/1.22.1', 'Apache/2.4 (Debian)', 'a b/c (d (e))'], ['', '(a)', 'a (']],
  ['request-target', ['/', '/a?b', 'http://a/b', 'a:80', '*', '/%20'], ['', 'a', '/a b', '/a#b', '/%2']],
  ['HTTP-version', ['HTTP/1.1', 'HTTP/9.9'], ['http/1.1', 'HTTP/1', 'HTTP/1.10']],
  ['Allow', ['', 'GET', 'GET, HEAD'], ['GET HEAD', 'GET,']],
];

describe.each(VALUES)('%s', (production, good, bad) => {
  test.each(good.map((text) => [text]))('is %j', (text) => {
    expect(matcher.matches(production, octets(text))).toBe(true);
  });
  test.each(bad.map((text) => [text]))('is not %j', (text) => {
    expect(matcher.matches(production, octets(text))).toBe(false);
  });
});

describe.each(readdirSync(projectPath('spec', 'registries')).filter((name) => name.startsWith('http-')))(
  '%s',
  (name) => {
    const { registry, entries } = readDocument('registry', projectPath('spec', 'registries', name));

    test('is named after itself, and has no name and no value twice', () => {
      expect(`${registry}.json`).toBe(name);
      for (const key of ['name', 'value'] as const) {
        const all = entries.map((entry) => entry[key]).filter((each) => each !== undefined);
        expect(new Set(all).size).toBe(all.length);
      }
    });

    test('is in order, and names productions that there are', () => {
      const values = entries.flatMap(({ value }) => value ?? []);
      expect(values).toEqual([...values].sort((one, other) => one - other));
      const productions = new Set<string>(grammar.rules.map((rule) => rule.name));
      expect(entries.filter(({ production }) => production !== undefined && !productions.has(production))).toEqual([]);
    });
  },
);
