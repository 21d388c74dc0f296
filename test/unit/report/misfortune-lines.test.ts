/** What chance did, told under a failing result. */
import { expect, test } from 'vitest';
import { misfortuneLines } from '../../../src/report/view/misfortune-lines.ts';

const PLACE = { width: 100, column: 10 };

test('the least that is enough, by way and packet', () => {
  expect(misfortuneLines({ met: 862, enough: ['relay-4>bob:26:loss'] }, PLACE)).toEqual([
    'chance    of 862 misfortunes of packets this one is enough',
    '          loss: packet 26 from relay-4 to bob',
  ]);
});

test('that chance has no part in it is told, too', () => {
  expect(misfortuneLines({ met: 1, enough: [] }, PLACE)).toEqual([
    'chance    it fails without any of one misfortune of a packet, too',
  ]);
});

test('of many a dozen, and nothing where nothing was left to chance', () => {
  const enough = Array.from({ length: 20 }, (_, index) => `a>b:${index}:loss`);
  expect(misfortuneLines({ met: 20, enough }, PLACE)).toHaveLength(14);
  expect(misfortuneLines(undefined, PLACE)).toEqual([]);
});
