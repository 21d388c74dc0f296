import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventQueue } from '../../../src/net/event-queue.ts';

function drain(queue: EventQueue<number>): number[] {
  const events: number[] = [];
  for (let size = queue.size; size > 0; size -= 1) events.push(queue.pop()!);
  return events;
}

describe('the event queue', () => {
  test('gives what is due first, and of equals what came first: as a stable sort does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 200 }), (times) => {
        const queue = new EventQueue<number>();
        for (const [event, at] of times.entries()) queue.push(at, event);
        const sorted = [...times.keys()].sort((one, other) => times[one]! - times[other]!);
        expect(drain(queue)).toEqual(sorted);
      }),
    );
  });

  test('keeps that up while events come and go', () => {
    const queue = new EventQueue<number>();
    for (const event of [5, 3, 9]) queue.push(event, event);
    expect(queue.pop()).toBe(3);
    for (const event of [4, 9, 1]) queue.push(event, event);
    expect(queue.first).toMatchObject({ at: 1, event: 1 });
    expect(drain(queue)).toEqual([1, 4, 5, 9, 9]);
    expect([queue.first, queue.pop()]).toEqual([undefined, undefined]);
  });

  test.each([0.5, Number.NaN, Infinity])('refuses the time %d', (at) => {
    expect(() => new EventQueue<number>().push(at, 0)).toThrow(RangeError);
  });
});
