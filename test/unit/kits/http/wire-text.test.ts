/** Octets as feature files have them. */
import { expect, test } from 'vitest';
import { textOf } from '../../../../src/kits/http/octet-text.ts';
import { octetsOfText, piecesOfText } from '../../../../src/kits/http/wire-text.ts';

test.each([
  ['line breaks are CRLF, and nothing follows', 'A\nB', 'A\r\nB'],
  ['an empty line at the end is one', 'A\n\n', 'A\r\n\r\n'],
  ['what cannot be written otherwise', '\\r\\n\\t\\0\\\\\\x7f', '\r\n\t\0\\\x7f'],
  ['a backslash takes the end of its line away', 'A\\\nB', 'AB'],
])('%s', (_, text, octets) => {
  expect(textOf(octetsOfText(text))).toBe(octets);
});

test('a line of tildes parts what is sent at once', () => {
  expect(piecesOfText('A\nB\n~~~\nC\n').map((piece) => textOf(piece))).toEqual(['A\r\nB', 'C\r\n']);
});

test.each(['\\q', '\\xg0', '\u20ac'])('%s is refused', (text) => {
  expect(() => octetsOfText(text)).toThrow(RangeError);
});
