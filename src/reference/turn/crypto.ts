/**
 * What this folder needs of cryptography, given from outside: node:crypto on a server, something seeded in virtual time.
 * And the two things that STUN makes with it: keys of passwords, and hashes of names (RFC 8489 sections 9.2.2, 14.4).
 */
import { utf8 } from './text.ts';

export interface Crypto {
  md5(octets: Uint8Array): Uint8Array;
  sha256(octets: Uint8Array): Uint8Array;
  hmacSha1(key: Uint8Array, octets: Uint8Array): Uint8Array;
  hmacSha256(key: Uint8Array, octets: Uint8Array): Uint8Array;
  random(length: number): Uint8Array;
}

/** RFC 8489 section 18.5: by its number. */
export const PASSWORD_ALGORITHMS = { MD5: 1, SHA256: 2 } as const;
export type PasswordAlgorithm = (typeof PASSWORD_ALGORITHMS)[keyof typeof PASSWORD_ALGORITHMS];

export function longTermKey(
  crypto: Crypto,
  algorithm: PasswordAlgorithm,
  name: string,
  realm: string,
  password: string,
): Uint8Array {
  const text = utf8(`${name}:${realm}:${password}`);
  return algorithm === PASSWORD_ALGORITHMS.MD5 ? crypto.md5(text) : crypto.sha256(text);
}

export function userhash(crypto: Crypto, name: string, realm: string): Uint8Array {
  return crypto.sha256(utf8(`${name}:${realm}`));
}

/** Takes as long for sums that differ at once as for those that differ at the end. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}
