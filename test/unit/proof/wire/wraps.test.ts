import { describe, expect, test } from 'vitest';
import type { Method, Port } from '../../../../src/contract/port.ts';
import { ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { onAnswer } from '../../../../src/proof/wire/answer-wrap.ts';
import { misread, miswrite, overlook } from '../../../../src/proof/wire/codec-wrap.ts';
import { messageIn, onTraffic, sealMessage } from '../../../../src/proof/wire/traffic-wrap.ts';
import { referencePort } from '../../../../src/serve/reference-port.ts';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const FIELDS = { protocol: 17, source: '192.0.2.1', destination: '198.51.100.7' } as const;
const SOUND = hex(ipv4Header.encode(FIELDS));
const OF_VERSION_6 = hex(ipv4Header.encode({ ...FIELDS, version: 6 }));
const TWICE_WRONG = hex(ipv4Header.encode({ ...FIELDS, version: 6, headerChecksum: 1 }));

const decode = (port: Port, octets: string): Promise<unknown> =>
  port.request('codec/decode', { layer: 'ipv4/header', octets });

/** Answers each request by what it was asked. */
const parrot: Port = { request: async (_, params) => params, close: async () => {} };

describe('a codec that errs', () => {
  const port = overlook('ipv4/header', ({ field }) => field === 'version')(referencePort());

  test('overlooks one kind of fault', async () => {
    expect(await decode(port, OF_VERSION_6)).toMatchObject({ ok: true, value: { version: 6, protocol: 17 } });
  });

  test('and no other that comes with it', async () => {
    expect(await decode(port, TWICE_WRONG)).toMatchObject({ ok: false });
  });

  test('reads one field otherwise, and the rest as it stands', async () => {
    const misreads = misread('ipv4/header', () => ({ timeToLive: 1 }))(referencePort());
    expect(await decode(misreads, SOUND)).toMatchObject({ ok: true, value: { timeToLive: 1, protocol: 17 } });
  });

  test('writes one field otherwise, knowing how many octets follow', async () => {
    const miswrites = miswrite('ipv4/header', (_, payloadLength) => ({ identification: payloadLength }))(
      referencePort(),
    );
    const asked = { layer: 'ipv4/header', value: FIELDS, payload: '0000ff' };
    const { octets } = (await miswrites.request('codec/encode', asked)) as { octets: string };
    expect(octets.slice(8, 12)).toBe('0003');
  });

  test('leaves other layers alone', async () => {
    const asked = { layer: 'ipv4/icmp', value: { type: 0 } };
    const miswrites = miswrite('ipv4/header', () => ({ type: 1 }))(parrot);
    expect(await miswrites.request('codec/encode', asked)).toEqual(asked);
  });
});

describe('a link that errs', () => {
  const host: Port = {
    request: async (method, params) =>
      method === 'host/step' ? { outputs: (params as { inputs: unknown }).inputs, wakeAt: null } : {},
    close: async () => {},
  };
  const step = (port: Port, id: number, ...datagrams: string[]): Promise<unknown> =>
    port.request('host/step', { id, now: 0, inputs: datagrams.map((datagram) => ({ datagram, interface: 1 })) });

  test('withholds on the way in, repeats on the way out', async () => {
    const port = onTraffic(() => ({
      inward: (datagram) => (datagram[0] === 1 ? [] : [datagram]),
      outward: (datagram) => [datagram, Uint8Array.of(3)],
    }))(host);
    await port.request('host/open', { id: 7 });
    expect(await step(port, 7, '01', '02')).toEqual({
      outputs: [
        { datagram: '02', interface: 1 },
        { datagram: '03', interface: 1 },
      ],
      wakeAt: null,
    });
  });

  test('remembers for each host apart, and nothing from one port to the next', async () => {
    const once = onTraffic(() => {
      let seen = 0;
      return { inward: (datagram) => (seen++ === 0 ? [datagram] : []) };
    });
    for (const port of [once(host), once(host)]) {
      await port.request('host/open', { id: 1 });
      await port.request('host/open', { id: 2 });
      expect(await step(port, 1, '01')).toMatchObject({ outputs: [{ datagram: '01' }] });
      expect(await step(port, 1, '01')).toMatchObject({ outputs: [] });
      expect(await step(port, 2, '01')).toMatchObject({ outputs: [{ datagram: '01' }] });
    }
  });

  test('finds the message behind the options, and none in a fragment', () => {
    const head = { ...FIELDS, protocol: 1, options: [{ type: 1 } as const] };
    const message = Uint8Array.of(8, 0, 0, 0);
    expect(messageIn(Uint8Array.of(...ipv4Header.encode(head), ...message))).toEqual(message);
    expect(
      messageIn(Uint8Array.of(...ipv4Header.encode({ ...head, moreFragments: true }), ...message)),
    ).toBeUndefined();
    expect(messageIn(ipv4Header.encode(FIELDS))).toBeUndefined();
  });

  test('writes the checksum of a message anew', () => {
    const message = Uint8Array.of(8, 0, 1, 2, 0, 1);
    sealMessage(message);
    expect(hex(message)).toBe('0800f7fe0001');
  });
});

test('a connection that errs rewrites octets, those above 127 too', async () => {
  const port = onAnswer((answered, asked) => `${answered}${asked.length}`)({
    ...parrot,
    request: async () => ({ octets: 'ff', closed: true }),
  });
  expect(await port.request('http/respond', { octets: '0000' })).toEqual({ octets: 'ff32', closed: true });
});

test.each<Method>(['initialize', 'host/close', 'shutdown'])('%s goes through untouched', async (method) => {
  for (const wrap of [misread('ipv4/header', () => ({})), onTraffic(() => ({})), onAnswer(() => '')]) {
    expect(await wrap(parrot).request(method, { it: 1 })).toEqual({ it: 1 });
  }
});
