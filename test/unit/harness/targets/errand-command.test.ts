/** Commands with places for what an errand says. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { Unsupported } from '../../../../src/harness/outcome.ts';
import { ErrandFiles, fillErrand, placesIn } from '../../../../src/harness/targets/streams/errand-command.ts';

const SILENT = { method: 'GET', file: '', field: '' };
const files = new ErrandFiles();
afterEach(() => files.remove());

const fill = (command: readonly [string, ...string[]], errand: Parameters<typeof fillErrand>[1]) =>
  fillErrand(command, errand, SILENT, files);

test('places are found wherever they stand', () => {
  expect([...placesIn(['a', '-x{method}', '{urls}', '{Not}'])]).toEqual(['method', 'urls']);
});

test.each([
  ['one address', ['c', '-s', '{url}'], { urls: ['http://a/'] }, ['c', '-s', 'http://a/']],
  ['within a word', ['c', '--url={url}'], { urls: ['http://a/'] }, ['c', '--url=http://a/']],
  ['several as words', ['c', '{urls}', '-v'], { urls: ['a', 'b'] }, ['c', 'a', 'b', '-v']],
  ['one of several', ['c', '{urls}'], { urls: ['a'] }, ['c', 'a']],
  ['what is not said', ['c', '{method}', '{field}', '{url}'], { urls: ['a'] }, ['c', 'GET', '', 'a']],
  ['what is said', ['c', '{method}', '{url}'], { urls: ['a'], method: 'PUT' }, ['c', 'PUT', 'a']],
] as const)('%s', (_, command, errand, words) => {
  expect(fill([...command] as [string, ...string[]], errand)).toEqual(words);
});

test('octets stand in a file, which goes', () => {
  const [, path = ''] = fill(['c', '{file}', '{url}'], { urls: ['a'], file: Uint8Array.of(1, 2) });
  expect([...readFileSync(path)]).toEqual([1, 2]);
  files.remove();
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['a method', { urls: ['a'], method: 'PUT' }],
  ['content', { urls: ['a'], file: new Uint8Array(0) }],
  ['two addresses', { urls: ['a', 'b'] }],
])('%s without a place is not supported', (_, errand) => {
  expect(() => fill(['c', '{url}'], errand)).toThrow(Unsupported);
});

test('what the errand says as it would be anyway needs no place', () => {
  expect(fill(['c', '{url}'], { urls: ['a'], method: 'GET' })).toEqual(['c', 'a']);
});
