/** Fewer things that are still enough: delta debugging. */
import { expect, test } from 'vitest';
import { shrunk } from '../../../src/harness/shrink.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function counting(fails: (some: readonly number[]) => boolean) {
  const asked = { count: 0 };
  const ask = async (some: readonly number[]): Promise<boolean> => {
    asked.count += 1;
    return fails(some);
  };
  return { asked, ask };
}

test.each([[[3]], [[0, 99]], [[17, 18, 60]]])('finds the ones that matter: %j', async (matter) => {
  const { ask } = counting((some) => matter.every((each) => some.includes(each)));
  expect(await shrunk(numbers(100), ask, 1000)).toEqual(matter);
});

test('nothing is left of what does not matter at all', async () => {
  expect(await shrunk(numbers(9), async () => true, 10)).toEqual([]);
});

test('asks no more often than it may, and what it says still fails', async () => {
  const isEnough = (some: readonly number[]): boolean => numbers(40).every((each) => some.includes(each));
  const { asked, ask } = counting(isEnough);
  expect(isEnough(await shrunk(numbers(400), ask, 20))).toBe(true);
  expect(asked.count).toBeLessThanOrEqual(20);
});
