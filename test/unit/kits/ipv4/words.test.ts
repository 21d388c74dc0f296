import { describe, expect, test } from 'vitest';
import { readHeader, readHex, sameValue, writeWord } from '../../../../src/kits/ipv4/words.ts';

const rowsOf = (...rows: [string, string][]): string[][] => [['field', 'value'], ...rows];

describe('words of a feature', () => {
  test.each([
    ['timeToLive', '64', 64],
    ['headerChecksum', '0x5c2f', 0x5c2f],
    ['dontFragment', 'true', true],
    ['reserved', 'false', false],
    ['source', '192.0.2.1', '192.0.2.1'],
    ['options', 'none', []],
    ['options', '1, 0', [{ type: 1 }, { type: 0 }]],
    ['options', '3 times 1', [{ type: 1 }, { type: 1 }, { type: 1 }]],
    ['options', '148 0000', [{ type: 148, length: 4, data: '0000' }]],
    ['options', '136', [{ type: 136, length: 2, data: '' }]],
    ['options', '94 of length 0', [{ type: 94, length: 0, data: '' }]],
    ['options', '94 abcd of length 255', [{ type: 94, length: 255, data: 'abcd' }]],
  ])('%s %s', (field, word, value) => {
    expect(readHeader(rowsOf([field, word]))).toEqual({ [field]: value });
  });

  test.each([
    ['timeToLive', '-1'],
    ['timeToLive', 'many'],
    ['dontFragment', '1'],
    ['lifetime', '1'],
  ])('%s %s is none', (field, word) => {
    expect(() => readHeader(rowsOf([field, word]))).toThrow(TypeError);
  });

  test('a table without its head is none', () => {
    expect(() => readHeader([['timeToLive', '64']])).toThrow('a table of fields starts with | field | value |');
  });

  test.each(['1, 148 0000, 0', '7 04, 1', '94 abcd of length 0'])(
    'options %s come back as they were written',
    (word) => {
      expect(writeWord('options', readHeader(rowsOf(['options', word])).options)).toBe(word);
    },
  );

  test('an option whose length is not that of its data is written with both', () => {
    expect(writeWord('options', [{ type: 148, length: 9, data: '00' }])).toBe('148 00 of length 9');
  });

  test('both spellings of the same octets are the same, and are written as one', () => {
    const [given] = readHeader(rowsOf(['options', '7 04c0000201'])).options ?? [];
    const named = { type: 7, length: 7, pointer: 4, route: 'c0000201' };
    expect(sameValue('options', [given], [named])).toBe(true);
    expect(sameValue('options', [named], [given])).toBe(true);
    expect(writeWord('options', [named, { type: 148, length: 4, value: 1 }])).toBe('7 04c0000201, 148 0001');
    expect(sameValue('options', [given], [{ ...named, pointer: 8 }])).toBe(false);
    expect(sameValue('options', [given], [{ ...named, length: 11 }])).toBe(false);
    expect(writeWord('options', [{ ...named, length: 11 }])).toBe('7 04c0000201 of length 11');
    expect(writeWord('options', [{ type: 7, length: 3, data: '0400' }])).toBe('7 0400 of length 3');
  });

  test.each([
    [{ type: 148, length: 4 }],
    [{ type: 148, length: 4, value: 70_000 }],
    [{ type: 148, length: 'four', value: 0 }],
    [{ type: 7, length: 3, pointer: 4, route: 'xyz' }],
    [{ type: 7, length: 3, pointer: null, route: '' }],
    [{ type: 68, length: 4, pointer: 5, overflow: 0, flag: 99, entries: '' }],
    [{ type: '148', length: 4, value: 0 }],
    [{ length: 4 }],
    ['router alert'],
    [null],
    [[1]],
  ])('%j is no option of ours: it is written somehow, and differs', (option) => {
    expect(typeof writeWord('options', [option])).toBe('string');
    for (const known of ['148 0000', '7 04', '68 050000', '1']) {
      expect(sameValue('options', readHeader(rowsOf(['options', known])).options, [option])).toBe(false);
    }
  });

  test('an option longer than a header can be compared too', () => {
    const route = '00'.repeat(60);
    expect(
      sameValue('options', [{ type: 7, length: 63, data: `04${route}` }], [{ type: 7, length: 63, pointer: 4, route }]),
    ).toBe(true);
  });

  test('values of another type are not the same', () => {
    expect(sameValue('reserved', false, 0)).toBe(false);
    expect(sameValue('timeToLive', 64, '64')).toBe(false);
    expect(sameValue('options', [], undefined)).toBe(true);
    expect(sameValue('options', [{ type: 1 }], [{ type: 1 }])).toBe(true);
  });

  test('hex is read with blanks, and only whole octets', () => {
    expect(readHex('45 00 ff')).toEqual(Uint8Array.of(0x45, 0, 0xff));
    expect(() => readHex('450')).toThrow(RangeError);
  });
});
