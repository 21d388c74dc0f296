import { expect, test } from 'vitest';
import { FrameReader } from '../../../../src/reference/turn/index.ts';
import { message } from './bench.ts';

const BINDING = message(1, '00'.repeat(12), [{ type: 0x8022, software: '41' }]);
const DATA = new Uint8Array([0x40, 0, 0, 1, 0x78, 0, 0, 0]);
const EMPTY = new Uint8Array([0x4f, 0xff, 0, 0]);
const STREAM = new Uint8Array([...BINDING, ...DATA, ...EMPTY, ...BINDING]);

test('wherever the stream is cut, the same frames come out', () => {
  for (let first = 0; first <= STREAM.length; first++) {
    for (let second = first; second <= STREAM.length; second += 3) {
      const reader = new FrameReader();
      const parts = [STREAM.subarray(0, first), STREAM.subarray(first, second), STREAM.subarray(second)];
      expect(parts.flatMap((part) => reader.read(part))).toEqual([BINDING, DATA, EMPTY, BINDING]);
    }
  }
});

test('octet by octet, too', () => {
  const reader = new FrameReader();
  expect([...STREAM].flatMap((octet) => reader.read(Uint8Array.of(octet)))).toEqual([BINDING, DATA, EMPTY, BINDING]);
});

test.each([
  ['what is neither', [0x50, 0, 0, 0]],
  ['TLS', [0x16, 3, 1, 2, 0, 1, 0, 1]],
  ['HTTP', [...Buffer.from('POST / HTTP/1.1\r\n')]],
  ['a message of a length that none has', [0, 1, 0, 3]],
])('%s ends the stream, and what came before counts', (_, octets) => {
  const reader = new FrameReader();
  expect(reader.read(new Uint8Array([...DATA, ...octets]))).toEqual([DATA]);
  expect(reader.broken).toBe(true);
  expect(reader.read(DATA)).toEqual([]);
});
