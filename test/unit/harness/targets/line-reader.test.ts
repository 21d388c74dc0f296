import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineReader } from '../../../../src/harness/targets/line-reader.ts';

test('a line in three pieces, with the beginning of the next', () => {
  const reader = new LineReader();
  expect(reader.push(Buffer.from('{"a"'))).toEqual([]);
  expect(reader.push(Buffer.from(':1'))).toEqual([]);
  expect(reader.held).toBe(6);
  expect(reader.beginning()).toBe('{"a":1');
  expect(reader.push(Buffer.from('}\n\n{"b'))).toEqual(['{"a":1}', '']);
  expect(reader.held).toBe(3);
  expect(reader.beginning()).toBe('{"b');
});

test('wherever the octets are cut, the lines are the same', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' ')));
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (lines, sizes) => {
      const octets = Buffer.from(lines.map((line) => `${line}\n`).join(''));
      const reader = new LineReader();
      const read: string[] = [];
      for (let at = 0, turn = 0; at < octets.length; turn += 1) {
        const size = sizes[turn % sizes.length]!;
        read.push(...reader.push(octets.subarray(at, at + size)));
        at += size;
      }
      expect(read).toEqual(lines);
      expect(reader.held).toBe(0);
    }),
  );
});
