/** `assay serve --http`: the origin on sockets, as clients of others see it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Site } from '../../src/reference/http/index.ts';
import { SocketCarrier } from '../../src/serve/http/socket-carrier.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { serve } from './http-servers.ts';
import { serveHttp } from './serving.ts';

const PAGE = `<!DOCTYPE html>
<title>Before</title>
<link rel="stylesheet" href="style.css">
<p id="text">Nothing yet</p>
<script src="script.js"></script>
`;
const SCRIPT = `fetch('folder/data.json').then((answer) => answer.json()).then(({ text }) => {
  document.getElementById('text').textContent = text + ', ' + getComputedStyle(document.body).color;
});
`;

function site(): string {
  const root = temporaryFolder();
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'style.css'), 'body { color: rgb(1, 2, 3) }\n');
  writeFileSync(join(root, 'script.js'), SCRIPT);
  mkdirSync(join(root, 'folder'));
  writeFileSync(join(root, 'folder', 'data.json'), '{"text": "Loaded"}');
  writeFileSync(join(root, 'folder', 'index.html'), 'in a folder');
  writeFileSync(join(root, 'large.bin'), new Uint8Array(3_000_000).fill(7));
  writeFileSync(join(root, '.hidden'), 'secret');
  symlinkSync('folder/data.json', join(root, 'inside.json'));
  symlinkSync('/etc/hostname', join(root, 'outside'));
  symlinkSync('nowhere', join(root, 'dangling'));
  return root;
}

/** The answer to a request that no library would send. */
function ask(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.setEncoding('latin1').on('data', (octets: string) => {
      answer += octets;
    });
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;

test('files are served as they are, with all that is known of them', async () => {
  const { url } = await serveHttp('--root', site());
  const answer = await fetch(`${url}large.bin`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': '3000000',
    'last-modified': expect.stringMatching(/ GMT$/),
    etag: expect.stringMatching(/^".*"$/),
  });
  expect(Buffer.from(await answer.arrayBuffer()).every((octet) => octet === 7)).toBe(true);
  const again = await fetch(`${url}large.bin`, { headers: { 'If-None-Match': answer.headers.get('etag')! } });
  expect(again.status).toBe(304);
  const part = await fetch(`${url}large.bin`, { headers: { Range: 'bytes=2999999-' } });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 1]);
  const folder = await fetch(`${url}folder`);
  expect([folder.url, await folder.text()]).toEqual([`${url}folder/`, 'in a folder']);
});

test('what is not in the folder, or hidden in it, is not served, however it is asked for', async () => {
  const { port } = await serveHttp('--root', site());
  const statuses: Record<string, number> = {};
  const expected = {
    '/outside': 403,
    '/.hidden': 403,
    '/folder/../.hidden': 403,
    '/../../../../etc/hostname': 403,
    '/%2e%2e/%2e%2e/etc/hostname': 403,
    '/..%2f..%2fetc/hostname': 403,
    '/folder/%2e%2e%2f%2e%2e%2f': 403,
    '/%5c..%5c': 403,
    '/a%00b': 403,
    '/dangling': 404,
    '/nothing': 404,
    '/style.css/': 404,
    '/inside.json': 200,
    '//folder/': 200,
  };
  for (const path of Object.keys(expected)) statuses[path] = Number((await ask(port, get(path))).slice(9, 12));
  expect(statuses).toEqual(expected);
});

test('several requests at once are answered in their order', async () => {
  const { port } = await serveHttp();
  const answer = await ask(port, `${get('/hello.txt').replace('Connection: close\r\n', '')}${get('/empty.txt')}`);
  expect(answer.match(/Content-Length: \d+/g)).toEqual(['Content-Length: 15', 'Content-Length: 0']);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it well, whoever is connected', async (signal) => {
  const { port, end, ended } = await serveHttp();
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  end(signal);
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  [
    ['--http', '0', '--root', '/nowhere/at/all'],
    2,
    /--root \/nowhere\/at\/all is no folder that can be read \(ENOENT\)/,
  ],
  [['--http', '0', '--address', '192.0.2.1'], 3, /: 192\.0\.2\.1 is no address of this machine \(EADDRNOTAVAIL\)/],
  [['--http', '0', '--stdio'], 2, /one of --stdio --http .* not more/],
  [['--root', '.'], 2, /--root goes with --http/],
  [['--http', 'x'], 2, /http/],
])('%s: one line, and why', async (words, status, message) => {
  const ran = await assay(['serve', ...words]);
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.status).toBe(status);
});

test('hundreds that never finish are told so in their time, and others are served', async () => {
  const patience = { idle: 3_000, head: 3_000, linger: 500 };
  const origin = new Site({ connections: 100, patience });
  const { port, close } = await serve((socket) => void new SocketCarrier(socket, origin));
  const sockets: Socket[] = [];
  const unfinished = Array.from({ length: 300 }, () => {
    return new Promise<string>((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n'));
      sockets.push(socket);
      socket.setEncoding('latin1').on('data', (octets: string) => {
        answer += octets;
      });
      socket.on('error', () => undefined).on('close', () => resolve(answer.slice(9, 12)));
    });
  });
  const answers = await Promise.all(unfinished);
  // Where connecting takes its time, some come after others have gone.
  expect(answers.filter((status) => status !== '408' && status !== '503')).toEqual([]);
  expect(answers.filter((status) => status === '408').length).toBeGreaterThanOrEqual(100);
  expect(await ask(port, get('/hello.txt'))).toMatch(/^HTTP\/1\.1 200 /);
  for (const socket of sockets) socket.destroy();
  close();
});

testWith('curl')('curl waits for 100, and posts in chunks', async () => {
  const { url } = await serveHttp();
  const { spawnSync } = await import('node:child_process');
  const words = [
    '-sS',
    '-v',
    '-H',
    'Expect: 100-continue',
    '-H',
    'Transfer-Encoding: chunked',
    '-d',
    'abc',
    `${url}echo`,
  ];
  const { stdout, stderr } = spawnSync('curl', words, { encoding: 'utf8' });
  expect(stdout).toBe('abc');
  expect(stderr).toContain('HTTP/1.1 100 Continue');
});

testWith('chromium')('a browser loads a page, its style, its script, and what that fetches', async () => {
  const { url } = await serveHttp('--root', site());
  const profile = temporaryFolder();
  const { spawn } = await import('node:child_process');
  const words = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const more = [`--user-data-dir=${profile}`, '--virtual-time-budget=5000', '--dump-dom', url];
  const child = spawn('chromium', [...words, ...more], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  let page = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    page += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(page).toContain('<p id="text">Loaded, rgb(1, 2, 3)</p>');
});
