/** The matcher, by small grammars of one production. */
import { describe, expect, test } from 'vitest';
import type { Expression, Grammar } from '../../../../src/generated/meta/grammar.ts';
import { Matcher } from '../../../../src/spec/grammar/matcher.ts';

const source = { rfc: 5234, section: '2' };
const OWS = { name: 'OWS', source, is: { repeat: { octet: ['20', '09'] } } } as const;

function matcherOf(is: Expression): Matcher {
  return new Matcher({ protocol: 'http', title: 'small', rules: [{ name: 'it', source, is }, OWS] } as Grammar);
}

const octets = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe.each<[string, Expression, readonly string[], readonly string[]]>([
  ['text in any case', { text: 'ab' }, ['ab', 'AB', 'aB'], ['', 'a', 'abc']],
  ['text in one case', { exact: 'Ab' }, ['Ab'], ['ab', 'AB']],
  ['an octet of ranges', { octet: ['30-39', 'ff'] }, ['0', '9', '\xff'], ['a', '', '00']],
  ['a sequence', { sequence: [{ text: 'a' }, { text: 'b' }] }, ['ab'], ['a', 'ba', 'abb']],
  ['a choice that begins alike', { choice: [{ text: 'a' }, { text: 'ab' }] }, ['a', 'ab'], ['b', 'aba']],
  ['an option', { sequence: [{ optional: { text: 'a' } }, { text: 'b' }] }, ['b', 'ab'], ['a', 'aab']],
  ['a repetition', { repeat: { text: 'a' } }, ['', 'a', 'aaaa'], ['b', 'ab']],
  ['a repetition from two to three', { repeat: { text: 'a' }, least: 2, most: 3 }, ['aa', 'aaa'], ['a', 'aaaa', '']],
  ['a repetition of nothing', { repeat: { optional: { text: 'a' } }, least: 2 }, ['', 'a', 'aaa'], ['b']],
  ['a list', { list: { text: 'a' } }, ['', 'a', 'a,a', 'a , a'], [',', 'a,', ',a', 'a,,a', 'a a']],
  ['a list of one at least', { list: { text: 'a' }, least: 1 }, ['a', 'a,a'], ['']],
  [
    'what only another reading of its beginning fits',
    { sequence: [{ repeat: { text: 'a' } }, { text: 'a' }, { text: 'b' }] },
    ['ab', 'aaab'],
    ['b', 'aa'],
  ],
])('%s', (_, is, those, others) => {
  const matcher = matcherOf(is);

  test.each(those.map((text) => [text]))('is %j', (text) => {
    expect(matcher.matches('it', octets(text))).toBe(true);
  });

  test.each(others.map((text) => [text]))('is not %j', (text) => {
    expect(matcher.matches('it', octets(text))).toBe(false);
  });
});

test('tells how far it goes', () => {
  const matcher = matcherOf({ repeat: { text: 'a' }, least: 1 });
  expect(matcher.longest('it', octets('aab'))).toBe(2);
  expect(matcher.longest('it', octets('b'))).toBeUndefined();
});

test('a production that is not there is named', () => {
  expect(() => matcherOf({ rule: 'that' })).toThrow('it: there is no production that');
  expect(() => matcherOf({ text: 'a' }).matches('that', octets('a'))).toThrow('there is no production that');
});
