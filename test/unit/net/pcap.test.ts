import { expect, test } from 'vitest';
import { toHex } from '../../../src/contract/hex.ts';
import { writePcap } from '../../../src/net/pcap.ts';

test('a capture is a head, then time, lengths and octets of each packet', () => {
  const HEAD = 'a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000065';
  const packets = [
    { at: 0, octets: Uint8Array.of() },
    { at: 3_000_007, octets: Uint8Array.of(1, 2, 3) },
  ];
  const wanted = `${HEAD} 00000000 00000000 00000000 00000000 00000003 00000007 00000003 00000003 010203`;
  expect(toHex(writePcap(packets))).toBe(wanted.replaceAll(' ', ''));
  expect(toHex(writePcap([]))).toBe(HEAD.replaceAll(' ', ''));
});
