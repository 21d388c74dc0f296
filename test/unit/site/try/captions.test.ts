import { expect, test } from 'vitest';
import { along, captionShares, FROM_LINE, type Line } from '../../../../src/site/try/handshake/captions.ts';

/** An arrow from (0, y) to (200, toY), its caption 80 pixels long. */
function line(y: number, toY: number, more: Partial<Line> = {}): Line {
  const length = Math.hypot(200, toY - y);
  return { x: 0, y, dx: 200 / length, dy: (toY - y) / length, length, width: 80, usual: 0, ...more };
}

test('captions of arrows that keep apart stand where they usually do', () => {
  expect(captionShares([line(0, 60), line(26, 86), line(52, 112, { usual: 0.45 })])).toEqual([0, 0, 0.45]);
});

test('where arrows cross under a caption, the later caption goes farther on', () => {
  // The first is held back: the second overtakes it near the line.
  const [first, second] = captionShares([line(0, 200), line(26, 60)]);
  expect(first).toBe(0);
  expect(second).toBeGreaterThan(0);
});

test('a caption stays within its arrow: where the later one has no room, the earlier one makes way', () => {
  const [first, second] = captionShares([line(0, 200), line(26, 60, { width: 180 })]);
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(0);
});

test('a share is counted from the line, but not on it', () => {
  expect([along(0, 5), along(0.5, 200)]).toEqual([FROM_LINE, 100]);
});
