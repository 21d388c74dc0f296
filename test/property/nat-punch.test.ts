/**
 * Two hosts behind simulated translators punch at the same time, and reach each other exactly where a search in the bare model
 * of mapping and filtering says so: 45 of the 81 pairs of behaviours.
 */
import { describe, expect, test } from 'vitest';
import { canTalkDirectly, PLACES } from '../../src/kits/relay/punch-oracle.ts';
import { delay } from '../../src/net/impairments/delay.ts';
import { Internet } from '../../src/net/nat/internet.ts';
import { type Endpoint, keyOf } from '../../src/net/nat/packet.ts';
import { gatewayFor, hasOwnAddress, type Place } from '../../src/net/nat/place.ts';

const ROUNDS = 4;
const THIRD: Endpoint = { address: '198.18.0.99', port: 3478 };
const NAMES = ['a', 'b'] as const;
const inWords = (place: Place): string => (typeof place === 'string' ? place : `${place.mapping} / ${place.filtering}`);

/** Both learn from a third party where the other appears, then send to wherever they have heard the other from. */
function punch(places: readonly [Place, Place], seed: number): boolean {
  const net = new Internet({ seed, way: () => [delay(10)] });
  const own = NAMES.map((name, index) => {
    const outer = `198.18.0.${index + 1}`;
    const place = places[index]!;
    const address = hasOwnAddress(place) ? outer : '10.0.0.2';
    const ports = ['preserving', 'sequential', 'random'] as const;
    const gateway = gatewayFor(
      typeof place === 'string' ? place : { ...place, ports: ports[seed % 3]! },
      [outer],
      seed,
    );
    net.join(name, { gateway, hosts: { [name]: [address] } });
    return { address, port: 4000 + index };
  });
  net.join('third', { gateway: gatewayFor('public', [THIRD.address], 0), hosts: { third: [THIRD.address] } });
  const known = NAMES.map(() => new Map<string, Endpoint>());
  const heard = [false, false];
  const send = (index: number, to: Endpoint, now: number): void =>
    net.send(NAMES[index]!, { from: own[index]!, to, transport: 'udp', octets: Uint8Array.of(index) }, now);
  const drain = (): void => {
    while (net.nextAt !== undefined) {
      const delivery = net.next();
      if (delivery === undefined) continue;
      const { from, octets } = delivery.packet;
      const other = 1 - octets[0]!;
      known[other]!.set(keyOf(from), from);
      if (delivery.host !== 'third') heard[other] = true;
    }
  };
  for (const index of [0, 1]) send(index, THIRD, 0);
  drain();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const aims = [0, 1].flatMap((index) => [...known[index]!.values()].map((to) => ({ index, to })));
    for (const { index, to } of aims) send(index, to, round * 1000);
    drain();
  }
  return heard[0]! && heard[1]!;
}

describe('punching', () => {
  const pairs = PLACES.flatMap((one) => PLACES.map((other) => [one, other] as const));

  test('45 of the 81 pairs of behaviours are direct, in the search', () => {
    const translators = PLACES.filter((place) => typeof place !== 'string');
    const direct = translators.flatMap((one) => translators.filter((other) => canTalkDirectly(one, other)));
    expect([translators.length ** 2, direct.length]).toEqual([81, 45]);
  });

  test.each(pairs.map(([one, other]) => ({ one: inWords(one), other: inWords(other), pair: [one, other] as const })))(
    '$one and $other: as the search says, in the simulated network',
    ({ pair: [one, other] }) => {
      for (const seed of [1, 2, 3]) expect(punch([one, other], seed)).toBe(canTalkDirectly(one, other));
    },
  );
});
