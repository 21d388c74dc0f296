/** When what was sent counts as lost: RFC 6298, and what an acknowledgement is silent about. */
import { expect, test } from 'vitest';
import { newPath } from '../../../../src/reference/relay/conversation/conversation.ts';
import { Outgoing } from '../../../../src/reference/relay/conversation/outgoing.ts';
import { dueAt, markLost, measure, measureFirst } from '../../../../src/reference/relay/conversation/recovery.ts';
import { SECOND, settingsWith } from '../../../../src/reference/relay/settings.ts';
import type { NodeState } from '../../../../src/reference/relay/state.ts';

const at = (seconds: number): NodeState =>
  ({ now: seconds * SECOND, settings: settingsWith({ sendLeast: 0.2, sendMost: 2 }) }) as NodeState;

function sent(times: readonly number[]) {
  const out = new Outgoing(64);
  for (const seconds of times) {
    out.add(1, 0, Uint8Array.of(1), 0);
    Object.assign(out.parts.at(-1)!, { sentAt: seconds * SECOND, attempts: 1 });
  }
  return out;
}

test('the first measurement is the round trip, half of it the variation; later ones weigh a quarter', () => {
  const path = newPath('', true, 0);
  measure(path, 0.4);
  expect([path.roundTrip, path.variation]).toEqual([0.4, 0.2]);
  measure(path, 0.8);
  expect(path.roundTrip).toBeCloseTo(0.5);
  expect(path.variation).toBeCloseTo(0.25);
});

test('a wait is the round trip and four times its variation, within bounds, and doubles when it has run out', () => {
  const path = newPath('', true, 0);
  measure(path, 0.25);
  const [part] = sent([1]).parts;
  expect(dueAt(at(1), path, part!)).toBe(1.75 * SECOND);
  part!.timeouts = 1;
  expect(dueAt(at(1), path, part!)).toBe(2.5 * SECOND);
  Object.assign(path, { roundTrip: 0.01, variation: 0 });
  expect(dueAt(at(1), path, part!)).toBe(1.4 * SECOND);
});

test('what was sent before something that has come is lost, but for what may have been overtaken', () => {
  const path = newPath('', true, 0);
  Object.assign(path, { roundTrip: 0.1, variation: 0 });
  const { parts } = sent([1, 1.09, 1.1]);
  const come = parts.splice(2);
  markLost(at(1.2), path, parts, come);
  expect(parts.map(({ isLost }) => isLost)).toEqual([true, false]);
  expect(dueAt(at(1.2), path, parts[0]!)).toBe(1.2 * SECOND);
});

test('a queue that makes the round trip longer loses nothing', () => {
  const path = newPath('', true, 0);
  Object.assign(path, { roundTrip: 0.001, variation: 0 });
  const { parts } = sent([1, 1.001, 1.002]);
  const come = parts.splice(0, 1);
  markLost(at(3), path, parts, come);
  expect(parts.some(({ isLost }) => isLost)).toBe(false);
});

test('a path that nothing has measured calls nothing lost, and what was sent twice does not measure it', () => {
  const path = newPath('', true, 0);
  const { parts } = sent([1]);
  markLost(at(9), path, parts, sent([5]).parts);
  expect(parts[0]!.isLost).toBe(false);
  measureFirst(at(2), path, [{ ...parts[0]!, attempts: 2 }]);
  expect(path.roundTrip).toBeUndefined();
  measureFirst(at(2), path, parts);
  expect(path.roundTrip).toBe(1);
});
