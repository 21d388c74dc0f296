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

  test.each(['1, 148 0000, 0', '7 04, 1'])('options %s come back as they were written', (word) => {
    expect(writeWord('options', readHeader(rowsOf(['options', word])).options)).toBe(word);
  });

  test('an option whose length is not that of its data is written with both', () => {
    expect(writeWord('options', [{ type: 148, length: 9, data: '00' }])).toBe('148 00 of length 9');
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
