import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markInWords, octetLines, octetRows } from '../../../src/report/octets.ts';

const counting = Uint8Array.from({ length: 40 }, (_, index) => index);

test('a row has sixteen octets, an offset, and a gap in the middle', () => {
  expect(octetLines(counting)).toEqual([
    '0000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f',
    '0010  10 11 12 13 14 15 16 17  18 19 1a 1b 1c 1d 1e 1f',
    '0020  20 21 22 23 24 25 26 27',
  ]);
});

test('carets stand under every digit with a marked bit, on every row that has one', () => {
  expect(octetLines(counting, { mark: { bit: 124, bits: 8 } })).toEqual([
    '0000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f',
    '                                                     ^',
    '0010  10 11 12 13 14 15 16 17  18 19 1a 1b 1c 1d 1e 1f',
    '      ^',
    '0020  20 21 22 23 24 25 26 27',
  ]);
});

test('characters stand in one column, whatever the row holds', () => {
  const lines = octetLines(counting, { characters: true });
  expect(lines.map((line) => line.slice(56))).toEqual(['................', '................', ' !"#$%&\'']);
});

test('of many rows the marked one is shown, the first and the last, and the gaps are counted', () => {
  const long = new Uint8Array(160);
  expect(octetLines(long, { mark: { bit: 8 * 80, bits: 8 }, most: 3 })).toEqual([
    `0000  ${'00 '.repeat(8)} ${'00 '.repeat(8)}`.trimEnd(),
    '      ... 64 octets from 0010 on are not shown',
    `0050  ${'00 '.repeat(8)} ${'00 '.repeat(8)}`.trimEnd(),
    '      ^^',
    '      ... 48 octets from 0060 on are not shown',
    `0090  ${'00 '.repeat(8)} ${'00 '.repeat(8)}`.trimEnd(),
  ]);
});

test.each([
  [{ bit: 4, bits: 4 }, 'bits 4 to 7: octet 0 is 0100[0101]'],
  [{ bit: 9, bits: 1 }, 'bit 9: octet 1 is 1[1]111111'],
  [{ bit: 6, bits: 4 }, 'bits 6 to 9: octets 0 to 1 are 010001[01] [11]111111'],
  [{ bit: 0, bits: 40 }, 'bits 0 to 39: octets 0 to 4'],
  [{ bit: 48, bits: 8 }, 'bits 48 to 55: past the end of the 6 octets'],
])('bits in words: %o', (mark, words) => {
  expect(markInWords(mark, Uint8Array.of(0x45, 0xff, 0, 0, 0, 0))).toBe(words);
});

test('every octet is shown once or counted in a gap, and every marked bit that is there lies in a shown row', () => {
  const octets = fc.uint8Array({ maxLength: 600 });
  const mark = fc.record({ bit: fc.nat(5000), bits: fc.integer({ min: 1, max: 64 }) });
  fc.assert(
    fc.property(octets, mark, fc.integer({ min: 3, max: 12 }), (all, marked, most) => {
      let next = 0;
      for (const row of octetRows(all, marked, most)) {
        expect(row.at).toBe(next);
        next += 'skipped' in row ? row.skipped : row.octets.length;
      }
      expect(next).toBe(all.length);
      const shown = octetRows(all, marked, most).some((row) => 'marked' in row && row.marked.includes(true));
      expect(shown).toBe(marked.bit < all.length * 8);
    }),
  );
});
