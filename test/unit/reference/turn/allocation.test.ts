/** Allocate and Refresh: RFC 8656 sections 7.2 and 8.2. */
import { describe, expect, test } from 'vitest';
import { attributeIn, Bench, lifetime, METHODS, OTHER, peerAddress, SERVED, UDP, USER } from './bench.ts';

const { Allocate, Refresh, CreatePermission } = METHODS;
const PEER = { address: '192.0.2.10', port: 9000 };
const V6 = '2001:db8::1';
const family = (value: number) => ({ type: 0x17, family: value });
const additional = (value: number) => ({ type: 0x8000, family: value });
const evenPort = (reserve: boolean) => ({ type: 0x18, reserve });
const token = (value: string) => ({ type: 0x22, token: value });

test('a success tells where it relays, for how long, and whom it sees', () => {
  const bench = new Bench();
  const client = bench.client();
  const reply = client.ask(Allocate, [UDP], USER)!;
  expect(reply.message.attributes.map(({ type }) => type)).toEqual([0x16, 0x0d, 0x20, 0x8022, 0x08]);
  expect(attributeIn(reply, 0x20)).toMatchObject({ ...client.at });
  expect(attributeIn(reply, 0x0d)).toMatchObject({ lifetime: 600 });
  const { address, port } = attributeIn(reply, 0x16) as { address: string; port: number };
  expect(address).toBe(SERVED.address);
  expect(port).toBeGreaterThanOrEqual(49152);
  expect(bench.changes).toEqual([{ event: 'opened', endpoint: { address, port } }]);
});

test.each([
  ['nothing', undefined, 600],
  ['less than the default', 10, 600],
  ['more', 1000, 1000],
  ['more than there is', 99_999, 3600],
  ['none', 0, 600],
])('a lifetime of %s', (_, asked, given) => {
  const reply = new Bench().client().ask(Allocate, [UDP, ...(asked === undefined ? [] : [lifetime(asked)])], USER)!;
  expect(attributeIn(reply, 0x0d)).toMatchObject({ lifetime: given });
});

describe('refused', () => {
  test.each([
    ['no transport', [], 400],
    ['a malformed transport', [{ type: 0x19, value: '1100' }], 400],
    ['TCP', [{ type: 0x19, protocol: 6 }], 442],
    ['a malformed lifetime', [UDP, { type: 0x0d, value: '0000' }], 400],
    ['a malformed even port', [UDP, { type: 0x18, value: '0000' }], 400],
    ['a token and an even port', [UDP, token('00'.repeat(8)), evenPort(false)], 400],
    ['a token and a family', [UDP, token('00'.repeat(8)), family(1)], 400],
    ['a token that nobody has', [UDP, token('00'.repeat(8))], 508],
    ['both families in two ways', [UDP, family(1), additional(2)], 400],
    ['a family that is not there', [UDP, family(2)], 440],
    ['a family that is none', [UDP, family(3)], 440],
    ['IPv4 beside IPv4', [UDP, additional(1)], 400],
    ['a pair of both families', [UDP, additional(2), evenPort(true)], 400],
  ])('%s', (_, attributes, code) => {
    const bench = new Bench();
    expect(bench.client().ask(Allocate, attributes, USER)).toMatchObject({ code });
    expect(bench.changes).toEqual([]);
  });

  test('a second allocation: 437; the first once more: the same octets', () => {
    const client = new Bench().client();
    const first = client.ask(Allocate, [UDP], USER, '00'.repeat(12))!;
    expect(client.ask(Allocate, [UDP], USER)).toMatchObject({ code: 437 });
    expect(client.ask(Allocate, [UDP], USER, '00'.repeat(12))!.octets).toEqual(first.octets);
  });

  test('one more than a user may have: 486, and another user may still', () => {
    const bench = new Bench({ allocationsOfUser: 2 });
    bench.client().allocate();
    const second = bench.client();
    second.allocate();
    const third = bench.client();
    expect(third.ask(Allocate, [UDP], USER)).toMatchObject({ code: 486 });
    expect(third.ask(Allocate, [UDP], OTHER)).toMatchObject({ kind: 'success' });
    second.ask(Refresh, [lifetime(0)], USER);
    expect(bench.client().ask(Allocate, [UDP], USER)).toMatchObject({ kind: 'success' });
  });

  test('no port left: 508', () => {
    const bench = new Bench({ ports: [50_000, 50_001] });
    const ports = [bench.client().allocate().port, bench.client().allocate().port];
    expect(ports.sort()).toEqual([50_000, 50_001]);
    expect(bench.client().ask(Allocate, [UDP], USER)).toMatchObject({ code: 508 });
  });

  test('DONT-FRAGMENT where DF cannot be set: 420 that names it', () => {
    const reply = new Bench({ dontFragment: false }).client().ask(Allocate, [UDP, { type: 0x1a }], USER)!;
    expect(reply.code).toBe(420);
    expect(attributeIn(reply, 0x0a)).toMatchObject({ types: '001a' });
  });
});

describe('even ports', () => {
  test('one alone', () => {
    const bench = new Bench({ allocationsOfUser: 100 });
    for (let i = 0; i < 20; i++) expect(bench.client().allocate([evenPort(false)]).port % 2).toBe(0);
  });

  test('one with the next, which belongs to who has the token, once, and not for ever', () => {
    const bench = new Bench({ ports: [50_001, 50_003] });
    const reply = bench.client().ask(Allocate, [UDP, evenPort(true)], USER)!;
    expect(attributeIn(reply, 0x16)).toMatchObject({ port: 50_002 });
    const given = String(attributeIn(reply, 0x22)?.value ?? attributeIn(reply, 0x22)?.token);
    expect(bench.client().allocate().port).toBe(50_001);
    expect(bench.client().ask(Allocate, [UDP], USER)).toMatchObject({ code: 508 });
    bench.pass(29);
    expect(bench.client().allocate([token(given)]).port).toBe(50_003);
    expect(bench.client().ask(Allocate, [UDP, token(given)], USER)).toMatchObject({ code: 508 });
  });

  test('a port that was kept is free after half a minute', () => {
    const bench = new Bench({ ports: [50_002, 50_003] });
    bench.client().allocate([evenPort(true)]);
    expect(bench.client().ask(Allocate, [UDP], USER)).toMatchObject({ code: 508 });
    bench.pass(30);
    expect(bench.client().allocate().port).toBe(50_003);
  });
});

describe('two families', () => {
  test('both, and each is refreshed and deleted by itself', () => {
    const bench = new Bench({}, [SERVED.address, V6]);
    const client = bench.client();
    const reply = client.ask(Allocate, [UDP, additional(2)], USER)!;
    const relayed = reply.message.attributes.filter(({ type }) => type === 0x16);
    expect(relayed).toMatchObject([
      { family: 1, address: SERVED.address },
      { family: 2, address: V6 },
    ]);
    expect(client.ask(Refresh, [family(2), lifetime(0)], USER)).toMatchObject({ kind: 'success' });
    expect(client.ask(Refresh, [family(2)], USER)).toMatchObject({ code: 443 });
    expect(client.ask(CreatePermission, [peerAddress({ address: '2001:db8::9', port: 1 })], USER)).toMatchObject({
      code: 443,
    });
    expect(client.ask(CreatePermission, [peerAddress(PEER)], USER)).toMatchObject({ kind: 'success' });
    expect(client.ask(Refresh, [lifetime(0)], USER)).toMatchObject({ kind: 'success' });
    expect(client.ask(Refresh, [], USER)).toMatchObject({ code: 437 });
  });

  test('one of two is better than none, and it is told which is missing', () => {
    const reply = new Bench().client().ask(Allocate, [UDP, additional(2)], USER)!;
    expect(reply.kind).toBe('success');
    expect(attributeIn(reply, 0x8001)).toMatchObject({ family: 2, class: 4, number: 40 });
  });
});

describe('it ends', () => {
  test('when its time is over: the relayed address is given back then', () => {
    const bench = new Bench();
    const client = bench.client();
    const endpoint = client.allocate();
    expect(bench.wakeAt).toBe(600_000_000);
    bench.pass(599);
    expect(bench.changes).toHaveLength(1);
    bench.pass(1);
    expect(bench.changes.at(-1)).toEqual({ event: 'closed', endpoint });
    expect(client.ask(Refresh, [], USER)).toMatchObject({ code: 437 });
    expect(bench.wakeAt).toBeUndefined();
  });

  test('later when it was refreshed, but not for data', () => {
    const bench = new Bench();
    const client = bench.client();
    client.allocate();
    bench.pass(500);
    expect(attributeIn(client.ask(Refresh, [lifetime(700)], USER)!, 0x0d)).toMatchObject({ lifetime: 700 });
    bench.pass(699);
    client.indicate(PEER, 'hello');
    expect(client.ask(CreatePermission, [peerAddress(PEER)], USER)).toMatchObject({ kind: 'success' });
    bench.pass(1);
    expect(client.ask(CreatePermission, [peerAddress(PEER)], USER)).toMatchObject({ code: 437 });
  });

  test('with the connection that it was made on', () => {
    const bench = new Bench();
    const client = bench.client('tcp');
    client.allocate();
    bench.step({ lost: client.at });
    expect(bench.changes.map(({ event }) => event)).toEqual(['opened', 'closed']);
  });

  test('when the relayed address cannot be had', () => {
    const bench = new Bench();
    const client = bench.client();
    bench.step({ lost: client.allocate() });
    expect(client.ask(Allocate, [UDP], USER)).toMatchObject({ kind: 'success' });
  });
});
