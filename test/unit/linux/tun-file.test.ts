import { expect, test } from 'vitest';
import type { Libc } from '../../../src/linux/libc.ts';
import { TunFile } from '../../../src/linux/tun-file.ts';

const IPV4 = 0x0800;
const IPV6 = 0x86dd;

/** A device that has `packets` to read, each the protocol and the octets. */
function device(...packets: [number, ...number[]][]): TunFile {
  const read = (_: number, into: Uint8Array): number => {
    const [protocol, ...octets] = packets.shift() ?? [0];
    if (protocol === 0) return 0;
    into.set([0, 0, protocol >> 8, protocol & 255, ...octets]);
    return 4 + octets.length;
  };
  return new TunFile({ read } as unknown as Libc, -1);
}

test('hands over what is there, without the packet information, and only IPv4', () => {
  const tun = device([IPV4, 1, 2, 3], [IPV6, 4], [IPV4, 5]);
  expect(tun.read()).toEqual(Uint8Array.of(1, 2, 3));
  expect(tun.read()).toEqual(Uint8Array.of(5));
  expect(tun.read()).toBeUndefined();
});

test('what was read is not overwritten by what comes next', () => {
  const tun = device([IPV4, 1], [IPV4, 2]);
  const first = tun.read();
  tun.read();
  expect(first).toEqual(Uint8Array.of(1));
});

test('no datagram has more than 65535 octets', () => {
  expect(() => device().write(new Uint8Array(65_536))).toThrow(RangeError);
});
