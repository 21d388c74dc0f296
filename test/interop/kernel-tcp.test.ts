/** The kernel target's TCP: services that a tester finds, and a user whose calls it makes, seen from the wire. */
import { readFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { Unsupported } from '../../src/harness/outcome.ts';
import { kernelKind } from '../../src/harness/targets/kernel/index.ts';
import { UserCalls } from '../../src/harness/targets/kernel/user-calls.ts';
import { Wire } from '../../src/harness/targets/kernel/wire.ts';
import { testWith } from '../requires.ts';
import { Peer } from '../unit/harness/targets/kernel/segments.ts';

const test = testWith('namespace');
const LIMIT = 2_000_000;
const [ECHO, DISCARD, DAYTIME, CHARACTERS] = [7, 9, 13, 19];
const PORT = 40_007;
const text = (words: string): string => Buffer.from(words).toString('hex');

async function seated() {
  const target = await kernelKind.attach('', { suite: 'test', seed: 1 });
  onTestFinished(() => target.close());
  const seat = await target.seat('a scenario', 1);
  const [link, calls] = [await seat.surface('link'), await seat.surface('calls')];
  const result = async (ref: number, within = LIMIT) => calls.result(ref, within);
  const call = async (name: string, parameters: object) => result(await calls.call(name, { ...parameters }));
  return { seat, link, calls, result, call };
}

async function served(port: number, window?: number): Promise<Peer> {
  const { link } = await seated();
  const peer = new Peer(link, { other: port });
  expect(await peer.open(window)).toBe('SYN,ACK');
  return peer;
}

/** A user with one established connection, its number 1. */
async function connected() {
  const user = await seated();
  const peer = new Peer(user.link, { other: PORT });
  expect(await user.call('open', { socket: 0, protocol: 'tcp', local: { port: PORT } })).toEqual({ ok: true });
  const accepted = await user.calls.call('accept', { socket: 0, as: 1 });
  expect(await user.result(accepted, 0)).toBeUndefined();
  await peer.open();
  expect(await user.result(accepted)).toEqual({ ok: true });
  return { ...user, peer };
}

test('echo gives back what it gets, and closes after its peer', async () => {
  const peer = await served(ECHO);
  await peer.send({}, 'to and fro');
  expect(await peer.heard()).toBe('to and fro ACK');
  await peer.send({ fin: true });
  expect(await peer.heard()).toBe('FIN,ACK');
});

test('discard takes all and says nothing, and closes after its peer', async () => {
  const peer = await served(DISCARD);
  await peer.send({}, 'into the void');
  await peer.send({ fin: true });
  expect(await peer.heard()).toBe('FIN,ACK');
});

test('daytime says one line and closes first', async () => {
  const peer = await served(DAYTIME);
  expect(await peer.heard()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z\r\n ACK$/);
  expect(await peer.heard()).toBe('FIN,ACK');
});

test('characters fill the window and no more, until the peer closes', async () => {
  const peer = await served(CHARACTERS, 100);
  const first = await peer.next();
  expect(first?.data).toHaveLength(100);
  expect(first?.data).toMatch(/^ !"#.*\r\n!"#\$/);
  await peer.send({ window: 100 });
  expect((await peer.next())?.data).toHaveLength(100);
  await peer.send({ fin: true, window: 65_535 });
  expect(await peer.heard()).toMatch(/ACK$/);
});

test('the listeners are there before the first segment, for all scenarios at once', async () => {
  const target = await kernelKind.attach('', { suite: 'test', seed: 1 });
  onTestFinished(() => target.close());
  const heard = Array.from({ length: 100 }, async () => {
    const link = await (await target.seat('one', 1)).surface('link');
    return new Peer(link, { other: ECHO }).open();
  });
  expect(new Set(await Promise.all(heard))).toEqual(new Set(['SYN,ACK']));
});

test('a passive open, data both ways, and a close from each side', async () => {
  const { call, result, calls, peer } = await connected();
  const received = await calls.call('receive', { socket: 1, max: 3 });
  expect(await result(received, 0)).toBeUndefined();
  await peer.send({}, 'hello');
  expect(await result(received)).toEqual({ ok: true, data: text('hel') });
  expect(await call('receive', { socket: 1, max: 100 })).toEqual({ ok: true, data: text('lo') });
  expect(await call('send', { socket: 1, data: text('good day') })).toEqual({ ok: true });
  expect(await peer.heard()).toBe('good day ACK');
  await peer.send({ fin: true });
  expect(await call('receive', { socket: 1, max: 1 })).toEqual({ ok: true, end: true });
  expect(await call('status', { socket: 1 })).toEqual({ ok: true, state: 'CLOSE-WAIT' });
  expect(await call('close', { socket: 1 })).toEqual({ ok: true });
  expect(await peer.heard()).toBe('FIN,ACK');
  expect(await call('status', { socket: 1 })).toEqual({ ok: true, state: 'LAST-ACK' });
  await peer.send();
  expect(await call('status', { socket: 1 })).toEqual({ ok: true, state: 'CLOSED' });
  expect(await call('status', { socket: 0 })).toEqual({ ok: true, state: 'LISTEN' });
});

test('an active open that is answered, half closed by the user, then by the peer', async () => {
  const { call, result, calls, link } = await seated();
  const peer = new Peer(link);
  const remote = { address: link.addresses.tester, port: 50_000 };
  const opened = await calls.call('open', { socket: 5, protocol: 'tcp', local: { port: PORT }, remote });
  expect(await peer.next()).toMatchObject({ flags: 'SYN', port: PORT });
  expect(await result(opened, 0)).toBeUndefined();
  expect(await call('status', { socket: 5 })).toEqual({ ok: true, state: 'SYN-SENT' });
  await peer.answer();
  expect(await result(opened)).toEqual({ ok: true });
  expect(await call('shutdown', { socket: 5 })).toEqual({ ok: true });
  expect(await peer.heard()).toBe('FIN,ACK');
  await peer.send();
  expect(await call('status', { socket: 5 })).toEqual({ ok: true, state: 'FIN-WAIT-2' });
  await peer.send({}, 'still here');
  expect(await call('receive', { socket: 5, max: 100 })).toEqual({ ok: true, data: text('still here') });
  await peer.send({ fin: true });
  expect(await call('receive', { socket: 5, max: 100 })).toEqual({ ok: true, end: true });
  expect(await call('status', { socket: 5 })).toEqual({ ok: true, state: 'TIME-WAIT' });
});

test('an active open that is reset, or leads nowhere, is an error', async () => {
  const { call, result, calls, link } = await seated();
  const peer = new Peer(link);
  const remote = { address: link.addresses.tester, port: 50_000 };
  const opened = await calls.call('open', { socket: 1, protocol: 'tcp', remote });
  expect(await peer.next()).toMatchObject({ flags: 'SYN' });
  await peer.send({ rst: true });
  expect(await result(opened)).toMatchObject({ ok: false });
  expect(await call('status', { socket: 1 })).toEqual({ ok: true, state: 'CLOSED' });
  const nowhere = { address: link.addresses.nowhere, port: 7 };
  expect(await call('open', { socket: 2, protocol: 'tcp', remote: nowhere })).toMatchObject({ ok: false });
});

test('a reset by the peer is an error for ever, and no end of the data', async () => {
  const { call, peer } = await connected();
  await peer.send({ rst: true });
  for (const _ of [1, 2]) {
    expect(await call('receive', { socket: 1, max: 1 })).toEqual({ ok: false, error: 'ECONNRESET' });
    expect(await call('send', { socket: 1, data: '00' })).toEqual({ ok: false, error: 'ECONNRESET' });
  }
});

test('a send waits until all is taken, and goes on while nobody asks', async () => {
  const { call, result, calls, peer } = await connected();
  const megabytes = 2;
  const sent = await calls.call('send', { socket: 1, data: '2a'.repeat(megabytes * 2 ** 20) });
  expect(await result(sent, 0)).toBeUndefined();
  let octets = 0;
  while (octets < megabytes * 2 ** 20) {
    octets += (await peer.next())?.data.length ?? Number.NaN;
    await peer.send();
  }
  expect(octets).toBe(megabytes * 2 ** 20);
  expect(await result(sent)).toEqual({ ok: true });
  expect(await call('status', { socket: 1 })).toEqual({ ok: true, state: 'ESTABLISHED' });
});

test('abort is a reset, and nothing can be asked of the socket afterwards', async () => {
  const { call, peer } = await connected();
  expect(await call('abort', { socket: 1 })).toEqual({ ok: true });
  expect(await peer.heard()).toBe('RST,ACK');
  expect(await call('send', { socket: 1, data: '00' })).toMatchObject({ ok: false });
  expect(await call('receive', { socket: 1, max: 1 })).toMatchObject({ ok: false });
  expect(await call('set', { socket: 1, ttl: 1 })).toMatchObject({ ok: false });
  for (const name of ['shutdown', 'close', 'abort'])
    expect(await call(name, { socket: 1 })).toMatchObject({ ok: false });
});

test('whatever a user leaves open is gone with it', async () => {
  const wire = new Wire({ role: 'host', sourceRoutes: false });
  onTestFinished(() => wire.close());
  const calls = new UserCalls((run) => wire.within(run));
  await calls.call('open', { socket: 1, protocol: 'tcp', local: { port: PORT } });
  const remote = { address: '198.18.3.4', port: 50_000 };
  await calls.call('open', { socket: 2, protocol: 'tcp', local: { port: PORT + 1 }, remote });
  const table = (): string => wire.within(() => readFileSync('/proc/thread-self/net/tcp', 'latin1'));
  expect(table()).toMatch(/:9C47 .*0A /);
  expect(table()).toMatch(/:9C48 .*02 /);
  calls.close();
  expect(table()).not.toMatch(/:9C4[78]/);
});

test('settings are seen in the headers', async () => {
  const { call, peer } = await connected();
  const settings = { nagle: false, keepAlive: true, userTimeout: 5_000_000, dscp: 10, ttl: 77 };
  expect(await call('set', { socket: 1, ...settings })).toEqual({ ok: true });
  await call('send', { socket: 1, data: '2a' });
  expect(await peer.next()).toMatchObject({ data: '*', header: { dscp: 10, timeToLive: 77 } });
  expect(await call('set', { socket: 1, ttl: 300 })).toMatchObject({ ok: false });
});

test('without Nagle small data follows at once, with it when the first is acknowledged', async () => {
  const { call, peer } = await connected();
  await call('send', { socket: 1, data: text('a') });
  await call('send', { socket: 1, data: text('b') });
  expect(await peer.next()).toMatchObject({ data: 'a' });
  expect(await peer.next(0)).toBeUndefined();
  await peer.send();
  expect(await peer.next()).toMatchObject({ data: 'b' });
  await peer.send();
  await call('set', { socket: 1, nagle: false });
  await call('send', { socket: 1, data: text('c') });
  await call('send', { socket: 1, data: text('d') });
  expect(await peer.next()).toMatchObject({ data: 'c' });
  expect(await peer.next()).toMatchObject({ data: 'd' });
});

test('urgent data is told of before it is read, once, and is part of the stream', async () => {
  const { call, calls, peer } = await connected();
  expect(calls.events()).toEqual([]);
  await peer.send({ urg: true, urgentPointer: 9 }, 'plain');
  expect(calls.events()).toEqual([{ event: 'urgent', socket: 1 }]);
  await peer.send({ urg: true, urgentPointer: 4 }, 'ly!!');
  expect(calls.events()).toEqual([]);
  expect(await call('receive', { socket: 1, max: 100 })).toMatchObject({ ok: true });
  expect(await call('send', { socket: 1, data: text('mind'), urgent: true })).toEqual({ ok: true });
  expect(await peer.heard()).toBe('mind ACK');
});

test('what it does not know is unsupported, and what was never opened an error', async () => {
  const { call, calls } = await connected();
  await expect(calls.call('teleport', { socket: 1 })).rejects.toThrow(Unsupported);
  await expect(calls.call('set', { socket: 1, routeOption: '' })).rejects.toThrow(Unsupported);
  expect(await call('status', { socket: 9 })).toMatchObject({ ok: false });
});
