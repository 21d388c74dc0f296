import { expect, test } from 'vitest';
import { Unmet } from '../../../../src/harness/outcome.ts';
import { EchoedStream } from '../../../../src/kits/tcp/echoed-stream.ts';

function given(octets: number): EchoedStream {
  const stream = new EchoedStream(Uint8Array.of(1, 2, 3, 4, 5, 6));
  stream.given = octets;
  return stream;
}

test('octets come back in any order and any number of times; what is before a gap counts', () => {
  const stream = given(6);
  expect(stream.take(2, Uint8Array.of(3, 4))).toBe(false);
  expect(stream.back).toBe(0);
  expect(stream.take(0, Uint8Array.of(1, 2, 3))).toBe(true);
  expect(stream.back).toBe(4);
  expect(stream.take(0, Uint8Array.of(1, 2))).toBe(false);
  expect(stream.take(4, Uint8Array.of(5, 6))).toBe(true);
  expect(stream.isDone).toBe(false);
  expect(stream.acknowledge(6)).toBe(true);
  expect(stream.isDone).toBe(true);
});

test('acknowledgements may be old, but not of what was not sent', () => {
  const stream = given(4);
  expect(stream.acknowledge(4)).toBe(true);
  expect(stream.acknowledge(2)).toBe(false);
  expect(stream.acknowledged).toBe(4);
  expect(() => stream.acknowledge(5)).toThrow(Unmet);
});

test('other octets than those sent, or more, or before the first', () => {
  expect(() => given(6).take(1, Uint8Array.of(1))).toThrow('octet 1 came back as 1, and was sent as 2');
  expect(() => given(2).take(1, Uint8Array.of(2, 3))).toThrow('octet 2 came back, of 2 that were sent');
  expect(() => given(2).take(-1, Uint8Array.of(0, 1))).toThrow('octet -1 came back');
});
