/** Permissions, channels and data: RFC 8656 sections 9 to 12. */
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../../src/reference/turn/index.ts';
import {
  attributeIn,
  Bench,
  type Client,
  channel,
  METHODS,
  message,
  peerAddress,
  read,
  SERVED,
  USER,
} from './bench.ts';

const { CreatePermission, ChannelBind, Data } = METHODS;
const PEER: Endpoint = { address: '192.0.2.10', port: 9000 };
const NEIGHBOUR: Endpoint = { address: '192.0.2.10', port: 9001 };
const STRANGER: Endpoint = { address: '192.0.2.99', port: 9000 };

/** A client with an allocation. */
function allocated(bench = new Bench(), transport: 'udp' | 'tcp' = 'udp') {
  const client = bench.client(transport);
  const relayed = client.allocate();
  const arrive = (from: Endpoint, text: string): void =>
    bench.step({ octets: Buffer.from(text), from, to: relayed, transport: 'udp' });
  const texts = (at: Endpoint): string[] => bench.taken(at).map(({ octets }) => Buffer.from(octets).toString());
  return { bench, client, relayed, arrive, texts };
}

function permit(client: Client, ...peers: readonly Endpoint[]) {
  return client.ask(CreatePermission, peers.map(peerAddress), USER);
}

function bind(client: Client, number: number, peer: Endpoint) {
  return client.ask(ChannelBind, [channel(number), peerAddress(peer)], USER);
}

describe('permissions', () => {
  test('let in who has the address, whatever his port, and nobody else', () => {
    const { client, arrive } = allocated();
    expect(permit(client, PEER)).toMatchObject({ kind: 'success' });
    arrive(STRANGER, 'no');
    expect(client.received()).toEqual([]);
    arrive(NEIGHBOUR, 'yes');
    const [octets] = client.received();
    const indication = read(octets!);
    expect(indication).toMatchObject({ kind: 'indication', method: Data });
    expect(attributeIn(indication, 0x12)).toMatchObject(NEIGHBOUR);
    expect(attributeIn(indication, 0x13)).toMatchObject({ data: Buffer.from('yes').toString('hex') });
  });

  test('last five minutes, and neither data nor a Send makes them longer', () => {
    const { bench, client, relayed, arrive, texts } = allocated();
    permit(client, PEER);
    bench.pass(299);
    client.indicate(PEER, 'out');
    expect(texts(PEER)).toEqual(['out']);
    arrive(PEER, 'in');
    expect(client.received()).toHaveLength(1);
    bench.pass(1);
    client.indicate(PEER, 'out');
    arrive(PEER, 'in');
    expect(texts(PEER)).toEqual([]);
    expect(client.received()).toEqual([]);
    permit(client, PEER);
    bench.pass(150);
    permit(client, PEER);
    bench.pass(149);
    client.indicate(PEER, 'out');
    expect(bench.taken(PEER)).toMatchObject([{ from: relayed, to: PEER, transport: 'udp' }]);
  });

  test('several at once, or none of them', () => {
    const { client, arrive } = allocated();
    expect(permit(client, PEER, { address: '127.0.0.1', port: 1 })).toMatchObject({ code: 403 });
    arrive(PEER, 'no');
    expect(permit(client, PEER, { address: '2001:db8::1', port: 1 })).toMatchObject({ code: 443 });
    arrive(PEER, 'no');
    expect(client.received()).toEqual([]);
    expect(permit(client, PEER, STRANGER)).toMatchObject({ kind: 'success' });
    arrive(STRANGER, 'yes');
    arrive(PEER, 'yes');
    expect(client.received()).toHaveLength(2);
  });

  test.each([
    ['none', []],
    ['one that is malformed', [peerAddress(PEER), { type: 0x12, value: '0003000001020304' }]],
  ])('400 for %s', (_, attributes) => {
    expect(allocated().client.ask(CreatePermission, attributes, USER)).toMatchObject({ code: 400 });
  });

  test('are as many as there is room for; what has expired makes room', () => {
    const { bench, client } = allocated(new Bench({ permissions: 2 }));
    const peers = [1, 2, 3].map((last) => ({ address: `192.0.2.${last}`, port: 1 }));
    expect(permit(client, ...peers)).toMatchObject({ code: 508 });
    expect(permit(client, ...peers.slice(0, 2))).toMatchObject({ kind: 'success' });
    expect(permit(client, peers[2]!)).toMatchObject({ code: 508 });
    bench.pass(300);
    expect(permit(client, peers[2]!)).toMatchObject({ kind: 'success' });
  });

  test('of one allocation are nothing to another', () => {
    const bench = new Bench();
    const [one, other] = [allocated(bench), allocated(bench)];
    permit(one.client, PEER);
    other.arrive(PEER, 'no');
    expect(other.client.received()).toEqual([]);
    other.client.indicate(PEER, 'no');
    expect(other.texts(PEER)).toEqual([]);
  });
});

describe('Send', () => {
  test('carries anything, nothing, and what looks like a message', () => {
    const { bench, client } = allocated();
    permit(client, PEER);
    const looksLikeOne = Buffer.from(message(1, '00'.repeat(12), [])).toString('latin1');
    for (const text of ['', 'x', looksLikeOne]) client.indicate(PEER, text);
    expect(bench.taken(PEER).map(({ octets }) => Buffer.from(octets).toString())).toEqual(['', 'x', looksLikeOne]);
  });

  test.each([
    ['without a peer', [{ type: 0x13, data: '00' }]],
    ['without data', [peerAddress(PEER)]],
    [
      'with a malformed peer',
      [
        { type: 0x12, value: '00' },
        { type: 0x13, data: '00' },
      ],
    ],
    ['with an unknown attribute', [peerAddress(PEER), { type: 0x13, data: '00' }, { type: 0x7ffe, value: '' }]],
    ['to port 0', [peerAddress({ ...PEER, port: 0 }), { type: 0x13, data: '00' }]],
  ])('%s is dropped', (_, attributes) => {
    const { bench, client } = allocated();
    permit(client, PEER);
    client.send(message(METHODS.Send, client.id(), attributes, 'indication'));
    expect(bench.taken(PEER)).toEqual([]);
    expect(client.received()).toEqual([]);
  });

  test('sets DF when it is asked to and can, and is dropped when it cannot', () => {
    const able = allocated();
    permit(able.client, PEER);
    able.client.indicate(PEER, 'x', { type: 0x1a });
    expect(able.bench.taken(PEER)).toMatchObject([{ dontFragment: true }]);
    const unable = allocated(new Bench({ dontFragment: false }));
    permit(unable.client, PEER);
    unable.client.indicate(PEER, 'x', { type: 0x1a });
    expect(unable.bench.taken(PEER)).toEqual([]);
  });
});

describe('channels', () => {
  test('carry data both ways, and are a permission, too', () => {
    const { bench, client, relayed, arrive } = allocated();
    expect(bind(client, 0x4000, PEER)).toMatchObject({ kind: 'success' });
    client.data(0x4000, 'out');
    expect(bench.taken(PEER)).toMatchObject([{ from: relayed, octets: new Uint8Array(Buffer.from('out')) }]);
    arrive(PEER, 'in!');
    expect(client.received().map((octets) => Buffer.from(octets).toString('latin1'))).toEqual(['@\0\0\x03in!']);
    // His neighbour has no channel, but the permission.
    arrive(NEIGHBOUR, 'in');
    expect(read(client.received()[0]!)).toMatchObject({ method: Data });
  });

  test.each([
    ['no number', [peerAddress(PEER)], 400],
    ['no peer', [channel(0x4000)], 400],
    ['a malformed number', [{ type: 0x0c, value: '4000' }, peerAddress(PEER)], 400],
    ['a number below', [channel(0x3fff), peerAddress(PEER)], 400],
    ['a number of RFC 5766', [channel(0x5000), peerAddress(PEER)], 400],
    ['the other family', [channel(0x4000), peerAddress({ address: '2001:db8::1', port: 1 })], 443],
    ['a forbidden peer', [channel(0x4000), peerAddress({ address: '10.0.0.1', port: 1 })], 403],
  ])('%s', (_, attributes, code) => {
    expect(allocated().client.ask(ChannelBind, attributes, USER)).toMatchObject({ code });
  });

  test('stand for one peer, and a peer for one of them', () => {
    const { client } = allocated();
    bind(client, 0x4000, PEER);
    expect(bind(client, 0x4000, STRANGER)).toMatchObject({ code: 400 });
    expect(bind(client, 0x4001, PEER)).toMatchObject({ code: 400 });
    expect(bind(client, 0x4000, PEER)).toMatchObject({ kind: 'success' });
    expect(bind(client, 0x4fff, NEIGHBOUR)).toMatchObject({ kind: 'success' });
  });

  test('last ten minutes and are free then; data makes them no longer', () => {
    const { bench, client, texts } = allocated();
    client.ask(METHODS.Refresh, [{ type: 0x0d, lifetime: 3600 }], USER);
    bind(client, 0x4000, PEER);
    bench.pass(300);
    permit(client, PEER);
    bench.pass(299);
    client.data(0x4000, 'yes');
    expect(texts(PEER)).toEqual(['yes']);
    bench.pass(1);
    permit(client, PEER);
    client.data(0x4000, 'no');
    expect(texts(PEER)).toEqual([]);
    expect(bind(client, 0x4001, PEER)).toMatchObject({ kind: 'success' });
    expect(bind(client, 0x4000, STRANGER)).toMatchObject({ kind: 'success' });
  });

  test('outlive their permission, and carry nothing meanwhile', () => {
    const { bench, client, arrive, texts } = allocated();
    bind(client, 0x4000, PEER);
    bench.pass(300);
    client.data(0x4000, 'no');
    arrive(PEER, 'no');
    expect(texts(PEER)).toEqual([]);
    expect(client.received()).toEqual([]);
    permit(client, PEER);
    arrive(PEER, 'yes');
    expect(client.received()).toHaveLength(1);
  });

  test('are as many as there is room for', () => {
    const { client } = allocated(new Bench({ channels: 1 }));
    expect(bind(client, 0x4000, PEER)).toMatchObject({ kind: 'success' });
    expect(bind(client, 0x4001, NEIGHBOUR)).toMatchObject({ code: 508 });
    expect(bind(client, 0x4000, PEER)).toMatchObject({ kind: 'success' });
  });

  test.each([
    ['an unbound number', '4001000178'],
    ['less than it says', '4000000278'],
    ['a reserved number', '5000000178'],
    ['a header cut short', '400000'],
  ])('%s carries nothing', (_, hex) => {
    const { bench, client } = allocated();
    bind(client, 0x4000, PEER);
    client.send(Buffer.from(hex, 'hex'));
    expect(bench.taken(PEER)).toEqual([]);
    expect(client.received()).toEqual([]);
  });

  test('over TCP fill up to four octets', () => {
    const { bench, client, arrive } = allocated(new Bench(), 'tcp');
    bind(client, 0x4000, PEER);
    client.data(0x4000, 'x');
    expect(bench.taken(PEER)[0]?.octets).toEqual(new Uint8Array([0x78]));
    arrive(PEER, 'y');
    expect(client.received()).toEqual([new Uint8Array([0x40, 0, 0, 1, 0x79, 0, 0, 0])]);
  });
});

describe('what the network says', () => {
  const about = (relayed: Endpoint, to: Endpoint) => ({ from: relayed, to });

  test('is told to whom it concerns', () => {
    const { bench, client, relayed } = allocated();
    permit(client, PEER);
    bench.step({ icmp: { type: 3, code: 4, mtu: 1400 }, ...about(relayed, PEER) });
    const told = read(client.received()[0]!);
    expect(attributeIn(told, 0x8004)).toMatchObject({ icmpType: 3, icmpCode: 4, errorData: '00000578' });
    expect(attributeIn(told, 0x12)).toMatchObject(PEER);
    expect(attributeIn(told, 0x13)).toBeUndefined();
  });

  test.each([
    ['an echo reply', { type: 0, code: 0 }, PEER],
    ['a peer without permission', { type: 3, code: 3 }, STRANGER],
  ])('is not told: %s', (_, icmp, to) => {
    const { bench, client, relayed } = allocated();
    permit(client, PEER);
    bench.step({ icmp, ...about(relayed, to) });
    expect(client.received()).toEqual([]);
  });
});

test('more than a user may relay in a second is lost', () => {
  const { bench, client, texts } = allocated(new Bench({ bandwidth: 10 }));
  permit(client, PEER);
  for (let i = 0; i < 3; i++) client.indicate(PEER, 'sixsix');
  expect(texts(PEER)).toEqual(['sixsix']);
  bench.pass(1);
  client.indicate(PEER, 'sixsix');
  expect(texts(PEER)).toEqual(['sixsix']);
});

test('a datagram to a port where nobody relays is for nobody', () => {
  const { bench, client } = allocated();
  bench.step({ octets: new Uint8Array(4), from: PEER, to: { ...SERVED, port: 1 }, transport: 'udp' });
  expect(client.received()).toEqual([]);
});
