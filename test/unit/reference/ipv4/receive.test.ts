import { describe, expect, test } from 'vitest';
import type { Ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { datagram, echo, HOST, icmp, open, quoteOf, step, TESTER } from './bench.ts';

describe('an echo request', () => {
  test('is answered from the address that was asked, with all its data', () => {
    const [reply] = step(open(), 0, echo('0102030405'));
    expect(reply).toMatchObject({
      interface: 0,
      header: { source: HOST, destination: TESTER, reserved: false, moreFragments: false },
      icmp: { type: 0, code: 0, identifier: 7, sequenceNumber: 3, data: '0102030405' },
    });
  });

  test('to the other interface is answered from there', () => {
    expect(step(open('host'), 0, echo('', { destination: '10.1.0.1' }))[0]?.header.source).toBe('10.1.0.1');
  });

  test.each<[string, Partial<Ipv4Header>]>([
    ['time to live 0', { timeToLive: 0 }],
    ['the reserved bit', { reserved: true }],
    ['an unknown option', { options: [{ type: 94, length: 4, data: 'abcd' }] }],
    ['the longest header', { options: Array.from({ length: 40 }, () => ({ type: 1 as const })) }],
    ['a codepoint', { dscp: 46 }],
    ['DF', { dontFragment: true }],
  ])('with %s is answered all the same', (_, header) => {
    expect(step(open(), 0, echo('abcd', header))[0]?.icmp).toMatchObject({ type: 0, data: 'abcd' });
  });

  test.each<[string, Partial<Ipv4Header>]>([
    ['another version', { version: 5 }],
    ['IHL 4', { ihl: 4 }],
    ['a total length below the header', { totalLength: 19 }],
    ['a wrong checksum', { headerChecksum: 1 }],
    ['nobody as its source', { source: '0.0.0.0' }],
    ['a loopback source', { source: '127.0.0.1' }],
    ['a broadcast source', { source: '10.0.0.255' }],
    ['a multicast source', { source: '224.0.0.1' }],
    ['all as its source', { source: '255.255.255.255' }],
    ['a broadcast destination', { destination: '10.0.0.255' }],
    ['a multicast destination', { destination: '224.0.0.1' }],
  ])('with %s is passed over', (_, header) => {
    expect(step(open(), 0, echo('abcd', header))).toEqual([]);
  });

  test('with a wrong checksum of its own is passed over', () => {
    expect(
      step(open(), 0, icmp({ type: 8, code: 0, checksum: 1, identifier: 1, sequenceNumber: 1, data: '' })),
    ).toEqual([]);
  });

  test('is read without the padding behind it', () => {
    const padded = Uint8Array.of(...echo('abcd'), ...new Uint8Array(20));
    expect(step(open(), 0, padded)[0]?.icmp?.data).toBe('abcd');
  });

  test('longer than the link is answered in fragments that the link carries', () => {
    const long = echo('ab'.repeat(3000));
    const pieces = open().step(0, [{ datagram: long, interface: 0 }]).outputs;
    expect(pieces.map(({ datagram: piece }) => piece.length)).toEqual([1500, 1500, 68]);
    expect(step(open(), 0, long)[0]?.icmp?.data).toBe('ab'.repeat(3000));
  });

  test('of the greatest length is answered whole', () => {
    const data = '5a'.repeat(65507);
    expect(step(open(), 0, echo(data))[0]?.icmp?.data).toBe(data);
  });

  test('with an option of length 0 is reported, with a pointer to the length', () => {
    const bad = echo('abcd', { options: [{ type: 94, length: 0, data: '' }] });
    expect(step(open(), 0, bad)[0]?.icmp).toMatchObject({ type: 12, code: 0, pointer: 21 });
  });
});

test('no two datagrams in a row have one identification', () => {
  const one = open();
  const used = step(one, 0, echo(''), echo(''), echo('')).map(({ header }) => header.identification);
  expect(new Set(used).size).toBe(3);
});

describe('a protocol that nobody takes', () => {
  test('is reported, with the header and the data as they came', () => {
    const sent = datagram({ protocol: 253, timeToLive: 3 }, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    const [report] = step(open('host'), 0, sent);
    expect(report).toMatchObject({
      header: { source: HOST, destination: TESTER, dscp: 0 },
      icmp: { type: 3, code: 2 },
    });
    expect([...quoteOf(report!)]).toEqual([...sent]);
  });

  test('is quoted up to 576 octets of report', () => {
    expect(step(open(), 0, datagram({ protocol: 253 }, new Uint8Array(1200)))[0]?.header.totalLength).toBe(576);
  });

  test.each<[string, Partial<Ipv4Header>]>([
    ['to a broadcast address', { destination: '10.0.0.255' }],
    ['to all', { destination: '255.255.255.255' }],
    ['from class E', { source: '240.0.0.1' }],
  ])('is not reported when it came %s', (_, header) => {
    expect(step(open('host'), 0, datagram({ protocol: 253, ...header }))).toEqual([]);
  });

  test('is not reported to where no route leads', () => {
    expect(step(open('host'), 0, datagram({ protocol: 253, source: '192.0.2.1' }))).toEqual([]);
  });
});

describe('a host on two networks', () => {
  test('reports from the address that was asked, whichever way the report goes', () => {
    const asked = datagram({ protocol: 253, source: '10.1.0.9' });
    expect(step(open('host'), 0, asked)[0]).toMatchObject({ interface: 1, header: { source: HOST } });
    expect(step(open('router'), 0, asked)[0]).toMatchObject({ interface: 1, header: { source: '10.1.0.1' } });
  });

  test('answers who is beyond the other interface there', () => {
    const reply = step(open('host'), 0, echo('', { source: '10.1.0.9' }))[0];
    expect(reply).toMatchObject({ interface: 1, header: { source: HOST } });
  });

  test('passes over what comes from the broadcast address of either', () => {
    for (const source of ['10.0.0.255', '10.1.0.255']) expect(step(open('host'), 0, echo('', { source }))).toEqual([]);
  });
});

test.each([0, 3, 4, 5, 11, 12, 13, 77])('an ICMP message of type %i is passed over', (type) => {
  expect(step(open(), 0, datagram({ protocol: 1 }, Uint8Array.of(type, 0, ~type & 255, 255, 0, 0, 0, 0)))).toEqual([]);
});

test('a host forwards nothing', () => {
  expect(step(open('host'), 0, datagram({ destination: '10.1.0.9' }))).toEqual([]);
});
