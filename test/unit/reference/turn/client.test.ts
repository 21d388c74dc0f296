/** The client of the reference: what it sends when, and what it makes of answers (RFC 8489 sections 6.2, 9.2.5; RFC 8656). */
import { describe, expect, test } from 'vitest';
import type { ClientEvent } from '../../../../src/reference/turn/index.ts';
import { type Attribute, attributeIn, Bench, METHODS, message, peerAddress, type read, SERVED } from './bench.ts';
import { ClientBench, LOCAL, opposite } from './client-bench.ts';

const PEER = { address: '192.0.2.10', port: 9000 };
const { Allocate, Refresh, CreatePermission, ChannelBind, Data } = METHODS;

function allocated(bench = new Bench()) {
  const client = new ClientBench(opposite(bench));
  client.call({ call: 'allocate' });
  const [event] = client.taken();
  return { bench, client, event: event as Extract<ClientEvent, { event: 'allocated' }> };
}

const typesOf = ({ message: { attributes } }: ReturnType<typeof read>) => attributes.map(({ type }) => type);

/** An answer to `request` that nobody has signed. */
const answer = (request: Uint8Array, attributes: readonly Attribute[], kind: 'success' | 'error' = 'error') =>
  message(request[1]! & 0x0f, Buffer.from(request.subarray(8, 20)).toString('hex'), attributes, kind);
const error = (code: number): Attribute => ({ type: 9, class: Math.floor(code / 100), number: code % 100, reason: '' });
const REALM: Attribute = { type: 0x14, realm: '7265616c6d' };
const nonce = (text: string): Attribute => ({ type: 0x15, nonce: Buffer.from(text).toString('hex') });

describe('the first request', () => {
  test('carries no credentials; the next all that the challenge asks for', () => {
    const { client, event } = allocated();
    expect(event).toMatchObject({ event: 'allocated', lifetime: 600, mapped: LOCAL });
    const [first, second] = client.requests();
    expect(typesOf(first!)).toEqual([0x8022, 0x19]);
    expect(typesOf(second!)).toEqual([0x8022, 0x19, 0x1e, 0x14, 0x15, 0x8002, 0x1d, 0x1c]);
    expect(attributeIn(second!, 0x1d)).toMatchObject({ algorithm: 2 });
    expect(second!.message.transactionId).not.toBe(first!.message.transactionId);
  });

  test('of an old server is answered by name and SHA-1', () => {
    const client = new ClientBench(({ octets }) =>
      [answer(octets, [error(401), REALM, nonce('1a2b')])].slice(0, client.sent.length < 2 ? 1 : 0),
    );
    client.call({ call: 'allocate' });
    expect(typesOf(client.requests()[1]!)).toEqual([0x8022, 0x19, 0x06, 0x14, 0x15, 0x08]);
  });

  test.each([
    ['algorithms that somebody took out', [REALM, nonce('obMatJos2gAAAx')], 'bid-down'],
    [
      'algorithms that nobody knows',
      [REALM, nonce('obMatJos2gAAAx'), { type: 0x8002, algorithms: '00090000' }],
      'no-algorithm',
    ],
    ['no nonce', [REALM], 'malformed'],
  ])('is not repeated for %s', (_, attributes, why) => {
    const client = new ClientBench(({ octets }) => [answer(octets, [error(401), ...attributes])]);
    client.call({ call: 'allocate' });
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why }]);
    expect(client.sent).toHaveLength(1);
  });

  test('with a wrong password is made twice, and not again', () => {
    const client = new ClientBench(opposite(new Bench()), { user: { name: 'user', password: 'guess' } });
    client.call({ call: 'allocate' });
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'credentials' }]);
    expect(client.sent).toHaveLength(2);
  });
});

describe('sent again', () => {
  test('over UDP seven times in all, and given up after 39.5 s', () => {
    const client = new ClientBench(() => []);
    client.call({ call: 'allocate' });
    client.pass(39);
    expect(client.taken()).toEqual([]);
    client.pass(1);
    expect(client.sent.map(({ at }) => at)).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5]);
    expect(new Set(client.sent.map(({ octets }) => Buffer.from(octets).toString('hex'))).size).toBe(1);
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'timeout' }]);
  });

  test('over TCP never', () => {
    const client = new ClientBench(() => [], { transport: 'tcp' });
    client.call({ call: 'allocate' });
    client.pass(40);
    expect(client.sent).toHaveLength(1);
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'timeout' }]);
  });

  test('until it is answered, whatever is lost on the way', () => {
    const client = new ClientBench(opposite(new Bench(), (nth) => nth % 3 !== 0));
    client.call({ call: 'allocate' });
    client.pass(30);
    expect(client.taken()).toMatchObject([{ event: 'allocated' }]);
  });
});

describe('what is not believed', () => {
  test('an answer to nothing, from elsewhere, and without a signature', () => {
    const { client } = allocated();
    client.call({ call: 'permit', addresses: [PEER.address] });
    client.taken();
    client.receive(message(CreatePermission, '00'.repeat(12), [], 'success'));
    const silent = new ClientBench(() => []);
    silent.call({ call: 'allocate' });
    const { octets } = silent.sent[0]!;
    silent.receive(answer(octets, [error(437)]), LOCAL, { ...SERVED, port: 1 });
    expect([...client.taken(), ...silent.taken()]).toEqual([]);
  });

  test('an unsigned answer to a signed request: over UDP it goes on, over TCP it is over', () => {
    for (const transport of ['udp', 'tcp'] as const) {
      const challenge = opposite(new Bench());
      const client = new ClientBench(
        (datagram, now) =>
          client.sent.length < 2 ? challenge(datagram, now) : [answer(datagram.octets, [error(400)])],
        { transport },
      );
      client.call({ call: 'allocate' });
      expect(client.taken()).toEqual(
        transport === 'tcp' ? [{ event: 'failed', call: 'allocate', why: 'integrity' }] : [],
      );
      client.pass(2);
      expect(client.sent.length).toBe(transport === 'tcp' ? 2 : 4);
    }
  });

  test('an error without a code, and a success with what must be understood', () => {
    for (const reply of [
      (octets: Uint8Array) => answer(octets, []),
      (octets: Uint8Array) => answer(octets, [{ type: 0x7ffe, value: '' }], 'success'),
    ]) {
      const client = new ClientBench(({ octets }) => [reply(octets)]);
      client.call({ call: 'allocate' });
      expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'malformed' }]);
    }
  });
});

describe('an Allocate that fails', () => {
  const against = (code: number, config = {}) => {
    const client = new ClientBench(({ octets }) => [answer(octets, [error(code)])], config);
    client.call({ call: 'allocate' });
    return client;
  };

  test.each([
    [400, 0],
    [403, 0],
    [440, 0],
    [442, 0],
    [486, 60],
    [508, 60],
    [437, 120],
  ])('with %d is not tried again by itself, nor within %d s', (code, seconds) => {
    const client = against(code);
    client.pass(1);
    expect(client.sent).toHaveLength(1);
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: code }]);
    if (seconds === 0) return;
    client.pass(seconds - 2);
    client.call({ call: 'allocate' });
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'held' }]);
    client.pass(1);
    client.call({ call: 'allocate' });
    expect(client.sent).toHaveLength(2);
  });

  test('with 437 is tried from its other ports first', () => {
    const locals = [0, 1, 2].map((more) => ({ ...LOCAL, port: LOCAL.port + more }));
    const client = against(437, { locals });
    expect(client.sent.map(({ datagram }) => datagram.from)).toEqual(locals);
    expect(client.taken()).toHaveLength(1);
  });

  test('with 300 is tried at the other server, and not to and fro', () => {
    const other = { address: '203.0.113.2', port: 3478 };
    const alternate = ({ address, port }: typeof other) => ({ type: 0x8023, family: 1, port, address });
    const client = new ClientBench(({ octets, to }) => [
      answer(octets, [error(300), alternate(to.address === other.address ? SERVED : other)]),
    ]);
    client.call({ call: 'allocate' });
    expect(client.sent.map(({ datagram }) => datagram.to)).toEqual([SERVED, other]);
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 300 }]);
  });

  test('for a family that it cannot use: it gives back what it has, and asks no more', () => {
    const bench = new Bench({}, ['2001:db8::1']);
    const client = new ClientBench(opposite(bench), { families: [2] });
    client.call({ call: 'allocate', family: 2 });
    // It is seen by an IPv4 address.
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'family' }, { event: 'deleted' }]);
    expect(client.requests().at(-1)).toMatchObject({ method: Refresh });
    client.pass(100_000);
    client.call({ call: 'allocate', family: 2 });
    expect(client.taken()).toEqual([{ event: 'failed', call: 'allocate', why: 'held' }]);
  });
});

describe('what it holds', () => {
  test('is kept alive: allocation, permissions and channels, for hours', () => {
    const { bench, client, event } = allocated();
    client.call({ call: 'permit', addresses: ['192.0.2.20'] });
    client.call({ call: 'bind', peer: PEER });
    client.pass(3 * 3600);
    expect(client.taken().filter((each) => each.event === 'failed' || each.event === 'lost')).toEqual([]);
    const refreshes = client.requests().filter(({ method, at }) => method === Refresh && at < 3000);
    // A minute ahead each time; a nonce that is an hour old costs one more.
    expect(refreshes.map(({ at }) => at)).toEqual([540, 1080, 1620, 2160, 2700]);
    bench.now = client.now;
    for (const [from, relayed] of [
      [PEER, event.relayed[0]!],
      [{ address: '192.0.2.20', port: 1 }, event.relayed[0]!],
    ] as const) {
      bench.step({ octets: Uint8Array.of(1), from, to: relayed, transport: 'udp' });
      expect(bench.taken(LOCAL)).toHaveLength(1);
    }
  });

  test('is deleted when it is told to, and then nothing is due', () => {
    const { client } = allocated();
    client.call({ call: 'delete' });
    expect(client.taken()).toEqual([{ event: 'deleted' }]);
    expect(client.wakeAt).toBeUndefined();
    expect(attributeIn(client.requests().at(-1)!, 0x0d)).toMatchObject({ lifetime: 0 });
    client.call({ call: 'permit', addresses: [PEER.address] });
    expect(client.taken()).toEqual([{ event: 'failed', call: 'permit', why: 'no-allocation' }]);
  });

  test('is gone when the server says so; to who deletes that is a success', () => {
    for (const call of [{ call: 'permit', addresses: [PEER.address] }, { call: 'delete' }] as const) {
      const { bench, client, event } = allocated();
      bench.step({ lost: event.relayed[0]! });
      client.call(call);
      expect(client.taken()).toEqual([{ event: call.call === 'delete' ? 'deleted' : 'lost' }]);
    }
  });
});

describe('data', () => {
  test('goes as an indication, then on the channel; never without a permission', () => {
    const { bench, client } = allocated();
    const send = { call: 'send', peer: PEER, octets: Uint8Array.of(7) } as const;
    client.call(send);
    expect(client.taken()).toEqual([{ event: 'failed', call: 'send', why: 'no-permission' }]);
    client.call({ call: 'permit', addresses: [PEER.address] });
    client.call(send);
    client.call({ call: 'bind', peer: PEER });
    client.call(send);
    expect(client.taken()).toMatchObject([{ event: 'permitted' }, { event: 'bound', channel: 0x4000 }]);
    expect(client.sent.at(-1)?.octets).toEqual(Uint8Array.of(0x40, 0, 0, 1, 7));
    expect(bench.taken(PEER).map(({ octets }) => octets)).toEqual([Uint8Array.of(7), Uint8Array.of(7)]);
    expect(client.requests().map(({ method }) => method)).toEqual([
      Allocate,
      Allocate,
      CreatePermission,
      6,
      ChannelBind,
    ]);
  });

  test('comes from a peer by either way, and from nobody else', () => {
    const { client } = allocated();
    client.call({ call: 'bind', peer: PEER });
    client.taken();
    const indication = (peer: typeof PEER, ...more: readonly Attribute[]) =>
      client.receive(message(Data, '00'.repeat(12), [peerAddress(peer), ...more], 'indication'));
    client.receive(Uint8Array.of(0x40, 0, 0, 1, 5));
    client.receive(Uint8Array.of(0x40, 1, 0, 1, 5));
    indication({ ...PEER, port: 1 }, { type: 0x13, data: '06' });
    indication({ ...PEER, address: '192.0.2.66' }, { type: 0x13, data: '06' });
    indication(PEER);
    indication(PEER, { type: 0x8004, icmpType: 3, icmpCode: 1, errorData: '00000000' });
    expect(client.taken()).toEqual([
      { event: 'data', from: PEER, octets: Uint8Array.of(5) },
      { event: 'data', from: { ...PEER, port: 1 }, octets: Uint8Array.of(6) },
      { event: 'icmp', about: PEER, type: 3, code: 1 },
    ]);
  });
});
