import { expect, test } from 'vitest';
import { leastTimeout, usualTimeout } from '../../../../src/kits/tcp/least-timeout.ts';

test('three times the first round trip (RFC 6298, 2.2)', () => {
  expect(leastTimeout(600_000, [])).toBe(1_800_000);
  expect(usualTimeout(600_000, [])).toBe(1_800_000);
});

test('the variation is changed before the estimate (2.3)', () => {
  // Variation 225 + 50, estimate 600 + 25; without the SYN's: three times 800.
  expect(usualTimeout(600_000, [800_000])).toBe(625_000 + 4 * 275_000);
});

test('whoever does not measure the SYN may wait for less', () => {
  expect(leastTimeout(600_000, [20_000])).toBe(60_000);
});

test('gains are a SHOULD: with others a steady round trip leaves no variation', () => {
  // Either may count for nothing but itself, and for hardly anything.
  expect(leastTimeout(600_000, [600_000])).toBe(600_000);
  expect(usualTimeout(600_000, [600_000])).toBe(1_500_000);
});

test('no gains lead below three times the first, where round trips grow by half of it', () => {
  for (const roundTrips of [[900_000], [900_000, 1_200_000]]) {
    expect(leastTimeout(600_000, roundTrips)).toBeGreaterThanOrEqual(1_800_000);
    expect(leastTimeout(600_000, roundTrips)).toBeLessThan(1_850_000);
  }
});
