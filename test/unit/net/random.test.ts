import { describe, expect, test } from 'vitest';
import { keyedRandom, random, seedFor } from '../../../src/net/random.ts';

const several = (numbers: { uint32(): number }, count = 4): number[] =>
  Array.from({ length: count }, () => numbers.uint32());

describe('seeded numbers', () => {
  // Written down once: a change would make every seed in every report mean something else.
  test('are the same on every machine', () => {
    expect(several(random(791))).toEqual([1822057962, 3592401856, 4012321705, 110631707]);
    expect(several(keyedRandom(791, 3, 1))).toEqual([1163349801, 3057539209, 2350397389, 1301172041]);
    expect(seedFor(791, 'loss 0')).toBe(1702271229);
  });

  test('for one key do not depend on what was drawn for another', () => {
    const before = several(keyedRandom(1, 7, 0));
    several(keyedRandom(1, 6, 0), 100);
    expect(several(keyedRandom(1, 7, 0))).toEqual(before);
  });

  test('differ by seed, key and part', () => {
    const firsts = [0, 1, 2].flatMap((seed) =>
      [0, 1, 2].flatMap((key) => [0, 1, 2].map((part) => keyedRandom(seed, key, part).uint32())),
    );
    expect(new Set(firsts).size).toBe(27);
  });

  test.each([0, 1, 791])('for the keys of seed %i are spread evenly, bit by bit', (seed) => {
    const COUNT = 20_000;
    const ones = new Array<number>(32).fill(0);
    for (let key = 0; key < COUNT; key += 1) {
      const number = keyedRandom(seed, key, 0).uint32();
      for (let bit = 0; bit < 32; bit += 1) ones[bit] = ones[bit]! + ((number >>> bit) & 1);
    }
    // Five standard deviations.
    for (const count of ones) expect(Math.abs(count - COUNT / 2)).toBeLessThan((5 * Math.sqrt(COUNT)) / 2);
  });
});
