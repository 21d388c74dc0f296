import { expect, test } from 'vitest';
import type { Interval } from '../../../../../src/harness/interval.ts';
import { microseconds } from '../../../../../src/harness/interval.ts';
import type { Libc } from '../../../../../src/harness/targets/kernel/libc.ts';
import { Tun } from '../../../../../src/harness/targets/kernel/tun.ts';

const IPV4 = 0x0800;
const IPV6 = 0x86dd;

/** A device that has `packets` to read, each the protocol and the octets. */
function device(...packets: [number, ...number[]][]): { tun: Tun; add: (packet: [number, ...number[]]) => void } {
  const read = (_: number, into: Uint8Array): number => {
    const [protocol, ...octets] = packets.shift() ?? [0];
    if (protocol === 0) return 0;
    into.set([0, 0, protocol >> 8, protocol & 255, ...octets]);
    return 4 + octets.length;
  };
  return { tun: new Tun({ read } as unknown as Libc, -1), add: (packet) => packets.push(packet) };
}

function drained(tun: Tun): [number[], Interval][] {
  const found: [number[], Interval][] = [];
  tun.drain((datagram, at) => found.push([[...datagram], at]));
  return found;
}

test('hands over what is there, without the packet information, and only IPv4', () => {
  const { tun } = device([IPV4, 1, 2, 3], [IPV6, 4], [IPV4, 5]);
  expect(drained(tun).map(([octets]) => octets)).toEqual([[1, 2, 3], [5]]);
  expect(drained(tun)).toEqual([]);
});

test('a datagram may have come at any time since the last look that found nothing', () => {
  const { tun, add } = device();
  const before = microseconds();
  drained(tun);
  const after = microseconds();
  add([IPV4, 1]);
  add([IPV4, 2]);
  const [[, first], [, second]] = drained(tun) as [[number[], Interval], [number[], Interval]];
  expect(first.earliest).toBeGreaterThanOrEqual(before);
  expect(first.earliest).toBeLessThanOrEqual(after);
  expect(first.latest).toBeGreaterThanOrEqual(after);
  // Both may have come together: that the first was read before the second proves nothing.
  expect(second.earliest).toBe(first.earliest);
  expect(second.latest).toBeGreaterThanOrEqual(first.latest);
});

test('no datagram has more than 65535 octets', () => {
  expect(() => device().tun.write(new Uint8Array(65_536))).toThrow(RangeError);
});

test('a device that takes nothing is our fault, never silence', () => {
  expect(() => device().tun.write(new Uint8Array(20))).toThrow(
    expect.objectContaining({ code: 'ERR_TESTER', message: expect.stringContaining('20 octets') }),
  );
});
