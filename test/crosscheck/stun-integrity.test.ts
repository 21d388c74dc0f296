/**
 * The sums in our golden messages, by Python's hashlib, hmac and zlib from the octets alone, and by node:crypto from the
 * places that our codec tells: HMACs of RFC 5769, of RFC 8489 as its erratum has it, and of our own.
 */
import { spawnSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stunMessage } from '../../src/generated/turn/message.ts';
import { projectPath } from '../../src/loader/project.ts';
import { fixturesOfLayer, octetsOf } from '../fixture-files.ts';
import { testWith } from '../requires.ts';

interface Credentials {
  readonly password: string;
  readonly username?: string;
  readonly realm?: string;
  /** Of long-term credentials: what the key is made with. */
  readonly algorithm?: 'md5' | 'sha256';
}

const ICE: Credentials = { password: 'VOkJxbRl1RmTxUk/WvJxBt' };
const MATRIX = { username: 'マトリックス', realm: 'example.org', password: 'TheMatrIX' };
const OURS = { username: 'user', realm: 'realm', password: 'pass' };

/** Whose key a fixture's HMACs are made with. */
function credentialsOf(name: string): Credentials {
  if (/^rfc5769-(request|ipv[46]-response)$/.test(name)) return ICE;
  if (name === 'rfc5769-long-term') return { ...MATRIX, algorithm: 'md5' };
  if (name === 'rfc8489-userhash') return { ...MATRIX, algorithm: 'sha256' };
  const isSha256 = ['allocate-sha256', 'sha256-of-16', 'channel-bind-success'].includes(name);
  return { ...OURS, algorithm: isSha256 ? 'sha256' : 'md5' };
}

function keyOf({ username, realm, password, algorithm }: Credentials): Buffer {
  if (algorithm === undefined) return Buffer.from(password);
  return createHash(algorithm).update(`${username}:${realm}:${password}`).digest();
}

interface Sum {
  readonly kind: 'sha1' | 'sha256' | 'crc32';
  /** What the message holds, as hex. */
  readonly value: string;
  /** Where its attribute starts and ends. */
  readonly at: number;
  readonly end: number;
}

const KINDS: Readonly<Record<number, Sum['kind']>> = { 8: 'sha1', 28: 'sha256', 32808: 'crc32' };

function sumsIn(octets: Uint8Array): Sum[] {
  const { value, where } = stunMessage.observe(octets);
  return (value.attributes ?? []).flatMap(({ type }, index) => {
    const kind = KINDS[type];
    const range = where[`attributes[${index}]`];
    if (kind === undefined || range === undefined) return [];
    const [at, end] = [range.bit / 8, (range.bit + range.bits) / 8];
    return [{ kind, at, end, value: Buffer.from(octets.subarray(at + 4, end)).toString('hex') }];
  });
}

const messages = fixturesOfLayer('turn/message')
  .filter(({ value }) => value !== undefined)
  .map((fixture) => ({ name: fixture.name, octets: octetsOf(fixture), sums: sumsIn(octetsOf(fixture)) }))
  .filter(({ sums }) => sums.length > 0);

test('there are sums of every kind', () => {
  const kinds = messages.flatMap(({ sums }) => sums.map(({ kind }) => kind));
  for (const kind of ['sha1', 'sha256', 'crc32']) {
    expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(3);
  }
});

testWith('python3')('Python finds the same', () => {
  const input = messages.map(({ name, octets }) => {
    return JSON.stringify({ octets: Buffer.from(octets).toString('hex'), credentials: credentialsOf(name) });
  });
  const script = projectPath('test', 'crosscheck', 'stun-integrity.py');
  const { stdout, stderr } = spawnSync('python3', [script], { input: input.join('\n'), encoding: 'utf8' });
  expect(stderr).toBe('');
  const found = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string[]);
  expect(found).toEqual(messages.map(({ sums }) => sums.map(({ value }) => value)));
});

describe.each(messages)('$name', ({ name, octets, sums }) => {
  test.each(sums)('$kind holds', ({ kind, at, end, value }) => {
    if (kind === 'crc32')
      return expect(stunMessage.observe(octets).lapses.map(({ kind: of }) => of)).not.toContain('checksum');
    // The header's length as it was when the attribute was made: up to its end.
    const covered = Buffer.from(octets.subarray(0, at));
    covered.writeUInt16BE(end - 20, 2);
    const hmac = createHmac(kind, keyOf(credentialsOf(name)))
      .update(covered)
      .digest('hex');
    expect(value).toBe(hmac.slice(0, value.length));
  });

  test('an octet changed before a sum changes it', () => {
    const crc = sums.find(({ kind }) => kind === 'crc32');
    if (!crc) return;
    const changed = Uint8Array.from(octets);
    changed[crc.at - 1] = (changed[crc.at - 1] ?? 0) ^ 1;
    expect(stunMessage.observe(changed).lapses.map(({ kind }) => kind)).toContain('checksum');
  });
});
