import { expect, test } from 'vitest';
import { fromHex, hexFaultAt, toHex } from '../../../src/contract/hex.ts';

test('every octet, there and back', () => {
  const octets = Uint8Array.from({ length: 256 }, (_, octet) => octet);
  expect(toHex(octets)).toBe(Buffer.from(octets).toString('hex'));
  expect(fromHex(toHex(octets))).toEqual(octets);
  expect(fromHex('')).toEqual(new Uint8Array());
});

test.each([
  ['4500', -1],
  ['', -1],
  ['450', 2],
  ['4g', 1],
  ['45 0', 2],
  ['4A', 1],
  ['0x45', 1],
])('%j stops being hex at %i', (hex, at) => {
  expect(hexFaultAt(hex)).toBe(at);
  if (at >= 0) expect(() => fromHex(hex)).toThrow(`not hex: digit ${at + 1} of ${hex.length}`);
});
