/** The kernel's TCP and the reference's, over a TUN device: whole streams, over a clean link and over a bad one. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../assay.ts';
import { testWith } from '../requires.ts';
import { farFrom, type Stage, serve } from './tun-stage.ts';

const test = testWith('namespace', 'nc');
const testWithCurl = testWith('namespace', 'curl');
const PEER = ['--tun', 'tun0', '--peer', '198.18.0.2/17'];
const MEGABYTE = 1_000_000;
const [ECHO, DISCARD, DAYTIME, CHARACTERS] = [7, 9, 13, 19];

/** A file of so many random octets. */
function fileOf(octets: number): string {
  const path = join(temporaryFolder(), 'sent');
  writeFileSync(path, randomBytes(octets));
  return path;
}

/** Runs a line of the shell beside the reference, `$1` being `file`. */
function shell(stage: Stage, line: string, file = '') {
  return stage.inside('sh', '-c', line, 'sh', file);
}

/** What comes back is compared octet by octet, to the end of both. */
async function echoed(stage: Stage, octets: number): Promise<void> {
  const ran = await shell(stage, `nc -N 198.18.0.1 ${ECHO} < "$1" | cmp - "$1" && echo same`, fileOf(octets));
  expect(ran).toEqual({ status: 0, stdout: 'same\n', stderr: '' });
}

test('50 megabytes there and back, whole', async () => {
  await echoed(await serve(...PEER), 50 * MEGABYTE);
});

test('50 megabytes into discard, which says nothing and closes after its peer', async () => {
  const ran = await shell(await serve(...PEER), `nc -N 198.18.0.1 ${DISCARD} < "$1"`, fileOf(50 * MEGABYTE));
  expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('daytime closes first, and characters never do', async () => {
  const stage = await serve(...PEER);
  expect((await shell(stage, `nc -d 198.18.0.1 ${DAYTIME}`)).stdout).toMatch(
    new RegExp(`^${new Date().getUTCFullYear()}-\\d\\d-\\d\\dT.*Z\r\n$`),
  );
  const { stdout } = await shell(stage, `nc -d 198.18.0.1 ${CHARACTERS} | head -c ${MEGABYTE} | tail -c 74`);
  expect(stdout).toHaveLength(74);
  expect(stdout).toMatch(/^[ -~\r\n]*$/);
});

test('a port where nobody listens is refused at once', async () => {
  const { status, stderr } = await shell(await serve(...PEER), 'nc -v -w 5 198.18.0.1 4');
  expect(stderr).toMatch(/refused/);
  expect(status).toBe(1);
});

testWithCurl('several at once, and curl among them', async () => {
  const stage = await serve(...PEER);
  const asked = Array.from({ length: 10 }, () =>
    shell(stage, `curl -s -m 20 telnet://198.18.0.1:${DAYTIME} < /dev/null`),
  );
  for (const { stdout } of await Promise.all(asked)) expect(stdout).toMatch(/Z\r\n$/);
});

/** One sender would mostly wait for its timer, of a second at least: several wait at the same time. */
test.each([
  ['loses one in twenty', 'loss(0.05), delay(1000)'],
  ['keeps no order and repeats', 'duplication(0.05), delay(1000), jitter(2000), reordering(0.05, 5000)'],
  ['does all of that', 'loss(0.05), duplication(0.02), delay(1000), reordering(0.05, 5000)'],
])('2 megabytes there and back, in ten connections, over a link that %s', async (_, impairments) => {
  const stage = await farFrom(impairments, 7);
  await Promise.all(Array.from({ length: 10 }, () => echoed(stage, MEGABYTE / 5)));
});
