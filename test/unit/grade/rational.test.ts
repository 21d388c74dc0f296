import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, decimal, divide, exact, rational, subtract, times } from '../../../src/grade/marks/rational.ts';

const fraction = fc
  .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 997 }))
  .map(([over, by]) => rational(`${over}/${by}`));

test.each([
  [7, '7'],
  [0.1, '1/10'],
  [1e-7, '1/10000000'],
  [1e21, '1000000000000000000000'],
  ['1/3', '1/3'],
  ['2.50', '5/2'],
  ['6/4', '3/2'],
  ['0/5', '0'],
])('%s is exactly %s', (given, text) => {
  expect(exact(rational(given))).toBe(text);
});

test.each(['-1', '1/0', 'x', '', '1/3/3', ' 1'])('%j is no number of points', (given) => {
  expect(() => rational(given)).toThrow(RangeError);
});

test('a tenth ten times is one', () => {
  let total = rational(0);
  for (let turn = 0; turn < 10; turn += 1) total = add(total, rational(0.1));
  expect(exact(total)).toBe('1');
});

describe('as decimals', () => {
  test.each([
    ['2/3', 2, 'half-up', '0.67'],
    ['2/3', 2, 'down', '0.66'],
    ['1/3', 2, 'up', '0.34'],
    ['1/8', 2, 'half-up', '0.13'],
    ['1/8', 2, 'half-even', '0.12'],
    ['3/8', 2, 'half-even', '0.38'],
    ['5', 0, 'half-up', '5'],
    ['1/2', 0, 'half-up', '1'],
    ['1/2', 0, 'half-even', '0'],
    ['1999/100', 1, 'half-up', '20.0'],
    ['1/100', 1, 'up', '0.1'],
    ['1', 1, 'up', '1.0'],
  ] as const)('%s to %i digits, %s: %s', (value, decimals, mode, text) => {
    expect(decimal(rational(value), { decimals, mode })).toBe(text);
  });
});

test('sums and products undo each other, and keep an order', () => {
  fc.assert(
    fc.property(fraction, fraction, (one, other) => {
      expect(subtract(add(one, other), other)).toEqual(one);
      if (other.over > 0n) expect(divide(times(one, other), other)).toEqual(one);
      expect(compare(add(one, other), one)).toBe(other.over > 0n ? 1 : 0);
      expect(rational(exact(one))).toEqual(one);
    }),
  );
});
