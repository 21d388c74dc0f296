/** The two kinds of HTTP targets against real servers, and against servers that do their worst. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { IutFault, Unsupported } from '../../src/harness/outcome.ts';
import type { Target } from '../../src/harness/target.ts';
import { httpKind } from '../../src/harness/targets/http.ts';
import { httpServerKind } from '../../src/harness/targets/http-server.ts';
import { testWith } from '../requires.ts';
import { ask, nginxScript, serve, startNginx } from './http-servers.ts';
import { leftWith, newMark } from './processes.ts';

const OPTIONS = { suite: 'test', seed: 1 };
const GET = 'GET /hello.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function attachRunning(port: number, hangLimit?: number): Promise<Target> {
  const target = await httpKind.attach(`//127.0.0.1:${port}`, { ...OPTIONS, hangLimit });
  cleanUps.push(() => target.close());
  return target;
}

async function attachStarted(command: string): Promise<Target> {
  const target = await httpServerKind.attach(command, OPTIONS);
  cleanUps.push(() => target.close());
  return target;
}

async function attachTreated(treat: (socket: Socket) => void, hangLimit?: number): Promise<Target> {
  const { port, close } = await serve(treat);
  cleanUps.push(close);
  return attachRunning(port, hangLimit);
}

/** A server of one file, started with its port; `mark` is among its arguments. */
function program(source: string, ...marks: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'server.mjs');
  writeFileSync(path, source);
  return ['node', path, '{port}', ...marks].map((word) => `"${word}"`).join(' ');
}

async function faultOf(work: Promise<unknown>): Promise<IutFault> {
  const thrown = await work.catch((fault: unknown) => fault);
  expect(thrown).toBeInstanceOf(IutFault);
  return thrown as IutFault;
}

describe('a server that runs', () => {
  testWith('nginx')('nginx', async () => {
    const nginx = await startNginx();
    cleanUps.push(nginx.stop);
    const target = await httpKind.attach(`//127.0.0.1:${nginx.port}/hello.txt`, OPTIONS);
    cleanUps.push(() => target.close());
    expect(target.info).toMatchObject({ name: 'nginx', clock: 'real' });
    const offered = ['http.origin', 'http.clock', 'http.version-1.1', 'http.etag', 'http.persistence', 'http.ranges'];
    expect(target.info.capabilities).toEqual(expect.arrayContaining(offered));
    expect(target.protocols).toEqual(['http']);
    const seat = await target.seat('one', 1);
    const { text, end, sentAt, endedAt } = await ask(seat, GET);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\nHello, reader\.\n$/s);
    expect(end).toBe('closed');
    expect(sentAt.earliest <= sentAt.latest && endedAt.earliest <= endedAt.latest).toBe(true);
    await expect(seat.surface('link')).rejects.toBeInstanceOf(Unsupported);
    await seat.leave();
  });

  test('is told by name where nobody listens', async () => {
    const { port, close } = await serve(() => {});
    close();
    await expect(attachRunning(port)).rejects.toMatchObject({
      code: 'ERR_TARGET_UNREACHABLE',
      message: `--target http://127.0.0.1:${port}: nobody answers there (ECONNREFUSED); is the server running?`,
    });
  });

  test.each(['127.0.0.1:80', '//', '//a b/'])('http:%s is refused as a usage error', async (rest) => {
    await expect(httpKind.attach(rest, OPTIONS)).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });

  test.each([
    ['TLS', (socket: Socket) => socket.end(Buffer.from('15030300020228', 'hex')), 'it speaks TLS there'],
    [
      'TLS, politely',
      (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port'),
      'it wants TLS there',
    ],
    ['a reset', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy()), 'resets every one'],
    ['a close', (socket: Socket) => socket.end(), 'closes every one'],
  ])('that answers with %s to everything is told in one line', async (_, treat, line) => {
    const { port, close } = await serve(treat);
    cleanUps.push(close);
    const refused = httpKind.attach(`//127.0.0.1:${port}`, OPTIONS);
    await expect(refused).rejects.toMatchObject({
      code: 'ERR_TARGET_UNREACHABLE',
      message: expect.stringContaining(line),
    });
  });

  test.each([
    ['success to everything', () => ANSWER, 'a server that calls errors success'],
    ['a redirection to everything', () => 'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n', 'answered with 302'],
    [
      'a redirection where nothing is',
      (asked: string) => (asked.startsWith('GET / ') ? ANSWER : 'HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n'),
      'is redirected (302)',
    ],
  ])('that answers %s is said to, before anything is judged', async (_, answer, line) => {
    const { port, close } = await serve((socket) => socket.on('data', (octets) => socket.end(answer(String(octets)))));
    cleanUps.push(close);
    const { warnings } = await attachRunning(port);
    expect(warnings).toEqual([expect.stringContaining(line)]);
  });

  test('a path names the resource', async () => {
    const { port, close } = await serve((socket) => socket.end(ANSWER));
    cleanUps.push(close);
    const { parameters } = await httpKind.attach(`//127.0.0.1:${port}/some/page?x=1`, OPTIONS);
    expect(parameters).toEqual({ 'http.resource': '/some/page?x=1', 'http.host': `127.0.0.1:${port}` });
  });
});

/** A server that resets every connection would not be attached. */
function resetWhoIsNoProbe(this: Socket, octets: Buffer): void {
  if (octets.includes('Host: a\r\n')) this.resetAndDestroy();
  else this.end(ANSWER);
}

describe('the end of a connection', () => {
  test.each([
    ['closed', (socket: Socket) => socket.end(ANSWER), ANSWER],
    ['reset', (socket: Socket) => socket.once('data', resetWhoIsNoProbe), ''],
    ['silent', (socket: Socket) => socket.write(ANSWER), ANSWER],
  ])('is told: %s', async (how, treat, expected) => {
    const target = await attachTreated(treat, 200_000);
    const { end, text } = await ask(await target.seat('one', 1), GET);
    expect({ end, text }).toEqual({ end: how, text: expected });
  });

  test('is not waited for once there is enough', async () => {
    const target = await attachTreated((socket) => socket.write(ANSWER), Number.POSITIVE_INFINITY);
    const exchange = await (await target.seat('one', 1)).surface('exchange');
    const { end } = await exchange.exchange(Buffer.from(GET), { enough: (soFar) => soFar.length === ANSWER.length });
    expect(end).toBe('enough');
  });

  test('a flood is stopped', async () => {
    const target = await attachTreated((socket) => {
      const piece = Buffer.alloc(2 ** 20, 'a');
      const pour = (): void => {
        while (!socket.destroyed && socket.write(piece));
      };
      socket.on('drain', pour);
      pour();
    });
    const { code, message } = await faultOf(ask(await target.seat('one', 1), GET));
    expect([code, message]).toEqual(['iut-flooded', 'sent more than 64 MiB on one connection']);
  });

  test('a server that goes away is charged by the scenario that had it, and by no other', async () => {
    const { port, close } = await serve((socket) => socket.end(ANSWER));
    const target = await attachRunning(port);
    const seat = await target.seat('one', 1);
    await ask(seat, GET);
    close();
    expect((await faultOf(ask(seat, GET))).code).toBe('iut-exited');
    expect((await faultOf(ask(await target.seat('two', 1), GET))).code).toBe('iut-start');
  });
});

describe('a server that we start', () => {
  testWith('python3')('Python serves the root that it finds itself in, and both are gone afterwards', async () => {
    const mark = newMark();
    // An argument that http.server takes and makes nothing of.
    const target = await attachStarted(`python3 -X ${mark} -m http.server --bind 127.0.0.1 {port}`);
    expect(target.info).toMatchObject({ name: 'SimpleHTTP', clock: 'real' });
    const { text } = await ask(await target.seat('one', 1), GET);
    expect(text).toMatch(/^HTTP\/1\.0 200 OK\r\n.*\r\nContent-Length: 15\r\n.*Hello, reader\.\n$/s);
    const absent = await ask(
      await target.seat('two', 1),
      GET.replace('/hello.txt', String(target.parameters['http.absent'])),
    );
    expect(absent.text).toMatch(/^HTTP\/1\.0 404 /);
    await target.close();
    expect(await leftWith(mark)).toEqual([]);
  });

  testWith('nginx')('nginx, told the root', async () => {
    const script = nginxScript();
    cleanUps.push(script.remove);
    const target = await attachStarted(`${script.path} {port} {root}`);
    expect(target.info.name).toBe('nginx');
    const { text } = await ask(await target.seat('one', 1), GET);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\nHello, reader\.\n$/s);
    await target.close();
    expect(await leftWith(script.path.replace('/start.sh', ''))).toEqual([]);
  });

  test('its document root goes with it', async () => {
    const told = program(`
      import { createServer } from 'node:net';
      createServer((socket) => socket.end(process.argv[3])).listen(process.argv[2], '127.0.0.1');`);
    const target = await attachStarted(`${told} {root}`);
    const { text: root } = await ask(await target.seat('one', 1), GET);
    expect(existsSync(join(root, 'hello.txt'))).toBe(true);
    await target.close();
    expect(existsSync(root)).toBe(false);
  });

  test('a command without {port} is a usage error', async () => {
    await expect(httpServerKind.attach('python3 -m http.server', OPTIONS)).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });

  test.each([
    [
      'that ends at its start',
      'console.error("no such option"); process.exit(2);',
      /ended with exit status 2; its last words: no such option$/,
    ],
    ['that throws', 'throw new Error("broken");', /ended with exit status 1; its last words: Error: broken$/],
  ])('a program %s has not started', async (_, source, message) => {
    const fault = await faultOf(attachStarted(program(source)));
    expect(fault.code).toBe('iut-start');
    expect(fault.message).toMatch(message);
  });

  test('a program that does not exist has not started', async () => {
    const { code, message } = await faultOf(attachStarted('no-such-server {port}'));
    expect([code, message]).toEqual(['iut-start', 'did not start: there is no program no-such-server']);
  });

  test('a crash is the fault of its seat, the next seat finds the server again, and no child is left', async () => {
    const mark = newMark();
    const command = program(
      `
      import { spawn } from 'node:child_process';
      import { createServer } from 'node:net';
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', process.argv[3]], { stdio: 'ignore' });
      createServer((socket) => {
        socket.on('error', () => {});
        socket.on('data', (octets) => {
          if (!String(octets).includes('die')) return socket.end(${JSON.stringify(ANSWER)});
          console.error('that was too much');
          process.exit(7);
        });
      }).listen(process.argv[2], '127.0.0.1');`,
      mark,
    );
    const target = await attachStarted(command);
    const seat = await target.seat('one', 1);
    expect((await ask(seat, GET)).text).toBe(ANSWER);
    expect((await ask(seat, 'die')).text).toBe('');
    await seat.leave();
    expect(seat.fault?.()).toMatchObject({ code: 'iut-exited', shared: false, stderr: 'that was too much\n' });
    expect(seat.fault?.()?.message).toBe('ended with exit status 7; its last words: that was too much');
    const next = await target.seat('two', 1);
    expect((await ask(next, GET)).text).toBe(ANSWER);
    await next.leave();
    expect(next.fault?.()).toBeUndefined();
    await target.close();
    expect(await leftWith(mark)).toEqual([]);
  });

  test('where others have sat too, a crash may be theirs', async () => {
    const command = program(`
      import { createServer } from 'node:net';
      createServer((socket) => {
        socket.on('data', (octets) => (String(octets).includes('die') ? process.exit(7) : socket.end('some')));
      }).listen(process.argv[2], '127.0.0.1');`);
    const target = await attachStarted(command);
    const [one, other] = [await target.seat('one', 1), await target.seat('two', 1)];
    await ask(one, GET);
    await ask(other, 'die');
    await Promise.all([one.leave(), other.leave()]);
    expect(other.fault?.()?.shared).toBe(true);
  });

  test('to have enough resets nobody', async () => {
    const command = program(`
      import { createServer } from 'node:net';
      createServer({ allowHalfOpen: true }, (socket) => {
        socket.once('data', async () => {
          socket.write(${JSON.stringify(ANSWER)});
          for (let turn = 0; turn < 3; turn += 1) {
            await new Promise((resolve) => setTimeout(resolve, 20));
            socket.write('and more');
          }
          socket.end();
        });
      }).listen(process.argv[2], '127.0.0.1');`);
    const target = await attachStarted(command);
    const seat = await target.seat('one', 1);
    const exchange = await seat.surface('exchange');
    const enough = (soFar: Uint8Array): boolean => soFar.length === ANSWER.length;
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await exchange.exchange(Buffer.from(GET), { enough })).end).toBe('enough');
      await pause(150);
    }
    await seat.leave();
    expect(seat.fault?.()).toBeUndefined();
  });
});
