/** The cryptography that the TURN reference takes as an argument, by node:crypto. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Crypto } from '../../reference/turn/index.ts';

const POOL_OCTETS = 4096;

/** @param random by default the system's; another for runs that are to be repeated */
export function nodeCrypto(random: Crypto['random'] = pooled()): Crypto {
  return {
    md5: (octets) => plain(createHash('md5').update(octets).digest()),
    sha256: (octets) => plain(createHash('sha256').update(octets).digest()),
    hmacSha1: (key, octets) => plain(createHmac('sha1', key).update(octets).digest()),
    hmacSha256: (key, octets) => plain(createHmac('sha256', key).update(octets).digest()),
    random,
  };
}

/** Chance is asked for in large pieces: each datagram that is relayed takes a few octets of it. */
function pooled(): Crypto['random'] {
  let pool: Uint8Array = new Uint8Array(0);
  return (length) => {
    if (pool.length < length) pool = plain(randomBytes(Math.max(POOL_OCTETS, length)));
    const octets = pool.subarray(0, length);
    pool = pool.subarray(length);
    return octets;
  };
}

/** A Buffer as what it is underneath: its own `slice` would not copy. */
export function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
