import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dottedOf, parseDotted } from '../../../../src/wire/runtime/address.ts';
import { foldSum, internetChecksum, internetSum } from '../../../../src/wire/runtime/checksum.ts';
import { copyOctets, hexOf, viewOf, writeHex, writeZeros } from '../../../../src/wire/runtime/octets.ts';

function viewOfHex(hex: string): DataView {
  return viewOf(Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex')));
}

/** RFC 1071 as it is written: word by word, carries brought in at the end. */
function slowSum(octets: Uint8Array): number {
  let sum = 0n;
  octets.forEach((octet, at) => {
    sum += BigInt(octet) << (at % 2 === 0 ? 8n : 0n);
  });
  while (sum > 0xffffn) sum = (sum & 0xffffn) + (sum >> 16n);
  return Number(sum);
}

describe('checksum', () => {
  test('the example of RFC 1071 section 3', () => {
    const view = viewOfHex('0001 f203 f4f5 f6f7');
    expect(foldSum(internetSum(view, 0, 8, 0))).toBe(0xddf2);
    expect(internetChecksum(view, 0, 8)).toBe(0x220d);
  });

  test('is that of the slow way, from anywhere to anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(5), fc.nat(5), (octets, from, back) => {
        const to = Math.max(from, octets.length - back);
        fc.pre(from <= octets.length && to <= octets.length);
        expect(foldSum(internetSum(viewOf(octets), from, to, 0))).toBe(slowSum(octets.subarray(from, to)));
      }),
    );
  });

  test.each([65_535, 65_534, 131_072])('does not overflow over %d octets of 0xff', (length) => {
    const octets = new Uint8Array(length).fill(0xff);
    const before = 0x7ffe_0000;
    expect(foldSum(internetSum(viewOf(octets), 0, length, before))).toBe(foldSum(foldSum(before) + slowSum(octets)));
  });

  test('sums may be added up part by part', () => {
    const octets = Uint8Array.from({ length: 61 }, (_, at) => at * 7);
    const view = viewOf(octets);
    expect(foldSum(internetSum(view, 20, 61, internetSum(view, 0, 20, 0)))).toBe(slowSum(octets));
  });
});

describe('addresses', () => {
  test('dotted and back', () => {
    fc.assert(
      fc.property(fc.integer(), (address) => {
        expect(parseDotted(dottedOf(address))).toBe(address);
      }),
    );
    expect(dottedOf(0xc6336407)).toBe('198.51.100.7');
  });

  test.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.',
    '.1.2.3',
    '1..2.3',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.4 ',
    '1.2.3.a',
    '-1.2.3.4',
    '1.2.3.4444',
  ])('"%s" is none', (text) => expect(parseDotted(text)).toBeUndefined());
});

describe('octets', () => {
  test('hex and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
        const hex = hexOf(viewOf(octets), 0, octets.length);
        expect(hex).toBe(Buffer.from(octets).toString('hex'));
        const back = new Uint8Array(octets.length);
        expect(writeHex(hex.toUpperCase(), viewOf(back), 0)).toBe(octets.length);
        expect(back).toEqual(octets);
      }),
    );
  });

  test('a copy may overlap its source, either way', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (from, to, length) => {
        const octets = Uint8Array.from({ length: 40 }, (_, at) => at);
        const expected = octets.slice();
        expected.copyWithin(to, from, from + length);
        const view = viewOf(octets);
        copyOctets(view, from, view, to, length);
        expect(octets).toEqual(expected);
      }),
    );
  });

  test('a view may start within its buffer', () => {
    const octets = new Uint8Array([1, 2, 3, 4, 5]).subarray(2);
    expect(hexOf(viewOf(octets), 0, 3)).toBe('030405');
    writeZeros(viewOf(octets), 1, 2);
    expect([...octets]).toEqual([3, 0, 5]);
  });
});
