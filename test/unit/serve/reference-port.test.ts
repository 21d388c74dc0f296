import { beforeEach, describe, expect, test } from 'vitest';
import type { Method, Port } from '../../../src/contract/port.ts';
import { validators } from '../../../src/generated/validators.js';
import { referencePort } from '../../../src/serve/reference-port.ts';

const HEADER = '450000140000000040018eadc0000201c6336407';
const INTERFACES = [{ address: '10.0.0.1', prefix: 24, mtu: 1500 }];
const OPEN = { id: 1, seed: 1, role: 'host', interfaces: INTERFACES, routes: [] };
/** An echo request from 10.0.0.9, identifier 1, sequence number 2, no data. */
const ECHO = '4500001c00010000400166d70a0000090a0000010800f7fc00010002';

let port: Port;
beforeEach(() => {
  port = referencePort();
});
const ask = (method: string, params: object): Promise<unknown> => port.request(method as Method, params);

test('says who it is and what it can do', async () => {
  expect(await ask('initialize', { contract: 1, suite: '0' })).toMatchObject({
    contract: 1,
    capabilities: expect.arrayContaining(['ipv4.decode', 'ipv4.encode', 'ipv4.host', 'ipv4.router', 'http.origin']),
    clock: 'virtual',
  });
});

describe('codec', () => {
  test('decodes, and says what is wrong', async () => {
    const value = { version: 4, ihl: 5, totalLength: 20, source: '192.0.2.1', options: [] };
    expect(await ask('codec/decode', { layer: 'ipv4/header', octets: HEADER })).toMatchObject({ ok: true, value });
    expect(await ask('codec/decode', { layer: 'ipv4/header', octets: `55${HEADER.slice(2)}` })).toMatchObject({
      ok: false,
      fault: { kind: 'const', field: 'version' },
    });
    expect(await ask('codec/decode', { layer: 'ipv4/icmp', octets: '' })).toMatchObject({ ok: false });
  });

  test('takes the addresses of a pseudo-header', async () => {
    const around = { layer: 'udp/datagram', context: { source: '192.0.2.1', destination: '198.51.100.7' } };
    const encoded = await ask('codec/encode', { ...around, value: { destinationPort: 7, data: '6173736179' } });
    const { octets } = encoded as { octets: string };
    expect(await ask('codec/decode', { ...around, octets })).toMatchObject({ ok: true, value: { data: '6173736179' } });
    const wrong = { ...around.context, destination: '198.51.100.8' };
    expect(await ask('codec/decode', { ...around, octets, context: wrong })).toMatchObject({
      ok: false,
      fault: { kind: 'checksum', field: 'checksum' },
    });
    expect(await ask('codec/decode', { layer: 'udp/datagram', octets })).toMatchObject({ ok: true });
  });

  test('encodes, the payload counted', async () => {
    const value = { protocol: 1, source: '192.0.2.1', destination: '198.51.100.7' };
    expect(await ask('codec/encode', { layer: 'ipv4/header', value })).toEqual({ octets: HEADER });
    const { octets } = (await ask('codec/encode', { layer: 'ipv4/header', value, payload: 'abcd' })) as {
      octets: string;
    };
    expect(octets.slice(4, 8)).toBe('0016');
  });

  test.each([
    [
      'codec/encode',
      { layer: 'ipv4/header', value: { protocol: 256, source: '1.2.3.4', destination: '1.2.3.4' } },
      'protocol',
    ],
    ['codec/encode', { layer: 'ipv4/header', value: { ttl: 1 } }, 'ttl'],
    ['codec/encode', { layer: 'ipv4/header', value: {} }, 'protocol'],
    ['codec/encode', { layer: 'ipv4/header' }, 'value should be an object'],
    ['codec/decode', { layer: 'ipv4/header', octets: 'abc' }, 'digit 3'],
    ['codec/decode', { layer: 'ipv4/header', octets: 'AB' }, 'digit 1'],
    ['codec/decode', { layer: 'udp/datagram', octets: '', context: 5 }, 'context should be an object'],
    ['codec/decode', { layer: 'udp/datagram', octets: '', context: { source: '1.2.3.4' } }, 'context.destination'],
    ['codec/encode', { layer: 'udp/datagram', value: { destinationPort: 7 } }, 'checksum is missing'],
    ['codec/decode', { layer: 7, octets: '' }, 'layer should be a string'],
    ['codec/decode', [], 'params should be an object'],
    ['initialize', { contract: 2 }, 'contract should be 1'],
  ])('%s refuses %j', async (method, params, why) => {
    await expect(ask(method, params)).rejects.toMatchObject({ code: -32602, message: expect.stringContaining(why) });
  });

  test('a layer, method or call that is not there is a capability that is not', async () => {
    await expect(ask('codec/decode', { layer: 'tcp/header', octets: '' })).rejects.toMatchObject({ code: -32601 });
    await expect(ask('node/open', { id: 1, role: 'gateway' })).rejects.toMatchObject({ code: -32601 });
    await ask('host/open', OPEN);
    const inputs = [{ call: 'flush', ref: 1, socket: 1 }];
    await expect(ask('host/step', { id: 1, now: 0, inputs })).rejects.toMatchObject({ code: -32601 });
  });
});

describe('a host', () => {
  test('answers an echo request', async () => {
    expect(await ask('host/open', OPEN)).toEqual({});
    const answer = await ask('host/step', { id: 1, now: 0, inputs: [{ datagram: ECHO, interface: 0 }] });
    expect(answer).toMatchObject({ outputs: [{ interface: 0 }], wakeAt: null });
    const [{ datagram }] = (answer as { outputs: [{ datagram: string }] }).outputs;
    expect(datagram.slice(-16)).toBe('0000fffc00010002');
    expect(await ask('host/close', { id: 1 })).toEqual({});
    await expect(ask('host/step', { id: 1, now: 0, inputs: [] })).rejects.toMatchObject({ code: -32602 });
  });

  test.each([
    [{ ...OPEN, role: 'switch' }, 'role'],
    [{ ...OPEN, interfaces: [] }, 'interfaces'],
    [{ ...OPEN, interfaces: [{ address: '10.0.0.256', prefix: 24, mtu: 1500 }] }, 'interfaces[0].address'],
    [{ ...OPEN, interfaces: [{ address: '10.0.0.1', prefix: 33, mtu: 1500 }] }, 'interfaces[0].prefix'],
    [{ ...OPEN, interfaces: [{ address: '10.0.0.1', prefix: 24, mtu: 67 }] }, 'interfaces[0].mtu'],
    [{ ...OPEN, routes: [{ destination: '10.2.0.0', prefix: 16, interface: 1 }] }, 'routes[0].interface'],
    [{ ...OPEN, id: -1 }, 'id'],
  ])('is not opened with %j', async (params, member) => {
    await expect(ask('host/open', params)).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining(member),
    });
  });

  test('refuses time that runs backwards, ids used twice and interfaces that it lacks', async () => {
    await ask('host/open', OPEN);
    await ask('host/step', { id: 1, now: 10, inputs: [] });
    for (const [method, params] of [
      ['host/step', { id: 1, now: 9, inputs: [] }],
      ['host/step', { id: 1, now: 10, inputs: [{ datagram: ECHO, interface: 1 }] }],
      ['host/step', { id: 1, now: 10, inputs: {} }],
      ['host/open', OPEN],
      ['host/close', { id: 2 }],
    ] as const) {
      await expect(ask(method, params)).rejects.toMatchObject({ code: -32602 });
    }
  });
});

test('an origin answers with the date that it is told', async () => {
  const request = Buffer.from('GET /hello.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n').toString('hex');
  const at = referencePort({ now: () => Date.UTC(2020, 1, 29) });
  const { octets, closed } = (await at.request('http/respond', { octets: request })) as {
    octets: string;
    closed: boolean;
  };
  expect(Buffer.from(octets, 'hex').toString()).toMatch(
    /^HTTP\/1\.1 200 [\s\S]*Date: Sat, 29 Feb 2020 00:00:00 GMT\r\n/,
  );
  expect(closed).toBe(true);
});

test('requests and answers keep to the schema of the contract', async () => {
  const validate = validators['meta/adapter'];
  const message = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result });
  for (const [method, params] of [
    ['initialize', { contract: 1, suite: '0' }],
    ['host/open', OPEN],
    ['host/step', { id: 1, now: 0, inputs: [{ datagram: ECHO, interface: 0 }] }],
  ] as const) {
    expect(validate({ jsonrpc: '2.0', id: 1, method, params })).toBe(true);
    expect(validate(message(await ask(method, params)))).toBe(true);
  }
});
