/** Each impairment by itself, on one link, in virtual microseconds. */
import { describe, expect, test } from 'vitest';
import {
  bandwidth,
  corruption,
  delay,
  duplication,
  jitter,
  loss,
  mtu,
  partition,
  reordering,
} from '../../../src/net/index.ts';
import { line, numberOf, only, packets, sendMany } from './bench.ts';

const COUNT = 4000;

describe('loss', () => {
  test.each([1, 2, 791])('with seed %i is as frequent as asked, within five standard deviations', (seed) => {
    for (const probability of [0.01, 0.3, 0.9]) {
      const one = line([loss(probability)], seed);
      sendMany(one, COUNT);
      one.network.run();
      const deviation = Math.sqrt(COUNT * probability * (1 - probability));
      expect(Math.abs(packets(one, 'lost').length - COUNT * probability)).toBeLessThan(5 * deviation);
    }
  });

  test('of 0 loses nothing, of 1 everything', () => {
    for (const [probability, arrived] of [
      [0, 100],
      [1, 0],
    ] as const) {
      const one = line([loss(probability)]);
      sendMany(one, 100);
      one.network.run();
      expect(one.got.length).toBe(arrived);
    }
  });
});

test('duplication delivers a packet twice, the same both times', () => {
  const one = line([duplication(1)]);
  one.send([1, 2, 3], 5);
  one.network.run();
  expect(one.got).toEqual([
    { at: 5, octets: [1, 2, 3] },
    { at: 5, octets: [1, 2, 3] },
  ]);
  expect(only(one, 'duplicated')).toMatchObject([{ packet: 0, copy: 1, of: 0 }]);
});

test('two duplications make four, each known by a number of its own', () => {
  const one = line([duplication(1), duplication(1)]);
  one.send([1], 0);
  one.network.run();
  expect(
    only(one, 'delivered')
      .map(({ copy }) => copy)
      .sort(),
  ).toEqual([0, 1, 2, 3]);
});

describe('chance', () => {
  const DEVIATIONS = 5 * Math.sqrt(COUNT * 0.25 * 0.75);

  test('decides twice for the same kind twice in a list', () => {
    const one = line([loss(0.5), loss(0.5)]);
    sendMany(one, COUNT);
    one.network.run();
    expect(Math.abs(one.got.length - COUNT / 4)).toBeLessThan(DEVIATIONS);
  });

  test('decides about each copy by itself', () => {
    const one = line([duplication(1), loss(0.5)]);
    sendMany(one, COUNT);
    one.network.run();
    const copies = new Map<number, number>();
    for (const { packet } of only(one, 'delivered')) copies.set(packet, (copies.get(packet) ?? 0) + 1);
    const both = [...copies.values()].filter((count) => count === 2).length;
    expect(Math.abs(both - COUNT / 4)).toBeLessThan(DEVIATIONS);
  });
});

describe('corruption', () => {
  test('inverts the one bit that the trace names, and leaves what was sent alone', () => {
    const one = line([corruption(1)]);
    const sent = [0x00, 0xff, 0x5a];
    for (let at = 0; at < 50; at += 1) one.send(sent, at);
    one.network.run();
    const bits = only(one, 'corrupted').map(({ bit }) => bit);
    for (const [index, { octets }] of one.got.entries()) {
      const bit = bits[index]!;
      const wanted = sent.map((octet, place) => (place === bit >> 3 ? octet ^ (0x80 >> (bit & 7)) : octet));
      expect(octets).toEqual(wanted);
    }
    expect(one.got.length).toBe(50);
    // Of 24 bits a few may be missed by 50 draws, but not most.
    expect(new Set(bits).size).toBeGreaterThan(12);
    expect(only(one, 'sent').every(({ octets }) => [...octets].join() === sent.join())).toBe(true);
  });

  test('passes over a packet of no octets', () => {
    const one = line([corruption(1)]);
    one.send([], 0);
    one.network.run();
    expect(one.got).toEqual([{ at: 0, octets: [] }]);
  });
});

test('delay takes as long for each packet', () => {
  const one = line([delay(300)]);
  one.send([1], 0);
  one.send([2], 7);
  one.network.run();
  expect(one.got.map(({ at }) => at)).toEqual([300, 307]);
});

test('jitter takes from nothing to its bound, both met', () => {
  const one = line([jitter(3)]);
  for (let at = 0; at < 100; at += 1) one.send([at], at * 10);
  one.network.run();
  const spans = new Set(one.got.map(({ at, octets: [number = 0] }) => at - number * 10));
  expect([...spans].sort()).toEqual([0, 1, 2, 3]);
});

test('reordering holds back some, and those after them come first', () => {
  const one = line([reordering(0.2, 25)]);
  sendMany(one, 100, 10);
  one.network.run();
  const held = new Set(packets(one, 'delayed'));
  expect(held.size).toBeGreaterThan(5);
  expect(held.size).toBeLessThan(50);
  for (const { at, octets } of one.got) {
    const number = numberOf(octets);
    expect(at).toBe(number * 10 + (held.has(number) ? 25 : 0));
  }
  const order = one.got.map(({ octets }) => numberOf(octets));
  expect(order).not.toEqual([...order].sort((x, y) => x - y));
});

test('mtu lets through what is as long, and loses what is longer', () => {
  const one = line([mtu(4)]);
  one.send([1, 2, 3, 4], 0);
  one.send([1, 2, 3, 4, 5], 1);
  one.network.run();
  expect(one.got).toEqual([{ at: 0, octets: [1, 2, 3, 4] }]);
  expect(only(one, 'lost')).toMatchObject([{ at: 1, by: 'mtu' }]);
});

describe('bandwidth', () => {
  test('sends one packet after the other, each as long as its octets take', () => {
    // 8 megabits a second: an octet a microsecond.
    const one = line([bandwidth(8_000_000, 10)]);
    sendMany(one, 3, 1, 100);
    one.send([9, 9], 1000);
    one.network.run();
    expect(one.got.map(({ at }) => at)).toEqual([100, 200, 300, 1002]);
  });

  test('loses no part of a microsecond while it is busy', () => {
    // 3 bits a microsecond: an octet takes two and two thirds.
    const one = line([bandwidth(3_000_000, 10)]);
    for (let number = 0; number < 3; number += 1) one.send([number], 0);
    one.network.run();
    expect(one.got.map(({ at }) => at)).toEqual([2, 5, 8]);
  });

  test('loses what finds the queue full, and takes packets again once there is room', () => {
    const one = line([bandwidth(8_000_000, 2)]);
    sendMany(one, 5, 1, 100);
    one.send([0, 99], 150);
    one.network.run();
    // One on the line and two that wait; at 150 the second is on the line.
    expect(one.got.map(({ octets }) => numberOf(octets))).toEqual([0, 1, 2, 99]);
    expect(only(one, 'lost')).toMatchObject([
      { at: 3, packet: 3, by: 'bandwidth' },
      { at: 4, packet: 4, by: 'bandwidth' },
    ]);
  });

  test('behind jitter takes packets as they come there, not as they were sent', () => {
    const one = line([reordering(0.5, 40), bandwidth(8_000_000, 100)]);
    sendMany(one, 20, 10, 10);
    one.network.run();
    const times = one.got.map(({ at }) => at);
    expect(times.length).toBe(20);
    expect(times.slice(1).every((at, index) => at - times[index]! >= 10)).toBe(true);
  });
});

describe('partition', () => {
  const CUT = { from: 100, until: 200 };
  const arrivals = (one: ReturnType<typeof line>): number[] => {
    for (const at of [40, 80, 99, 100, 199, 200]) one.send([at], at);
    one.network.run();
    return one.got.map(({ octets: [at = 0] }) => at);
  };

  test('at the entrance loses what is sent meanwhile', () => {
    expect(arrivals(line([partition(CUT), delay(50)]))).toEqual([40, 80, 99, 200]);
  });

  test('at the exit loses also what was under way', () => {
    expect(arrivals(line([delay(50), partition(CUT)]))).toEqual([40, 200]);
  });

  test('for good never ends', () => {
    expect(arrivals(line([partition({ from: 100, until: Infinity })]))).toEqual([40, 80, 99]);
  });
});

test.each<[string, () => unknown]>([
  ['a probability above 1', () => loss(1.1)],
  ['a probability below 0', () => duplication(-0.1)],
  ['a probability that is no number', () => corruption(Number.NaN)],
  ['a time in parts of a microsecond', () => delay(0.5)],
  ['a negative time', () => jitter(-1)],
  ['holding back for no time', () => reordering(0.5, 0)],
  ['an MTU of nothing', () => mtu(0)],
  ['a line that carries nothing', () => bandwidth(0, 1)],
  ['a queue of less than nothing', () => bandwidth(1, -1)],
  ['a cut that ends before it begins', () => partition({ from: 5, until: 4 })],
])('%s is refused', (_, make) => {
  expect(make).toThrow(RangeError);
});
