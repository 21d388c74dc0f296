import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HangWatch, type Oldest } from '../../../../src/harness/targets/hang-watch.ts';

/** The second look comes 25 ms after the limit. */
const LOOK = 25;

let oldest: Oldest | undefined;
let hung: number[];
let watch: HangWatch;

function waits(id: number, limit = 1000): void {
  oldest = { id, limit };
  watch.turn();
}

beforeEach(() => {
  vi.useFakeTimers();
  oldest = undefined;
  hung = [];
  watch = new HangWatch(
    () => oldest,
    (limit) => hung.push(limit),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test('an unanswered request has hung after its limit and a second look', () => {
  waits(1);
  vi.advanceTimersByTime(1000);
  expect(hung).toEqual([]);
  vi.advanceTimersByTime(LOOK);
  expect(hung).toEqual([1000]);
});

test('an answer that is found at the second look saves it', () => {
  waits(1);
  vi.advanceTimersByTime(1000);
  oldest = undefined;
  watch.turn();
  vi.advanceTimersByTime(5000);
  expect(hung).toEqual([]);
});

test("a request's time begins when those before it are answered", () => {
  waits(1);
  vi.advanceTimersByTime(900);
  waits(2);
  vi.advanceTimersByTime(900);
  waits(3);
  vi.advanceTimersByTime(999 + LOOK);
  expect(hung).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(hung).toEqual([1000]);
});

test('answers to later requests do not save the oldest', () => {
  waits(1);
  for (let turn = 0; turn < 11; turn += 1) {
    vi.advanceTimersByTime(100);
    watch.turn();
  }
  expect(hung).toEqual([1000]);
});

test('a shorter limit after a longer one holds at once', () => {
  waits(1, 10_000);
  vi.advanceTimersByTime(50);
  waits(2, 1000);
  vi.advanceTimersByTime(1000 + LOOK);
  expect(hung).toEqual([1000]);
});

test('idle time is nobody’s', () => {
  waits(1);
  oldest = undefined;
  vi.advanceTimersByTime(60_000);
  waits(2);
  vi.advanceTimersByTime(1000);
  expect(hung).toEqual([]);
  vi.advanceTimersByTime(LOOK);
  expect(hung).toEqual([1000]);
});

test('without a limit, or once stopped, nothing hangs', () => {
  waits(1, Number.POSITIVE_INFINITY);
  vi.advanceTimersByTime(3_600_000);
  waits(2);
  watch.stop();
  vi.advanceTimersByTime(3_600_000);
  expect(hung).toEqual([]);
});
