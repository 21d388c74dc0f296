/** The reference's programs above streams, by the contract: opened by what is relied on, and particular about parameters. */
import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/contract/hex.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND } from '../../../src/contract/port.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';

const octets = (text: string): string => toHex(new TextEncoder().encode(text));
const text = (hex: string): string => new TextDecoder().decode(fromHex(hex));

interface Output {
  readonly connect?: number;
  readonly to?: string;
  readonly octets?: string;
  readonly done?: { readonly ok: boolean; readonly output: string };
}

function opened(...capabilities: readonly string[]) {
  const port = referencePort();
  const open = port.request('stream/open', { id: 1, seed: 1, peer: 'tester.test:8080', capabilities });
  const step = async (...inputs: readonly object[]): Promise<readonly Output[]> => {
    await open;
    const answer = (await port.request('stream/step', { id: 1, now: 0, inputs })) as { outputs: readonly Output[] };
    return answer.outputs;
  };
  return { port, open, step };
}

test('a client is sent on an errand, and hands out what it had', async () => {
  const { step } = opened('http.client');
  const [connect] = await step({ errand: { urls: ['http://tester.test:8080/page'] } });
  expect(connect).toEqual({ connect: 1, to: 'tester.test:8080' });
  const [asked] = await step({ connection: 1, event: 'opened' });
  expect(text(asked?.octets ?? '')).toMatch(/^GET \/page HTTP\/1\.1\r\nHost: tester\.test:8080\r\n/);
  const outputs = await step({ connection: 1, octets: octets('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi') });
  expect(outputs.at(-1)?.done).toMatchObject({ ok: true, output: octets('hi') });
});

test('a gateway stands before the tester', async () => {
  const { step } = opened('http.intermediary');
  await step({ connection: 2, event: 'opened' });
  const [connect] = await step({ connection: 2, octets: octets('GET / HTTP/1.1\r\nHost: a\r\n\r\n') });
  expect(connect).toEqual({ connect: 1, to: 'tester.test:8080' });
  const [forwarded] = await step({ connection: 1, event: 'opened' });
  expect(text(forwarded?.octets ?? '')).toMatch(/^GET \/ HTTP\/1\.1\r\nHost: a\r\n[\s\S]*Via: 1\.1 /);
});

test('what nothing here can do is not found', async () => {
  await expect(opened('http.cache').open).rejects.toMatchObject({ code: METHOD_NOT_FOUND });
});

test.each([
  ['no peer', { id: 2, seed: 1, capabilities: ['http.client'] }],
  ['a peer without a port', { id: 2, seed: 1, peer: 'tester.test', capabilities: ['http.client'] }],
  ['an id that is open', { id: 1, seed: 1, peer: 'a:1', capabilities: ['http.client'] }],
])('%s is refused', async (_, params) => {
  const { port, open } = opened('http.client');
  await open;
  await expect(port.request('stream/open', params)).rejects.toMatchObject({ code: INVALID_PARAMS });
});

test.each([
  ['an unknown event', [{ connection: 1, event: 'paused' }]],
  ['octets that are none', [{ connection: 1, octets: 'xx' }]],
  ['an errand without addresses', [{ errand: {} }]],
])('%s is refused', async (_, inputs) => {
  await expect(opened('http.client').step(...inputs)).rejects.toMatchObject({ code: INVALID_PARAMS });
});
