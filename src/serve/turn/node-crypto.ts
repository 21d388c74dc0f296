/** The cryptography that the TURN reference takes as an argument, by node:crypto. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Crypto } from '../../reference/turn/index.ts';

/** @param random by default the system's; another for runs that are to be repeated */
export function nodeCrypto(random: Crypto['random'] = (length) => plain(randomBytes(length))): Crypto {
  return {
    md5: (octets) => plain(createHash('md5').update(octets).digest()),
    sha256: (octets) => plain(createHash('sha256').update(octets).digest()),
    hmacSha1: (key, octets) => plain(createHmac('sha1', key).update(octets).digest()),
    hmacSha256: (key, octets) => plain(createHmac('sha256', key).update(octets).digest()),
    random,
  };
}

/** A Buffer as what it is underneath: its own `slice` would not copy. */
export function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
