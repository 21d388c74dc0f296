/** Who may do what: RFC 8489 section 9.2.4 and RFC 8656 section 5, as a trace of requests and answers. */
import { describe, expect, test } from 'vitest';
import { attributeIn, Bench, keyOf, lifetime, METHODS, message, OTHER, read, signatureOf, UDP, USER } from './bench.ts';

const { Allocate, Refresh, Binding, CreatePermission } = METHODS;

describe('a challenge', () => {
  test('has realm, nonce with cookie, and algorithms; nothing of anybody', () => {
    const client = new Bench().client();
    const reply = client.ask(Allocate, [UDP])!;
    expect(reply).toMatchObject({ kind: 'error', code: 401, method: Allocate });
    const types = reply.message.attributes.map(({ type }) => type);
    expect(types).toEqual([0x09, 0x14, 0x15, 0x8002, 0x8022]);
    const nonce = Buffer.from(String(attributeIn(reply, 0x15)?.nonce), 'hex').toString();
    expect(nonce).toMatch(/^obMatJos2wAAA/);
    expect(nonce.length).toBeLessThan(128);
  });

  test('is another for another port, and nobody else can use it', () => {
    const bench = new Bench();
    const [one, other] = [bench.client(), bench.client()];
    one.ask(Allocate, [UDP], USER);
    other.nonce = one.nonce;
    expect(other.ask(Allocate, [UDP], USER)).toMatchObject({ code: 438 });
  });

  test('is not much longer than what it answers', () => {
    const reply = new Bench().client().ask(Allocate, [UDP])!;
    expect(reply.octets.length).toBeLessThan(200);
  });
});

describe('the answer is signed as the request was', () => {
  test.each([
    ['an RFC 5389 client: SHA-1', USER, 'sha1', 1],
    ['SHA-256 by choice', { ...USER, algorithm: 2 }, 'sha256', 2],
    ['MD5 by choice', { ...USER, algorithm: 1 }, 'sha256', 1],
    ['a hash for a name', { ...USER, algorithm: 2, hashed: true }, 'sha256', 2],
  ] as const)('%s', (_, as, hmac, algorithm) => {
    const reply = new Bench().client().ask(Allocate, [UDP], as)!;
    expect(reply).toMatchObject({ kind: 'success' });
    expect(signatureOf(reply, keyOf('user', 'pass', algorithm))).toBe(hmac);
    for (const type of [0x06, 0x14, 0x15, 0x1e]) expect(attributeIn(reply, type)).toBeUndefined();
  });

  test('an error, too', () => {
    const reply = new Bench().client().ask(Allocate, [], USER)!;
    expect(reply.code).toBe(400);
    expect(signatureOf(reply, keyOf('user', 'pass'))).toBe('sha1');
  });
});

describe('refused', () => {
  test.each([
    ['a wrong password', { ...USER, password: 'guess' }, 401],
    ['an unknown name', { ...USER, name: 'nobody' }, 401],
    ['a wrong password under SHA-256', { ...USER, password: 'guess', algorithm: 2 as const }, 401],
  ])('%s', (_, as, code) => {
    const reply = new Bench().client().ask(Allocate, [UDP], as)!;
    expect(reply.code).toBe(code);
    expect(attributeIn(reply, 0x15)).toBeDefined();
    expect(attributeIn(reply, 0x08) ?? attributeIn(reply, 0x1c)).toBeUndefined();
  });

  test.each([
    ['USERNAME', 0x06],
    ['REALM', 0x14],
    ['NONCE', 0x15],
  ])('integrity without %s: 400 without nonce or realm', (_, missing) => {
    const client = new Bench().client();
    client.ask(Allocate);
    const values: Record<number, object> = {
      6: { type: 6, username: '75736572' },
      20: { type: 0x14, realm: '7265616c6d' },
      21: { type: 0x15, nonce: '00' },
    };
    delete values[missing];
    const reply = client.ask(Allocate, [
      UDP,
      ...(Object.values(values) as never[]),
      { type: 8, hmac: '00'.repeat(20) },
    ])!;
    expect(reply.code).toBe(400);
    expect(reply.message.attributes.map(({ type }) => type)).toEqual([0x09, 0x8022]);
  });

  test('what an attacker made of the algorithms: 400', () => {
    const client = new Bench().client();
    client.ask(Allocate, [], USER);
    const offered = { type: 0x8002, algorithms: '00010000' };
    const chosen = { type: 0x1d, algorithm: 1, algorithmParametersLength: 0, parameters: '' };
    expect(client.ask(Allocate, [UDP, offered, chosen], USER)).toMatchObject({ code: 400 });
    expect(client.ask(Allocate, [UDP, offered], USER)).toMatchObject({ code: 400 });
    expect(client.ask(Allocate, [UDP, chosen], USER)).toMatchObject({ code: 400 });
  });

  test('a nonce of an hour ago: 438 with one that is good; but a wrong HMAC is 401 whatever its nonce', () => {
    const bench = new Bench();
    const client = bench.client();
    client.ask(Allocate, [UDP], USER);
    bench.pass(3600);
    expect(client.ask(Allocate, [UDP], { ...USER, password: 'guess' })).toMatchObject({ code: 401 });
    const stale = client.ask(Allocate, [UDP], USER)!;
    expect(stale.code).toBe(438);
    client.nonce = String(attributeIn(stale, 0x15)?.nonce);
    expect(client.ask(Allocate, [UDP], USER)).toMatchObject({ kind: 'success' });
  });

  test('another user on the same 5-tuple: 441, and nothing changes', () => {
    const bench = new Bench();
    const client = bench.client();
    client.allocate();
    expect(client.ask(Refresh, [lifetime(0)], OTHER)).toMatchObject({ code: 441 });
    expect(client.ask(CreatePermission, [], OTHER)).toMatchObject({ code: 441 });
    expect(client.ask(Refresh, [], USER)).toMatchObject({ kind: 'success' });
  });

  test('a request without an allocation: 437, but 401 for a stranger', () => {
    const client = new Bench().client();
    expect(client.ask(Refresh, [])).toMatchObject({ code: 401 });
    expect(client.ask(Refresh, [], USER)).toMatchObject({ code: 437 });
  });
});

describe('attributes', () => {
  test('unknown ones are named, each once, after who it is', () => {
    const client = new Bench().client();
    const unknown = [
      { type: 0x7ffe, value: '' },
      { type: 0x7ffd, value: '00' },
      { type: 0x7ffe, value: '' },
      { type: 0xfffe, value: '' },
    ];
    expect(client.ask(Binding, unknown)).toMatchObject({ code: 420 });
    expect(client.ask(Allocate, unknown)).toMatchObject({ code: 401 });
    const reply = client.ask(Allocate, [UDP, ...unknown], USER)!;
    expect(reply.code).toBe(420);
    expect(attributeIn(reply, 0x0a)).toMatchObject({ types: '7ffe7ffd' });
  });

  test('behind the integrity they do not count', () => {
    const client = new Bench().client();
    client.ask(Allocate, [], USER);
    const signed = client.signed(Allocate, [UDP], USER);
    const more = new Uint8Array(signed.length + 4);
    more.set(signed);
    more.set([0x7f, 0xfe, 0, 0], signed.length);
    more.set([(more.length - 20) >> 8, (more.length - 20) & 0xff], 2);
    client.send(more);
    expect(read(client.received()[0]!)).toMatchObject({ kind: 'success' });
  });

  test('a right FINGERPRINT is answered with one, a wrong one not at all', () => {
    const client = new Bench().client();
    const reply = client.ask(Binding, [{ type: 0x8028 }])!;
    expect(reply.message.attributes.at(-1)?.type).toBe(0x8028);
    expect(client.ask(Binding, [{ type: 0x8028, crc32: 1 }])).toBeUndefined();
  });
});

test.each([
  ['an indication', message(Binding, '00'.repeat(12), [], 'indication')],
  ['a response', message(Binding, '00'.repeat(12), [], 'success')],
  ['a method that nobody knows', message(0x0b, '00'.repeat(12), [])],
  ['no octets', new Uint8Array(0)],
  ['one octet', new Uint8Array(1)],
  ['a message cut short', message(Binding, '00'.repeat(12), []).subarray(0, 19)],
  ['a message with more behind it', new Uint8Array([...message(Binding, '00'.repeat(12), []), 0])],
  ['octets of DTLS', new Uint8Array([22, 254, 253, 0])],
])('%s is not answered', (_, octets) => {
  const bench = new Bench();
  const client = bench.client();
  client.send(octets);
  expect(client.received()).toEqual([]);
});
