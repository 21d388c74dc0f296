import { expect, test } from 'vitest';
import { elapsed, point, within } from '../../../src/harness/interval.ts';

test('elapsed time is as wide as both ends are uncertain, and never negative', () => {
  expect(elapsed({ earliest: 10, latest: 12 }, { earliest: 20, latest: 25 })).toEqual({ earliest: 8, latest: 15 });
  expect(elapsed({ earliest: 10, latest: 30 }, { earliest: 20, latest: 25 })).toEqual({ earliest: 0, latest: 15 });
  expect(elapsed(point(5), point(9))).toEqual({ earliest: 4, latest: 4 });
});

test.each([
  [{ earliest: 60, latest: 120 }, 'inside'],
  [{ earliest: 59, latest: 61 }, 'unsure'],
  [{ earliest: 119, latest: 121 }, 'unsure'],
  [{ earliest: 50, latest: 130 }, 'unsure'],
  [{ earliest: 50, latest: 59 }, 'outside'],
  [{ earliest: 121, latest: 121 }, 'outside'],
] as const)('a duration of %o against the window 60 to 120 lies %s', (duration, verdict) => {
  expect(within(duration, 60, 120)).toBe(verdict);
});
