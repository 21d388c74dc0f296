/**
 * The kernel target leaves no namespace and no device behind, however it ends. A namespace that is held by descriptors
 * alone is in no list, but it is counted: inside a user namespace that may have only a few, one that stayed would be in
 * the way of the next.
 */
import { readdirSync, readlinkSync } from 'node:fs';
import { expect, vi } from 'vitest';
import { kernelKind } from '../../src/harness/targets/kernel/index.ts';
import { testWith } from '../requires.ts';
import { type Ended, PRELUDE, startNode } from '../unit/harness/targets/kernel/node-process.ts';
import { Peer } from '../unit/harness/targets/kernel/segments.ts';

const test = testWith('namespace');
const testWithUsers = testWith('namespace', 'userNamespace');
const OPTIONS = { suite: 'test', seed: 1 };

/** With at most three network namespaces, one of which is its own. The kernel takes a while to remove one. */
function nodeWithFewNamespaces(source: string): Promise<Ended> {
  const few = 'echo 3 > /proc/sys/user/max_net_namespaces && exec "$@"';
  const patient = `
    const attachSoon = async () => {
      for (let turn = 0; ; turn += 1) {
        try { return await attach(); } catch (fault) { if (turn === 100) throw fault; }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
  `;
  return startNode(patient + source, ['unshare', '-Urn', 'sh', '-c', few, 'sh']).ended;
}

function held(): string[] {
  const links = readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      return [];
    }
  });
  return links.filter((link) => link.startsWith('net:') || link === '/dev/net/tun').sort();
}

function sockets(): number {
  return readdirSync('/proc/self/fd').filter((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`).startsWith('socket:');
    } catch {
      return false;
    }
  }).length;
}

test('an attachment holds one namespace and three devices; after closing it, none', async () => {
  const before = held();
  const target = await kernelKind.attach('', OPTIONS);
  expect(held()).toHaveLength(before.length + 4);
  await target.close();
  await target.close();
  expect(held()).toEqual(before);
});

test('connections with its services and of its users go with it', async () => {
  const before = sockets();
  const target = await kernelKind.attach('', OPTIONS);
  const listening = sockets();
  const seat = await target.seat('one', 1);
  const [link, calls] = [await seat.surface('link'), await seat.surface('calls')];
  const peers = [7, 9, 19].map((other) => new Peer(link, { other, port: 50_000 + other }));
  for (const peer of peers) expect(await peer.open()).toBe('SYN,ACK');
  await calls.call('open', { socket: 1, protocol: 'tcp', local: { port: 40_000 } });
  await vi.waitFor(() => expect(sockets()).toBe(listening + 4));
  await seat.leave();
  await vi.waitFor(() => expect(sockets()).toBe(listening + 3));
  await target.close();
  await vi.waitFor(() => expect(sockets()).toBe(before));
});

testWithUsers('a namespace that is still open counts, so that this test would notice one', async () => {
  const { stdout, stderr } = await nodeWithFewNamespaces(`
    const [one, other] = [await attach(), await attach()];
    await attach().then(() => console.log('a third'), (fault) => console.log(fault.code, fault.cause.code));
    await one.close();
    await other.close();
    await (await attachSoon()).close();
  `);
  expect({ stdout, stderr }).toEqual({ stdout: 'ERR_TARGET_UNAVAILABLE ENOSPC\n', stderr: '' });
});

testWithUsers('attaching and closing again and again', async () => {
  const { status, stderr } = await nodeWithFewNamespaces(`
    for (let turn = 0; turn < 6; turn += 1) {
      const pair = [await attachSoon(), await attachSoon()];
      for (const target of pair) await target.close();
    }
  `);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

testWithUsers.each(['SIGINT', 'SIGKILL'])('a process that is ended by %s', async (signal) => {
  const { status, stderr } = await nodeWithFewNamespaces(`
    const code = ${JSON.stringify(`${PRELUDE}
      await attach();
      await attach();
      process.stdout.write('ready');
      setInterval(() => undefined, 1000);
    `)};
    const { spawn } = await import('node:child_process');
    const { once } = await import('node:events');
    const words = ['--import', 'tsx', '--input-type=module', '-e', code];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('${signal}');
    await once(child, 'exit');
    const pair = [await attachSoon(), await attachSoon()];
    for (const target of pair) await target.close();
  `);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a process that forgets to close it still ends', async () => {
  const { status, signal, stderr } = await startNode(`
    const target = await attach();
    const link = await (await target.seat('one', 1)).surface('link');
    await link.receive(1000);
  `).ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
});
