import { expect, test } from 'vitest';
import { leastTimeout } from '../../../../src/kits/tcp/least-timeout.ts';

test('three times the first round trip (RFC 6298, 2.2)', () => {
  expect(leastTimeout(600_000, [])).toBe(1_800_000);
});

test('the variation is changed before the estimate (2.3)', () => {
  // Variation 225 + 50, estimate 600 + 25; without the SYN's: three times 800.
  expect(leastTimeout(600_000, [800_000])).toBe(625_000 + 4 * 275_000);
});

test('whoever does not measure the SYN may wait for less', () => {
  expect(leastTimeout(600_000, [20_000])).toBe(60_000);
});
