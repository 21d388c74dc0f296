/** The target http-client against commands that do as they should, and such that do their worst. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { IutFault, Unsupported } from '../../src/harness/outcome.ts';
import { httpClientKind } from '../../src/harness/targets/http-client.ts';
import { httpProxyKind } from '../../src/harness/targets/http-proxy.ts';
import { leftWith, newMark } from './processes.ts';

const OPTIONS = { suite: 'test', seed: 1 };
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A client of one file; its arguments are `words`. */
function client(source: string, ...words: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'client.mjs');
  writeFileSync(path, source);
  return ['node', path, ...words].map((word) => `"${word}"`).join(' ');
}

/** Asks as little as HTTP/1.1 wants, and gives out what follows the header section. */
const PLAIN = `
  import { connect } from 'node:net';
  const { hostname, port, pathname } = new URL(process.argv[2]);
  const socket = connect(Number(port), hostname);
  socket.write('GET ' + pathname + ' HTTP/1.1\\r\\nHost: ' + hostname + ':' + port + '\\r\\nUser-Agent: plain/1.5\\r\\n\\r\\n');
  let heard = '';
  const leave = () => { process.exitCode = heard.includes('\\r\\n\\r\\n') ? 0 : 3; socket.destroy(); };
  socket.on('data', (octets) => {
    heard += octets;
    const [, length] = /Content-Length: (\\d+)/.exec(heard) ?? [];
    const content = heard.split('\\r\\n\\r\\n')[1] ?? '';
    if (length === undefined || content.length < Number(length)) return;
    process.stdout.write(content);
    leave();
  });
  socket.on('end', leave);`;

async function attached(command: string, hangLimit?: number) {
  const target = await httpClientKind.attach(command, { ...OPTIONS, hangLimit });
  cleanUps.push(() => target.close());
  return target;
}

test('what a client does is found out, and what it calls itself', async () => {
  const { info, roles } = await attached(client(PLAIN, '{url}'));
  expect(info).toMatchObject({ name: 'plain', version: '1.5', clock: 'real' });
  expect(info.capabilities).toEqual(['http.client', 'http.client.output', 'http.client.status']);
  expect(roles).toEqual(['client']);
});

test('what the command has a place for can be told, and nothing else', async () => {
  const { info, seat } = await attached(client(PLAIN, '{url}', '{method}', '{field}'));
  expect(info.capabilities).toEqual(expect.arrayContaining(['http.client.method', 'http.client.field']));
  const taken = await seat('one', 1);
  cleanUps.push(() => taken.leave());
  const streams = await taken.surface('streams');
  const urls = [`http://${streams.authority}/`];
  await expect(streams.start({ urls, proxy: 'http://a:1' })).rejects.toBeInstanceOf(Unsupported);
  await expect(streams.start({ urls: [...urls, ...urls] })).rejects.toBeInstanceOf(Unsupported);
  await expect(streams.connect()).rejects.toBeInstanceOf(Unsupported);
});

test.each([
  ['a command without a place for the address', 'curl -s'],
  ['no command', ''],
])('%s is a usage error', async (_, command) => {
  await expect(httpClientKind.attach(command, OPTIONS)).rejects.toMatchObject({ code: 'ERR_USAGE' });
});

test('a proxy without a place for its port is a usage error', async () => {
  await expect(httpProxyKind.attach('nginx {origin}', OPTIONS)).rejects.toMatchObject({ code: 'ERR_USAGE' });
});

test.each([
  ['a program that is not there', 'no-such-client {url}', /no-such-client: there is no such program$/],
  [
    'one that asks for nothing',
    'node -e "process.exit(4)" {url}',
    /asked the tester's origin for nothing; it ended with exit status 4$/,
  ],
])('%s has not started', async (_, command, words) => {
  const fault = await httpClientKind.attach(command, OPTIONS).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(IutFault);
  expect((fault as IutFault).code).toBe('iut-start');
  expect((fault as IutFault).message).toMatch(words);
});

test('a client that a signal ends is at fault, and nothing of it is left', async () => {
  const mark = newMark();
  const source = `${PLAIN}\nif (process.argv[2].includes('die')) process.kill(process.pid, 'SIGSEGV');`;
  const { seat } = await attached(client(source, '{url}', mark));
  const taken = await seat('one', 1);
  const streams = await taken.surface('streams');
  await streams.start({ urls: [`http://${streams.authority}/die`] });
  await expect(
    (async () => {
      while ((await streams.next(20_000_000))?.kind !== 'done');
    })(),
  ).rejects.toMatchObject({ code: 'iut-exited', message: 'was ended by SIGSEGV' });
  await taken.leave();
  expect(await leftWith(mark)).toEqual([]);
});

test('an errand that never ends is ended with its seat', async () => {
  const mark = newMark();
  const target = await attached(client(PLAIN, '{url}', mark));
  const taken = await target.seat('one', 1);
  const streams = await taken.surface('streams');
  await streams.start({ urls: [`http://${streams.authority}/`] });
  expect((await streams.next(20_000_000))?.kind).toBe('opened');
  await taken.leave();
  expect(await leftWith(mark)).toEqual([]);
});
