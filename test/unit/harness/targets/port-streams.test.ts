/** Streams over a Port: what is told comes in one order, time moves only where somebody waits, breaches are named. */
import { expect, test } from 'vitest';
import type { Method } from '../../../../src/contract/port.ts';
import { IutFault } from '../../../../src/harness/outcome.ts';
import { openStreams } from '../../../../src/harness/targets/port-streams.ts';

interface Stepped {
  readonly outputs: readonly object[];
  readonly wakeAt?: number | null;
}

/** A program whose steps are answered one after the other; then with nothing. */
async function streams(...answers: readonly Stepped[]) {
  const asked: { method: Method; params: object }[] = [];
  const left = [...answers];
  const clock = { now: 0 };
  const request = async (method: Method, params: object) => {
    asked.push({ method, params });
    return method === 'stream/step' ? (left.shift() ?? { outputs: [] }) : {};
  };
  const surface = await openStreams({ request }, { id: 7, seed: 1, needs: ['http.client'] }, clock);
  return { surface, asked, clock };
}

test('a connection to the tester is there at once, and what is sent on it is told', async () => {
  const { surface, asked } = await streams({
    outputs: [
      { connect: 1, to: 'tester.test:8080' },
      { connection: 1, octets: '6869' },
    ],
  });
  await surface.start({ urls: ['http://tester.test:8080/'] });
  expect(await surface.next(10)).toMatchObject({ kind: 'opened', connection: 1 });
  expect(await surface.next(10)).toMatchObject({ kind: 'octets', octets: Uint8Array.of(0x68, 0x69) });
  expect(asked.map(({ method }) => method)).toEqual(['stream/open', 'stream/step', 'stream/step']);
  expect(asked[2]?.params).toMatchObject({ id: 7, inputs: [{ connection: 1, event: 'opened' }] });
});

test('nobody is anywhere else', async () => {
  const { surface, asked } = await streams({ outputs: [{ connect: 1, to: 'elsewhere.test:80' }] });
  await surface.start({ urls: [] });
  expect(asked.at(-1)?.params).toMatchObject({ inputs: [{ connection: 1, event: 'reset' }] });
  expect(await surface.next(10)).toBeUndefined();
});

test('time moves to where the program wants to be woken, and no further than is waited for', async () => {
  const { surface, clock } = await streams(
    { outputs: [], wakeAt: 500 },
    { outputs: [{ done: { ok: true } }], wakeAt: null },
  );
  await surface.start({ urls: [] });
  expect(await surface.next(100)).toBeUndefined();
  expect(clock.now).toBe(100);
  expect(await surface.next(1_000)).toMatchObject({ kind: 'done', ok: true, at: { earliest: 500, latest: 500 } });
  expect(clock.now).toBe(500);
});

test('with the errand its connections are over', async () => {
  const { surface } = await streams({
    outputs: [{ connect: 1, to: 'tester.test:8080' }, { done: { ok: false, fate: 'gave up' } }],
  });
  await surface.start({ urls: [] });
  const kinds = [await surface.next(1), await surface.next(1), await surface.next(1)].map((event) => event?.kind);
  expect(kinds).toEqual(['opened', 'ended', 'done']);
});

test('a program that never rests hangs', async () => {
  const restless = Array.from({ length: 20_000 }, () => ({ outputs: [], wakeAt: 1 }));
  const { surface } = await streams(...restless);
  await surface.start({ urls: [] });
  await expect(surface.next(10)).rejects.toMatchObject({ code: 'iut-hung' });
});

test.each([
  ['an even number', { connect: 2, to: 'a:1' }, /outputs\[0\]\.connect should be an odd number/],
  ['no place', { connect: 1 }, /outputs\[0\]\.to should be a string/],
  ['upper case', { connection: 1, octets: 'AA' }, /outputs\[0\]\.octets should be lowercase hex/],
  ['an unknown event', { connection: 1, event: 'paused' }, /outputs\[0\] should be a connect, octets/],
  ['no verdict on its errand', { done: {} }, /outputs\[0\]\.done\.ok should be true or false/],
])('%s breaks the contract', async (_, output, words) => {
  const { surface } = await streams({ outputs: [output] });
  const fault = await surface.start({ urls: [] }).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(IutFault);
  expect((fault as IutFault).code).toBe('iut-breach');
  expect((fault as IutFault).message).toMatch(words);
});
