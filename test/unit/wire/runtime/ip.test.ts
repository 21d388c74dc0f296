import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../../../src/wire/runtime/crc32.ts';
import { ipOf, maskedIpOf, parseIp } from '../../../../src/wire/runtime/ip.ts';
import { viewOf } from '../../../../src/wire/runtime/octets.ts';

const textOf = (hex: string): string => ipOf(viewOf(Buffer.from(hex, 'hex')), 0, hex.length / 2);

test.each([
  ['192.0.2.1', 'c0000201'],
  ['::', '0'.repeat(32)],
  ['::1', `${'0'.repeat(31)}1`],
  ['1::', `0001${'0'.repeat(28)}`],
  ['2001:db8::1:0:0:1', '20010db8000000000001000000000001'],
  ['2001:db8:0:1:1:1:1:1', '20010db8000000010001000100010001'],
  ['1:0:0:2::3', '00010000000000020000000000000003'],
  ['fe80::ffff', `fe80${'0'.repeat(24)}ffff`],
])('%s is what RFC 5952 makes of its octets, and is read back', (text, hex) => {
  expect(textOf(hex)).toBe(text);
  expect(parseIp(text)).toBe(hex);
});

test.each([
  ['::ffff:192.0.2.1', `${'0'.repeat(20)}ffffc0000201`],
  ['64:ff9b::192.0.2.1', '0064ff9b0000000000000000c0000201'],
  ['0:0:0:0:0:0:192.0.2.1', `${'0'.repeat(24)}c0000201`],
  ['2001:0DB8:0:0:0:0:0:1', '20010db8000000000000000000000001'],
  ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
])('%s is read, too', (text, hex) => {
  expect(parseIp(text)).toBe(hex);
});

test.each([
  '',
  ':',
  ':::',
  '1',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2::3',
  '12345::',
  'g::',
  '::1.2.3',
  '1.2.3.4:5',
  '::1%lo',
  '1:2:3:4:5:6:7:8::',
])('"%s" is none', (text) => {
  expect(parseIp(text)).toBeUndefined();
});

test('any address is read back from its text', () => {
  const octets = fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(octets, (numbers) => {
      const hex = Buffer.from(numbers).toString('hex');
      expect(parseIp(textOf(hex))).toBe(hex);
    }),
  );
});

test('an exclusive-or is undone', () => {
  const view = viewOf(Uint8Array.of(1, 2, 3, 4, 0xc1, 2, 1, 5));
  expect(maskedIpOf(view, 4, 4, 0)).toBe('192.0.2.1');
});

test('the check of ITU V.42 for nine digits is the one that every catalogue names', () => {
  const view = viewOf(Buffer.from('x123456789x'));
  expect(crc32(view, 1, 10) >>> 0).toBe(0xcbf43926);
});
