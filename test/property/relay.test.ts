/**
 * HPR/1 under a bad network and bad neighbours: whatever is lost, doubled, late or made up, what is delivered is the beginning
 * of what was said, nobody throws, and no address that has not proved itself is sent more than came from it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerOf } from '../../src/reference/relay/frame.ts';
import type { Datagram } from '../../src/reference/relay/index.ts';
import { TYPE } from '../../src/reference/relay/types.ts';
import { at, hex, joinUser, peopledWorld, type World } from '../unit/reference/relay/world.ts';

const symmetric = (address: string) => ({ address, mapping: 'each', filtering: 'sent-to' }) as const;

interface Weather {
  readonly seed: number;
  /** In a hundred datagrams. */
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds that one may be late. */
  readonly late: number;
  readonly isRelayed: boolean;
  /** When a supernode dies: before that message. */
  readonly death: number;
}

const weather: fc.Arbitrary<Weather> = fc.record({
  seed: fc.nat(1_000_000),
  lost: fc.nat(25),
  doubled: fc.nat(25),
  late: fc.nat(300),
  isRelayed: fc.boolean(),
  death: fc.nat(20),
});

function stormy(world: World, { lost, doubled, late }: Weather): void {
  const { draw } = world;
  world.fate = ({ octets }) => {
    if (draw.below(100) < lost) return [];
    const once = { after: 10_000 + 1_000 * draw.below(late + 1), octets };
    return draw.below(100) < doubled ? [once, { after: 10_000 + 1_000 * draw.below(late + 1), octets }] : [once];
  };
}

function talkers({ seed, isRelayed }: Pick<Weather, 'seed' | 'isRelayed'>): World {
  const world = peopledWorld(seed, ['anna', 'bert'], 4);
  for (const [name, number] of [
    ['anna', 1],
    ['bert', 2],
  ] as const) {
    const outside = `198.18.5.${number}`;
    if (isRelayed) joinUser(world, name, `10.0.0.${number}`, symmetric(outside));
    else joinUser(world, name, outside);
  }
  world.run(5);
  return world;
}

const delivered = (world: World, name: string): unknown[] =>
  world
    .member(name)
    .events.filter(({ event }) => event === 'message')
    .map(({ data }) => data);

test('HPR-DELIV-01: delivered is the beginning of what was said, in any weather; and all of it once the sky clears', () => {
  fc.assert(
    fc.property(weather, (now) => {
      const world = talkers(now);
      stormy(world, now);
      const said: string[] = [];
      for (let number = 0; number < 20; number += 1) {
        if (number === now.death) world.crash('relay1');
        said.push(hex(`message ${number} ${'x'.repeat((number * 577) % 3000)}`));
        world.call('anna', 'send', { to: 'bert', data: said[number] });
        world.run(0.2);
        const so = delivered(world, 'bert');
        expect(so).toEqual(said.slice(0, so.length));
      }
      world.fate = ({ octets }) => [{ after: 10_000, octets }];
      world.run(20);
      expect(delivered(world, 'bert')).toEqual(said);
    }),
    { numRuns: 12 },
  );
});

describe('datagrams from anybody', () => {
  const nearFrames = (world: World): fc.Arbitrary<Datagram> => {
    const { sent } = world;
    const changes = fc.array(fc.tuple(fc.nat(1300), fc.nat(255)), { maxLength: 4 });
    return fc.tuple(fc.nat(sent.length - 1), changes, fc.boolean(), fc.nat(40)).map(([place, changed, isCut, cut]) => {
      const { datagram } = sent[place]!;
      const octets = isCut ? datagram.octets.slice(0, cut) : datagram.octets.slice();
      for (const [where, octet] of changed) if (where < octets.length) octets[where] = octet;
      return { ...datagram, octets };
    });
  };
  const noise = fc.uint8Array({ maxLength: 300 });

  test('change nothing, end nothing and are never answered by more than they are (HPR-FRAME-04, HPR-HOP-06)', () => {
    const world = talkers({ seed: 5, isRelayed: true });
    world.call('anna', 'send', { to: 'bert', data: hex('hello') });
    world.run(3);
    const STRANGER = at('198.18.99.9', 7);
    const victims = ['directory', 'relay1', 'relay2'].map((name) => [name, placeOf(world, name)] as const);
    const before = victims.map(([name]) => tablesOf(world, name));
    fc.assert(
      fc.property(
        fc.oneof(
          nearFrames(world),
          noise.map((octets) => ({ octets, from: STRANGER, to: STRANGER })),
        ),
        fc.nat(2),
        (datagram, which) => {
          const from = world.sent.length;
          world.inject({ octets: datagram.octets, from: STRANGER, to: victims[which]![1] });
          world.run(0.011);
          const answers = world.sent.slice(from).filter(({ datagram: { to } }) => to.address === STRANGER.address);
          const octets = answers.reduce((sum, { datagram: { octets: answer } }) => sum + answer.length, 0);
          expect(octets).toBeLessThanOrEqual(datagram.octets.length);
          for (const {
            datagram: { octets: answer },
          } of answers)
            expect(headerOf(answer)?.type).toBe(TYPE.COOKIE);
        },
      ),
      { numRuns: 400 },
    );
    expect(victims.map(([name]) => tablesOf(world, name))).toEqual(before);
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('still here') });
    world.run(3);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
  });

  test('that were changed, or come again, from the place of a neighbour deliver nothing (HPR-CONF-02, HPR-CONF-03)', () => {
    const world = talkers({ seed: 6, isRelayed: true });
    world.call('anna', 'send', { to: 'bert', data: hex('hello') });
    world.run(3);
    const before = delivered(world, 'bert');
    fc.assert(
      fc.property(nearFrames(world), (datagram) => {
        world.inject(datagram);
        world.run(0.011);
        expect(delivered(world, 'bert')).toEqual(before);
      }),
      { numRuns: 400 },
    );
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('still here') });
    world.run(5);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(delivered(world, 'bert')).toEqual([...before, hex('still here')]);
  });
});

function placeOf(world: World, name: string) {
  return at(world.member(name).place);
}

function tablesOf(world: World, name: string) {
  const { sessions, reservations, circuits } = world.status(name);
  return { sessions, reservations, circuits };
}
