/** The reference's HTTP on the reference's TCP, over a TUN device, asked by the kernel's TCP and curl. */
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { farFrom, type Stage, serve } from './tun-stage.ts';

const test = testWith('namespace', 'curl');
const PEER = ['--tun', 'tun0', '--peer', '198.18.0.2/17'];
const URL = 'http://198.18.0.1';

function curl(stage: Stage, ...words: string[]) {
  return stage.inside('curl', '-sS', '-m', '50', ...words);
}

test('a resource, its head, a part of it, and what is not there', async () => {
  const stage = await serve(...PEER);
  expect((await curl(stage, `${URL}/hello.txt`)).stdout).toBe('Hello, reader.\n');
  expect((await curl(stage, '-I', `${URL}/hello.txt`)).stdout).toMatch(
    /^HTTP\/1\.1 200 OK\r\n.*\r\nContent-Length: 15\r\n/s,
  );
  expect((await curl(stage, '-r', '0-4', `${URL}/hello.txt`)).stdout).toBe('Hello');
  expect((await curl(stage, '-w', '%{http_code}', `${URL}/nothing`)).stdout).toMatch(/404$/);
});

test('several on one connection, chunks and what is posted among them', async () => {
  const stage = await serve(...PEER);
  const chunked = ['-H', 'Transfer-Encoding: chunked', '-d', 'abc', `${URL}/echo`];
  const words = [
    '-w',
    ' %{num_connects};',
    `${URL}/generated.txt`,
    '--next',
    '-sS',
    '-w',
    ' %{num_connects};',
    ...chunked,
  ];
  const { stdout, stderr } = await curl(stage, ...words);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/of 16\.\n 1;abc 0;$/);
});

test.each([
  ['clean', undefined],
  ['bad', 'loss(0.02), duplication(0.02), delay(1000), reordering(0.05, 5000)'],
])('a megabyte that waits for 100, there and back over a %s link', async (_, impairments) => {
  const stage = impairments === undefined ? await serve(...PEER) : await farFrom(impairments, 80);
  const octets = randomBytes(1_000_000);
  const path = join(temporaryFolder(), 'posted');
  writeFileSync(path, octets);
  const post = `curl -sS -m 50 -H "Expect: 100-continue" --data-binary @${path} ${URL}/echo | sha256sum`;
  const { stdout, stderr } = await stage.inside('sh', '-c', post);
  expect(stderr).toBe('');
  expect(stdout.slice(0, 64)).toBe(createHash('sha256').update(octets).digest('hex'));
});
