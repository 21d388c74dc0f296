import { expect, test } from 'vitest';
import { copyOf, freshOctets } from '../../../../src/wire/runtime/fresh.ts';

test('what is handed out is zeros, and nobody else has it', () => {
  const lengths = Array.from({ length: 4000 }, (_, turn) => (turn * 37) % 5000);
  const all = lengths.map((length, turn) => {
    const octets = freshOctets(length);
    expect(octets.every((octet) => octet === 0)).toBe(true);
    return octets.fill(turn % 255 || 1);
  });
  expect(all.map(({ length }) => length)).toEqual(lengths);
  expect(all.every((octets, turn) => octets.every((octet) => octet === (turn % 255 || 1)))).toBe(true);
});

test('a copy is changed alone', () => {
  const octets = Uint8Array.of(1, 2, 3);
  copyOf(octets)[0] = 9;
  expect([...octets]).toEqual([1, 2, 3]);
  expect([...copyOf(octets)]).toEqual([1, 2, 3]);
});
