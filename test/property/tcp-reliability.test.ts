/**
 * What TCP is for: whatever the network does, what is delivered is a prefix of what was sent; and once the network
 * heals, all of it is, both ways, and both ends are closed.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Impairment, PASSED } from '../../src/net/impairment.ts';
import { corruption, delay, duplication, jitter, loss, partition, reordering } from '../../src/net/index.ts';
import { conversation } from './tcp-ends.ts';

const SECOND = 1_000_000;
/** Well below the 100 seconds after which a TCP may give up. */
const HEALS_AT = 20 * SECOND;
const OVER_AT = 1200 * SECOND;

/** An impairment that befalls nobody any more once the network has healed. */
function untilHealed(impairment: Impairment): Impairment {
  return {
    name: impairment.name,
    open: (draws, occurrence) => {
      const stage = impairment.open(draws, occurrence);
      return (flight, now) => (now < HEALS_AT ? stage(flight, now) : PASSED);
    },
  };
}

const share = (most: number) => fc.integer({ min: 1, max: most }).map((percent) => percent / 100);
const impairments = fc
  .subarray(['loss', 'duplication', 'reordering', 'jitter', 'corruption', 'partition'] as const, {
    minLength: 0,
    maxLength: 6,
  })
  .chain((names) =>
    fc.tuple(
      ...names.map((name): fc.Arbitrary<Impairment> => {
        if (name === 'loss') return share(40).map(loss);
        if (name === 'duplication') return share(30).map(duplication);
        if (name === 'reordering')
          return fc.tuple(share(40), fc.integer({ min: 1, max: 200_000 })).map((of) => reordering(...of));
        if (name === 'jitter') return fc.integer({ min: 1, max: 50_000 }).map(jitter);
        if (name === 'corruption') return share(20).map(corruption);
        return fc
          .tuple(fc.nat(5 * SECOND), fc.integer({ min: 1, max: 10 * SECOND }))
          .map(([from, length]) => partition({ from, until: from + length }));
      }),
    ),
  );

const plans = fc.record({
  seed: fc.nat(0xffff_ffff),
  harm: impairments,
  latency: fc.integer({ min: 0, max: 300_000 }),
  lengths: fc.tuple(fc.nat(60_000), fc.nat(60_000)),
  config: fc.record({
    receiveBuffer: fc.constantFrom(600, 4096, 65_535, 300_000),
    sendBuffer: fc.constantFrom(600, 4096, 65_535, 300_000),
  }),
});

test('any stream, both ways, under any schedule', () => {
  fc.assert(
    fc.property(plans, ({ seed, harm, latency, lengths, config }) => {
      const links = [...harm.map(untilHealed), delay(latency)];
      const { network, pairs, left, right } = conversation(seed, links, lengths, 1, config);
      network.run({ until: HEALS_AT });
      const [{ a, b } = pairs[0]!] = pairs;
      expect([a.isPrefix, b.isPrefix]).toEqual([true, true]);
      network.run({ until: OVER_AT });
      expect({ a: a.isWhole, b: b.isWhole, ended: [a.ended, b.ended] }).toEqual({
        a: true,
        b: true,
        ended: ['closed', 'closed'],
      });
      expect([left.tcp.connections, right.tcp.connections]).toEqual([0, 0]);
    }),
    { numRuns: 150 },
  );
});

test('a stream that is nothing but its end', () => {
  const { network, pairs } = conversation(1, [delay(1000)], [0, 0]);
  network.run({ until: OVER_AT });
  expect([pairs[0]!.a.isWhole, pairs[0]!.b.isWhole]).toEqual([true, true]);
});

test('1,000 connections at once, and no octet on a wrong one', () => {
  const links = [loss(0.02), duplication(0.02), reordering(0.1, 3000), delay(10_000)];
  const { network, pairs, right } = conversation(7, links, [3000, 2000], 1000, { backlog: 1024 });
  network.run({ until: OVER_AT });
  expect(pairs.filter(({ a, b }) => !a.isWhole || !b.isWhole)).toEqual([]);
  expect(right.tcp.connections).toBe(0);
});
