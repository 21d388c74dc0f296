import { expect, test } from 'vitest';
import { Congestion } from '../../../../src/reference/tcp/congestion.ts';
import { seq } from '../../../../src/reference/tcp/seq.ts';

const MSS = 1000;

function duplicates(count: number, { sackPermitted = false } = {}): Congestion {
  const congestion = new Congestion();
  congestion.begin(MSS, false);
  for (let index = 0; index < count; index += 1) {
    // Limited transmit sends a segment on each of the first two.
    const max = seq(8 * MSS + Math.min(2, index) * MSS);
    congestion.duplicate({ sack: [], sackPermitted, una: seq(0), max, mss: MSS });
  }
  return congestion;
}

test('what limited transmit sent is not counted when a loss halves the window', () => {
  expect(duplicates(3).threshold).toBe(4 * MSS);
});

test('where SACK is used, a duplicate that tells nothing new does not count', () => {
  const congestion = duplicates(3, { sackPermitted: true });
  expect(congestion.duplicates).toBe(0);
  expect(congestion.isRecovering).toBe(false);
});

test('after a timeout no recovery begins before all that was sent by then is acknowledged', () => {
  const congestion = duplicates(3);
  congestion.timeOut({ flight: 10 * MSS, max: seq(10 * MSS), mss: MSS, isFirst: true });
  for (let count = 0; count < 3; count += 1) {
    congestion.duplicate({ sack: [], sackPermitted: false, una: seq(MSS), max: seq(10 * MSS), mss: MSS });
  }
  expect(congestion.isRecovering).toBe(false);
});
