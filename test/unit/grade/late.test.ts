import { expect, test } from 'vitest';
import { lateness } from '../../../src/grade/marks/late.ts';
import { exact } from '../../../src/grade/marks/rational.ts';

const POLICY = {
  due: '2026-11-30T18:00:00+01:00',
  graceMinutes: 15,
  hours: 24,
  takes: '1/10',
  atMost: '1/4',
  closes: '2026-12-07T17:00:00Z',
};

test.each([
  ['a day before', '2026-11-29T17:00:00Z', 0, '1'],
  ['on the dot', '2026-11-30T17:00:00Z', 0, '1'],
  ['within grace', '2026-11-30T17:15:00Z', 0, '1'],
  ['a second after grace', '2026-11-30T17:15:01Z', 1, '9/10'],
  ['a day after grace', '2026-12-01T17:15:00Z', 1, '9/10'],
  ['a second more', '2026-12-01T17:15:01Z', 2, '4/5'],
  ['beyond what is taken at most', '2026-12-05T17:00:00Z', 5, '3/4'],
  ['once it is closed', '2026-12-07T17:00:01Z', 7, '0'],
])('%s', (_, submitted, periods, keeps) => {
  const found = lateness(POLICY, submitted);
  expect([found.periods, exact(found.keeps)]).toEqual([periods, keeps]);
});

test('without a policy, or a time, nobody is late', () => {
  expect(exact(lateness(undefined, '2030-01-01T00:00:00Z').keeps)).toBe('1');
  expect(exact(lateness(POLICY, undefined).keeps)).toBe('1');
});
