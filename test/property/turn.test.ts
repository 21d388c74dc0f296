/**
 * The TURN server under any input: it never throws, never answers one datagram with more than one, never sends a stranger
 * much more than he sent, keeps what it promises to hold, and does the same each time.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Datagram, Endpoint } from '../../src/reference/turn/index.ts';
import {
  Bench,
  channel,
  lifetime,
  METHODS,
  message,
  peerAddress,
  SERVED,
  UDP,
  USER,
} from '../unit/reference/turn/bench.ts';

const PEER: Endpoint = { address: '192.0.2.10', port: 9000 };
const STRANGER: Endpoint = { address: '198.51.100.99', port: 5 };
/** A challenge: header, error, realm, nonce, algorithms, software. */
const LONGEST_TO_A_STRANGER = 200;

const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((octets) => Buffer.from(octets).toString('hex'));
const attribute = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(6, 8, 12, 13, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 30, 34, 0x8000, 0x8002, 0x8028),
      fc.nat(0xffff),
    ),
    fc.oneof(fc.constantFrom(0, 1, 4, 8, 20, 32), fc.nat(40)).chain(hex),
  )
  .map(([type, value]) => ({ type, value }));
const method = fc.constantFrom(1, 3, 4, 6, 7, 8, 9, 10);
const kind = fc.constantFrom('request', 'indication', 'success', 'error' as const);
const messages = fc
  .tuple(method, hex(12), fc.array(attribute, { maxLength: 6 }), kind)
  .map((parts) => message(...(parts as Parameters<typeof message>)));
/** Right messages, some octets of them changed; channel data; and octets at random. */
const datagrams = fc.oneof(
  messages,
  fc.tuple(messages, fc.array(fc.tuple(fc.nat(100), fc.nat(255)), { maxLength: 3 })).map(([octets, changes]) => {
    const changed = Uint8Array.from(octets);
    for (const [at, octet] of changes) if (at < changed.length) changed[at] = octet;
    return changed;
  }),
  fc.uint8Array({ maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }).map((data) => Uint8Array.from([0x40, 0, 0, data.length, ...data])),
);

/** What has come out for one input. */
function outputsOf(bench: Bench, datagram: Datagram, listeners: readonly Endpoint[]): Datagram[] {
  bench.step(datagram);
  return listeners.flatMap((each) => bench.taken(each));
}

describe('whatever comes', () => {
  test('from a stranger: one answer at most, to him, and a short one', () => {
    fc.assert(
      fc.property(datagrams, fc.constantFrom('udp', 'tcp' as const), (octets, transport) => {
        const bench = new Bench();
        const client = bench.client();
        const relayed = client.allocate();
        const out = outputsOf(bench, { octets, from: STRANGER, to: SERVED, transport: transport as 'udp' }, [
          STRANGER,
          client.at,
          PEER,
        ]);
        expect(out.length).toBeLessThanOrEqual(1);
        for (const { to, octets: sent } of out) {
          expect(to).toEqual(STRANGER);
          expect(sent.length).toBeLessThanOrEqual(Math.max(LONGEST_TO_A_STRANGER, 3 * octets.length));
        }
        // Nor does a peer without permission get through.
        expect(
          outputsOf(bench, { octets, from: STRANGER, to: relayed, transport: 'udp' }, [STRANGER, client.at]),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('from a peer with permission: it comes to the client whole, and as nothing else', () => {
    const bench = new Bench();
    const client = bench.client();
    const relayed = client.allocate([lifetime(3600)]);
    client.ask(METHODS.ChannelBind, [channel(0x4000), peerAddress(PEER)], USER);
    fc.assert(
      fc.property(fc.oneof(datagrams, fc.uint8Array({ maxLength: 2000 })), (octets) => {
        const out = outputsOf(bench, { octets, from: PEER, to: relayed, transport: 'udp' }, [client.at, PEER]);
        expect(out).toHaveLength(1);
        expect(Buffer.from(out[0]!.octets.subarray(4))).toEqual(Buffer.from(octets));
      }),
      { numRuns: 300 },
    );
  });

  test('from the client: whatever is relayed goes to who is permitted', () => {
    const bench = new Bench();
    const client = bench.client();
    const relayed = client.allocate([lifetime(3600)]);
    client.ask(METHODS.CreatePermission, [peerAddress(PEER)], USER);
    fc.assert(
      fc.property(datagrams, (octets) => {
        const peer = { ...PEER, port: 1 + (octets.length % 1000) };
        client.indicate(peer, 'x');
        expect(bench.taken(peer)).toMatchObject([{ from: relayed }]);
        const out = outputsOf(bench, { octets, from: client.at, to: SERVED, transport: 'udp' }, [client.at, peer]);
        expect(out.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

test('what is held stays within its bounds, however many come', () => {
  const bench = new Bench({ allocations: 5, allocationsOfUser: 50 });
  const evenPort = { type: 0x18, reserve: true };
  let most = 0;
  for (let i = 0; i < 40; i++) {
    const client = bench.client();
    client.ask(METHODS.Allocate, [UDP, evenPort], USER);
    if (i % 3 === 0) client.ask(METHODS.Refresh, [lifetime(0)], USER);
    const open = bench.changes.reduce((count, { event }) => count + (event === 'opened' ? 1 : -1), 0);
    most = Math.max(most, open);
  }
  expect(most).toBeLessThanOrEqual(5);
});

test('the same steps give the same outputs', () => {
  const run = (): unknown[] => {
    const bench = new Bench();
    const client = bench.client();
    const relayed = client.allocate();
    client.ask(METHODS.CreatePermission, [peerAddress(PEER)], USER);
    bench.step({ octets: Uint8Array.of(1), from: PEER, to: relayed, transport: 'udp' });
    return [relayed, client.received()];
  };
  expect(run()).toEqual(run());
});
