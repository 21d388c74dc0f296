import { describe, expect, test } from 'vitest';
import type { Ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { BEYOND, cut, datagram, echo, HOST, icmp, open, quoteOf, step, TESTER } from './bench.ts';

const away = (header: Partial<Ipv4Header>, data?: Uint8Array): Uint8Array =>
  datagram({ destination: BEYOND, ...header }, data);

describe('a datagram for somebody else', () => {
  test('is forwarded as it came, but for time to live and checksum', () => {
    const header = {
      dscp: 10,
      ecn: 1 as const,
      reserved: true,
      identification: 77,
      source: TESTER,
      destination: BEYOND,
    };
    const options = [{ type: 148, length: 4 as const, value: 0 } as const];
    const [copy] = step(open(), 0, datagram({ ...header, options, timeToLive: 64 }, Uint8Array.of(1, 2, 3)));
    expect(copy).toMatchObject({ interface: 1, header: { ...header, options, timeToLive: 63 } });
    expect([...copy!.data]).toEqual([1, 2, 3]);
  });

  test('takes the longest prefix', () => {
    expect(step(open(), 0, away({ destination: '10.2.3.4' }))[0]?.interface).toBe(1);
    expect(step(open(), 0, away({ destination: '10.0.0.77' }))[0]?.interface).toBe(0);
  });

  test('is not put together from fragments on the way', () => {
    const pieces = cut(away({}, new Uint8Array(64)), 32);
    expect(step(open(), 0, ...pieces).map(({ header }) => header.fragmentOffset)).toEqual([0, 4]);
  });

  test('with time to live 2 is forwarded with 1', () => {
    expect(step(open(), 0, away({ timeToLive: 2 }))[0]?.header.timeToLive).toBe(1);
  });

  test.each([0, 1])('with time to live %i is reported', (timeToLive) => {
    const sent = away({ timeToLive, dscp: 5 });
    const [report, ...others] = step(open(), 0, sent);
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      interface: 0,
      header: { source: HOST, destination: TESTER, timeToLive: 64, dscp: 48 | 5 },
      icmp: { type: 11, code: 0 },
    });
    expect([...quoteOf(report!)]).toEqual([...sent]);
  });

  test('without a route is reported', () => {
    expect(step(open(), 0, away({ destination: '203.0.113.1' }))[0]?.icmp).toMatchObject({ type: 3, code: 0 });
  });

  test('too long for the next link, and not to be cut, is reported with what the link takes', () => {
    const long = away({ dontFragment: true }, new Uint8Array(600));
    expect(step(open('router', 576), 0, long)[0]?.icmp).toMatchObject({ type: 3, code: 4, nextHopMtu: 576 });
    expect(step(open('router', 620), 0, long)[0]).toMatchObject({ interface: 1, header: { totalLength: 620 } });
  });

  test.each<[string, Partial<Ipv4Header>]>([
    ['from class E', { source: '240.0.0.1' }],
    ['to class E', { destination: '240.0.0.1' }],
    ['to loopback', { destination: '127.0.0.1' }],
    ['to many', { destination: '224.0.0.9' }],
    ['to this network', { destination: '0.0.0.5' }],
  ])('%s is not forwarded', (_, header) => {
    expect(step(open(), 0, away({ timeToLive: 1, ...header }))).toEqual([]);
  });
});

describe('a datagram that leaves by the interface that it came by', () => {
  const NEIGHBOUR = '10.0.0.77';

  test('is forwarded, and its sender told of the neighbour', () => {
    const sent = away({ destination: NEIGHBOUR });
    const [copy, report, ...others] = step(open(), 0, sent);
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ interface: 0, header: { destination: NEIGHBOUR, timeToLive: 63 } });
    expect(report).toMatchObject({
      interface: 0,
      header: { source: HOST, destination: TESTER },
      icmp: { type: 5, code: 1, gatewayAddress: NEIGHBOUR },
    });
    expect([...quoteOf(report!)]).toEqual([...sent]);
  });

  test('is only forwarded when its sender is no neighbour', () => {
    expect(step(open(), 0, away({ source: BEYOND, destination: NEIGHBOUR }))).toHaveLength(1);
  });
});

describe('a datagram that has lost its end', () => {
  const whole = away({}, new Uint8Array(16));
  const rest = whole.subarray(0, whole.length - 1);

  test('is reported by a router, whose pointer is at the total length', () => {
    const [report, ...others] = step(open(), 0, rest);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ interface: 0, icmp: { type: 12, code: 0, pointer: 2 } });
    expect([...quoteOf(report!)]).toEqual([...rest]);
    expect(step(open(), 0, datagram({}, new Uint8Array(16)).subarray(0, 30))[0]?.icmp).toMatchObject({ pointer: 2 });
  });

  test('is passed over by a host', () => {
    expect(step(open('host'), 0, datagram({}, new Uint8Array(16)).subarray(0, 30))).toEqual([]);
  });
});

describe('nothing is reported about', () => {
  test.each([3, 4, 5, 11, 12])('an ICMP error of type %i', (type) => {
    const quote = '4500001c00010000401100000a0000090a01000900000000';
    const message = type === 12 ? { pointer: 0 } : {};
    expect(
      step(open(), 0, icmp({ type, code: 0, data: quote, ...message }, { destination: BEYOND, timeToLive: 1 })),
    ).toEqual([]);
  });

  test('a fragment other than the first', () => {
    const [first, last] = cut(away({ timeToLive: 1 }, new Uint8Array(64)), 32);
    expect(step(open(), 0, first!)).toHaveLength(1);
    expect(step(open(), 0, last!)).toEqual([]);
  });

  test('but about an echo request there is', () => {
    expect(step(open(), 0, echo('', { destination: BEYOND, timeToLive: 1 }))).toHaveLength(1);
  });
});
