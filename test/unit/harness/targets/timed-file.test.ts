import { expect, test } from 'vitest';
import { type Interval, microseconds } from '../../../../src/harness/interval.ts';
import { TimedFile } from '../../../../src/harness/targets/timed-file.ts';
import type { DatagramFile } from '../../../../src/linux/datagram-file.ts';

function timed(write: DatagramFile['write'] = () => undefined): { file: TimedFile; add: (octet: number) => void } {
  const waiting: Uint8Array[] = [];
  const file = new TimedFile({
    what: 'the device',
    read: () => waiting.shift(),
    write,
    onReadable: () => ({ unref: () => undefined, close: () => undefined }),
    close: () => undefined,
  });
  return { file, add: (octet) => waiting.push(Uint8Array.of(octet)) };
}

function drained(file: TimedFile): [number, Interval][] {
  const found: [number, Interval][] = [];
  file.drain((datagram, at) => found.push([datagram[0]!, at]));
  return found;
}

test('hands over what is there, in its order', () => {
  const { file, add } = timed();
  add(1);
  add(5);
  expect(drained(file).map(([octet]) => octet)).toEqual([1, 5]);
  expect(drained(file)).toEqual([]);
});

test('a datagram may have come at any time since the last look that found nothing', () => {
  const { file, add } = timed();
  const before = microseconds();
  drained(file);
  const after = microseconds();
  add(1);
  add(2);
  const [[, first], [, second]] = drained(file) as [[number, Interval], [number, Interval]];
  expect(first.earliest).toBeGreaterThanOrEqual(before);
  expect(first.earliest).toBeLessThanOrEqual(after);
  expect(first.latest).toBeGreaterThanOrEqual(after);
  // Both may have come together: that the first was read before the second proves nothing.
  expect(second.earliest).toBe(first.earliest);
  expect(second.latest).toBeGreaterThanOrEqual(first.latest);
});

test('a device that takes nothing is our fault, never silence', () => {
  const { file } = timed(() => {
    throw Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO', syscall: 'write' });
  });
  expect(() => file.write(new Uint8Array(20))).toThrow(
    expect.objectContaining({ code: 'ERR_TESTER', message: 'the device did not take 20 octets: EIO' }),
  );
});

test('what is no refusal of the system goes on as it is', () => {
  const { file } = timed(() => {
    throw new RangeError('too many');
  });
  expect(() => file.write(new Uint8Array(20))).toThrow(new RangeError('too many'));
});
