/**
 * Keys, MESSAGE-INTEGRITY and FINGERPRINT: RFC 8489 sections 9.2.2 and 14.5 to 14.7. Everything that knows a secret, for
 * the tester as client and as judge.
 */
import { createHash, createHmac } from 'node:crypto';
import { viewOf } from '../../wire/runtime/octets.ts';
import { ATTRIBUTES } from './attribute-types.ts';
import { ATTRIBUTE_HEAD, HEADER_OCTETS, withAttribute } from './message.ts';

export type Digest = 'sha1' | 'sha256';

/** The algorithm numbers of RFC 8489 section 18.5. */
export const PASSWORD_ALGORITHMS = { md5: 1, sha256: 2 } as const;

const INTEGRITY: Readonly<Record<Digest, { readonly type: number; readonly octets: number }>> = {
  sha1: { type: ATTRIBUTES['MESSAGE-INTEGRITY'], octets: 20 },
  sha256: { type: ATTRIBUTES['MESSAGE-INTEGRITY-SHA256'], octets: 32 },
};
const FINGERPRINT_XOR = 0x5354554e;

export function longTermKey(
  algorithm: keyof typeof PASSWORD_ALGORITHMS,
  username: string,
  realm: string,
  password: string,
): Uint8Array {
  return createHash(algorithm).update(`${username}:${realm}:${password}`).digest();
}

/** The message with its integrity at the end, of which `kept` octets are left. */
export function signed(
  message: Uint8Array,
  key: Uint8Array,
  digest: Digest,
  kept: number = INTEGRITY[digest].octets,
): Uint8Array {
  const whole = withAttribute(message, { type: INTEGRITY[digest].type, value: new Uint8Array(kept) });
  const integrity = integrityOf(whole, message.length, key, digest, kept).subarray(0, kept);
  whole.set(integrity, message.length + ATTRIBUTE_HEAD);
  return whole;
}

/** What the attribute at octet `at` of the message should hold, whatever it holds. */
export function integrityOf(
  message: Uint8Array,
  at: number,
  key: Uint8Array,
  digest: Digest,
  kept: number = INTEGRITY[digest].octets,
): Uint8Array {
  const covered = message.slice(0, at);
  viewOf(covered).setUint16(2, at + ATTRIBUTE_HEAD + kept - HEADER_OCTETS);
  return createHmac(digest, key).update(covered).digest();
}

export function withFingerprint(message: Uint8Array, error = 0): Uint8Array {
  const whole = withAttribute(message, { type: ATTRIBUTES.FINGERPRINT, value: new Uint8Array(4) });
  viewOf(whole).setUint32(message.length + ATTRIBUTE_HEAD, (fingerprintOf(whole, message.length) ^ error) >>> 0);
  return whole;
}

/** What the FINGERPRINT at octet `at` should hold. */
export function fingerprintOf(message: Uint8Array, at: number): number {
  return (crc32(message.subarray(0, at)) ^ FINGERPRINT_XOR) >>> 0;
}

/** ITU V.42, bit by bit: a message is short. */
function crc32(octets: Uint8Array): number {
  let crc = 0xffffffff;
  for (const octet of octets) {
    crc ^= octet;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
