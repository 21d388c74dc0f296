import { describe, expect, test } from 'vitest';
import { DEPENDENCES, NAT_BEHAVIOURS } from '../../../../src/net/nat/behaviour.ts';
import { appears, comesIn, INSIDE, OTHER, OUTER, packet, SAME_HOST, SERVER, translator } from './bench.ts';

const MINUTE = 60_000_000;

describe('a translator', () => {
  test('has nine behaviours', () => {
    expect(new Set(NAT_BEHAVIOURS.map(({ mapping, filtering }) => `${mapping} ${filtering}`)).size).toBe(9);
  });

  test.each([
    { mapping: DEPENDENCES[0]!, ports: 1 },
    { mapping: DEPENDENCES[1]!, ports: 2 },
    { mapping: DEPENDENCES[2]!, ports: 3 },
  ])(
    'whose mapping is $mapping shows a host at $ports ports to three remote ends on two hosts',
    ({ mapping, ports }) => {
      const nat = translator({ mapping });
      const seen = [SERVER, SAME_HOST, OTHER].map((to) => appears(nat, to)!.port);
      expect(new Set(seen).size).toBe(ports);
      expect(appears(nat, SERVER)!.port).toBe(seen[0]);
    },
  );

  test.each([
    { filtering: DEPENDENCES[0]!, admitted: [true, true, true] },
    { filtering: DEPENDENCES[1]!, admitted: [true, true, false] },
    { filtering: DEPENDENCES[2]!, admitted: [true, false, false] },
  ])('whose filtering is $filtering lets in $admitted: whom it sent to, another port there, another host', (cell) => {
    const nat = translator({ filtering: cell.filtering });
    const outside = appears(nat, SERVER)!;
    expect([SERVER, SAME_HOST, OTHER].map((from) => comesIn(nat, from, outside))).toEqual(cell.admitted);
  });

  test('lets nothing in where nothing went out', () => {
    expect(comesIn(translator(), SERVER, { address: OUTER, port: INSIDE.port })).toBe(false);
  });

  test('brings what comes back to the host that it is for', () => {
    const nat = translator();
    const outside = appears(nat, SERVER)!;
    expect(nat.inbound(packet(SERVER, outside), 0)).toEqual(packet(SERVER, INSIDE));
  });

  test('forgets a mapping unused for its time, and an inbound packet keeps it only where it shall', () => {
    for (const inboundRefreshes of [false, true]) {
      const nat = translator({ lasts: 2 * MINUTE, inboundRefreshes });
      const outside = appears(nat, SERVER)!;
      expect(comesIn(nat, SERVER, outside, 2 * MINUTE - 1)).toBe(true);
      expect(comesIn(nat, SERVER, outside, 2 * MINUTE)).toBe(inboundRefreshes);
      appears(nat, SERVER, INSIDE, 3 * MINUTE);
      expect(comesIn(nat, SERVER, outside, 5 * MINUTE - 1)).toBe(true);
    }
  });

  test('keeps a connection of TCP for two hours, and lets only its peer in', () => {
    const nat = translator();
    const outside = nat.outbound(packet(INSIDE, SERVER, 'tcp'), 0)!.from;
    const answers = (from: typeof SERVER, now: number) => nat.inbound(packet(from, outside, 'tcp'), now) !== undefined;
    expect([answers(SERVER, 120 * MINUTE), answers(SAME_HOST, 1), answers(SERVER, 124 * MINUTE)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('forgets all when it gets another address', () => {
    const nat = translator();
    const outside = appears(nat, SERVER)!;
    nat.renumber(['198.18.0.9']);
    expect(comesIn(nat, SERVER, outside)).toBe(false);
    expect(appears(nat, SERVER)!.address).toBe('198.18.0.9');
    expect(() => nat.renumber([])).toThrow(RangeError);
  });

  test('lets nothing of a blocked transport through', () => {
    const nat = translator({ blocks: ['udp'] });
    expect(appears(nat, SERVER)).toBeUndefined();
    expect(nat.outbound(packet(INSIDE, SERVER, 'tcp'), 0)).toBeDefined();
  });

  test('keeps a host at one outer address, or gives it any', () => {
    const addresses = Array.from({ length: 8 }, (_, number) => `198.18.1.${number}`);
    const seen = (pooling: 'paired' | 'arbitrary') => {
      const nat = translator({ addresses, pooling, mapping: 'address-and-port-dependent' });
      const to = Array.from({ length: 20 }, (_, port) => ({ ...SERVER, port: port + 1 }));
      return new Set(to.map((each) => appears(nat, each)!.address)).size;
    };
    expect(seen('paired')).toBe(1);
    expect(seen('arbitrary')).toBeGreaterThan(2);
  });
});

describe('outer ports', () => {
  const neighbour = { address: '10.0.0.3', port: INSIDE.port };

  test('are the inner ones while they are free, and stay below 1024 with them', () => {
    const nat = translator();
    expect(appears(nat, SERVER)!.port).toBe(INSIDE.port);
    expect(appears(nat, SERVER, neighbour)!.port).not.toBe(INSIDE.port);
    expect(appears(nat, SERVER, neighbour)!.port).toBeGreaterThan(1023);
    const low = (address: string) => appears(nat, SERVER, { address, port: 500 })!.port;
    expect([low('10.0.0.2'), low('10.0.0.3') <= 1023, low('10.0.0.4') <= 1023]).toEqual([500, true, true]);
  });

  test('are shared where they are overloaded, and each gets what is for it', () => {
    const nat = translator({ ports: 'overloading', filtering: 'address-dependent' });
    expect([appears(nat, SERVER), appears(nat, OTHER, neighbour)]).toEqual([
      { address: OUTER, port: INSIDE.port },
      { address: OUTER, port: INSIDE.port },
    ]);
    const outside = { address: OUTER, port: INSIDE.port };
    expect(nat.inbound(packet(SERVER, outside), 0)?.to).toEqual(INSIDE);
    expect(nat.inbound(packet(OTHER, outside), 0)?.to).toEqual(neighbour);
  });

  test('go up one by one, or come by chance', () => {
    const ports = (assignment: 'sequential' | 'random') => {
      const nat = translator({ ports: assignment });
      return [2, 3, 4].map((host) => appears(nat, SERVER, { address: `10.0.0.${host}`, port: 4000 })!.port);
    };
    expect(ports('sequential')).toEqual([1024, 1025, 1026]);
    expect(ports('random')).not.toContain(4000);
    expect(ports('random')).toEqual(ports('random'));
  });

  test('run out', () => {
    const nat = translator({ mapping: 'address-and-port-dependent' });
    const low = { address: '10.0.0.2', port: 7 };
    for (let port = 1; port <= 1023; port += 1) expect(appears(nat, { ...SERVER, port }, low)).toBeDefined();
    expect(appears(nat, OTHER, low)).toBeUndefined();
    expect(appears(nat, OTHER, low, 3_000_000_000)).toBeDefined();
  });
});
