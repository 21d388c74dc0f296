import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Impairment } from '../../src/net/impairment.ts';
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
  type TraceEvent,
} from '../../src/net/index.ts';
import { type Line, line, only } from '../unit/net/bench.ts';

const chance = fc.constantFrom(0, 0.1, 0.5, 1);
const time = fc.nat({ max: 200 });
/** Those that decide for each packet by itself. */
const memoryless = fc.oneof(
  chance.map(loss),
  chance.map(duplication),
  chance.map(corruption),
  time.map(delay),
  time.map(jitter),
  fc.tuple(chance, fc.integer({ min: 1, max: 200 })).map(([probability, hold]) => reordering(probability, hold)),
  fc.integer({ min: 1, max: 8 }).map((most) => mtu(most)),
);
const cuts = fc.tuple(time, time).map(([from, length]) => partition({ from, until: from + length }));
const lines = fc.tuple(fc.integer({ min: 10_000, max: 10_000_000 }), fc.nat({ max: 5 }));
const impairments = fc.array(
  fc.oneof(
    { arbitrary: memoryless, weight: 7 },
    cuts,
    lines.map(([rate, queue]) => bandwidth(rate, queue)),
  ),
  { maxLength: 6 },
);
const seeds = fc.integer({ min: 0, max: 0xffffffff });
const traffic = fc.array(fc.tuple(fc.array(fc.nat({ max: 255 }), { maxLength: 8 }), time), { maxLength: 40 });
type Traffic = typeof traffic extends fc.Arbitrary<infer Value> ? Value : never;

function sent(list: readonly Impairment[], seed: number, packets: Traffic): Line {
  const one = line(list, seed);
  for (const [octets, at] of packets) one.send(octets, at);
  return one;
}

function run(list: readonly Impairment[], seed: number, packets: Traffic): Line {
  const one = sent(list, seed, packets);
  expect(one.network.run()).toBe('quiet');
  return one;
}

describe('a link', () => {
  test('at any moment has delivered, lost, or still on its way every packet and copy', () => {
    fc.assert(
      fc.property(impairments, seeds, traffic, time, (list, seed, packets, until) => {
        const one = sent(list, seed, packets);
        for (const limit of [until, Infinity]) {
          one.network.run({ until: limit });
          const made = only(one, 'sent').length + only(one, 'duplicated').length;
          const gone = only(one, 'lost').length + only(one, 'delivered').length;
          expect(made - gone).toBe(one.network.inFlight);
        }
        expect(one.network.inFlight).toBe(0);
        expect(one.got.length).toBe(only(one, 'delivered').length);
        const ends = one.network.trace.filter(({ what }) => what === 'lost' || what === 'delivered');
        expect(new Set(ends.map(({ packet, copy }) => `${packet} ${copy}`)).size).toBe(ends.length);
      }),
    );
  });

  test('does the same again for the same seed', () => {
    fc.assert(
      fc.property(impairments, seeds, traffic, (list, seed, packets) => {
        expect(run(list, seed, packets).network.trace).toEqual(run(list, seed, packets).network.trace);
      }),
    );
  });

  test('lets time go only forward', () => {
    fc.assert(
      fc.property(impairments, seeds, traffic, (list, seed, packets) => {
        const times = run(list, seed, packets).network.trace.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
      }),
    );
  });

  test('without impairments, or with delay alone, keeps order and content', () => {
    fc.assert(
      fc.property(fc.array(time.map(delay), { maxLength: 3 }), seeds, traffic, (list, seed, packets) => {
        const inOrder = [...packets].sort(([, one], [, other]) => one - other).map(([octets]) => octets);
        expect(run(list, seed, packets).got.map(({ octets }) => octets)).toEqual(inOrder);
      }),
    );
  });

  test('without corruption delivers only what was sent', () => {
    const kinds = fc.array(
      memoryless.filter(({ name }) => name !== 'corruption'),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(kinds, seeds, traffic, (list, seed, packets) => {
        const one = run(list, seed, packets);
        const octetsOf = new Map(only(one, 'sent').map(({ packet, octets }) => [packet, octets]));
        for (const { packet, octets } of only(one, 'delivered')) expect(octets).toEqual(octetsOf.get(packet));
      }),
    );
  });

  test('delivers what the trace says: each bit that it names inverted, and no other', () => {
    fc.assert(
      fc.property(seeds, traffic, (seed, packets) => {
        const one = run([corruption(0.5)], seed, packets);
        const bitOf = new Map(only(one, 'corrupted').map(({ packet, bit }) => [packet, bit]));
        const octetsOf = new Map(only(one, 'sent').map(({ packet, octets }) => [packet, octets.slice()]));
        for (const { packet, octets } of only(one, 'delivered')) {
          const wanted = octetsOf.get(packet)!;
          const bit = bitOf.get(packet);
          if (bit !== undefined) wanted[bit >> 3]! ^= 0x80 >> (bit & 7);
          expect(octets).toEqual(wanted);
        }
      }),
    );
  });

  test('delivers nothing while it is cut', () => {
    fc.assert(
      fc.property(impairments, time, time, seeds, traffic, (list, from, length, seed, packets) => {
        const until = from + length;
        const one = run([...list, partition({ from, until })], seed, packets);
        expect(one.got.filter(({ at }) => at >= from && at < until)).toEqual([]);
      }),
    );
  });
});

/** What chance decided about packet after packet, whenever it did. */
function decisions(trace: readonly TraceEvent[], but: ReadonlySet<number>): unknown[] {
  return trace
    .filter(
      ({ what, packet }) => (what === 'lost' || what === 'corrupted' || what === 'duplicated') && !but.has(packet),
    )
    .map((event) => [event.packet, event.copy, event.what, 'bit' in event ? event.bit : undefined].join(' '))
    .sort();
}

test('switching an impairment on leaves the fate of the packets that it lets through as it was', () => {
  const others = fc.array(fc.oneof(fc.constantFrom(0.1, 0.5).map(duplication), chance.map(corruption)), {
    maxLength: 4,
  });
  const added = fc.constantFrom(loss(0.3), delay(30), jitter(50), reordering(0.5, 100));
  fc.assert(
    fc.property(others, added, fc.nat(), seeds, traffic, (list, one, place, seed, packets) => {
      const more = list.toSpliced(place % (list.length + 1), 0, one);
      const without = run(list, seed, packets);
      const withIt = run(more, seed, packets);
      const lost = new Set(only(withIt, 'lost').map(({ packet }) => packet));
      expect(decisions(withIt.network.trace, lost)).toEqual(decisions(without.network.trace, lost));
    }),
  );
});
