/** What the tester as a server knows of who asks it: its users, and how a request of theirs is signed (RFC 8489 section 9.2). */
import { createHash } from 'node:crypto';
import { viewOf } from '../../../wire/runtime/octets.ts';
import type { Credentials } from '../authentication.ts';
import { type Digest, integrityOf, longTermKey, PASSWORD_ALGORITHMS } from '../integrity.ts';
import { sameOctets } from '../peer-end.ts';
import { find, type StunMessage } from '../read-message.ts';

export const USER: Credentials = { username: 'alice', password: 'secret' };

/** How an answer to a request is signed, as the request was. */
export interface Seal {
  readonly key: Uint8Array;
  readonly digest: Digest;
}

export function isSigned(message: StunMessage): boolean {
  return [find(message, 'MESSAGE-INTEGRITY'), find(message, 'MESSAGE-INTEGRITY-SHA256')].some((each) => each);
}

/** `password` is another one for an answer that nobody should believe. */
export function sealFor(request: StunMessage, realm: string, password: string = USER.password): Seal {
  const named = find(request, 'PASSWORD-ALGORITHM')?.value;
  const number = named === undefined || named.length < 2 ? PASSWORD_ALGORITHMS.md5 : viewOf(named).getUint16(0);
  const algorithm = number === PASSWORD_ALGORITHMS.sha256 ? 'sha256' : 'md5';
  const digest = find(request, 'MESSAGE-INTEGRITY-SHA256') === undefined ? 'sha1' : 'sha256';
  return { key: longTermKey(algorithm, USER.username, realm, password), digest };
}

/** Whether its integrity is that of the user. */
export function isAuthentic(request: StunMessage, realm: string): boolean {
  const { key, digest } = sealFor(request, realm);
  const integrity = find(request, digest === 'sha1' ? 'MESSAGE-INTEGRITY' : 'MESSAGE-INTEGRITY-SHA256');
  if (integrity === undefined) return false;
  const { at, value } = integrity;
  const expected = integrityOf(request.octets, at, key, digest, value.length).subarray(0, value.length);
  return value.length >= 16 && sameOctets(value, expected);
}

/** RFC 8489 section 14.4. */
export function userhash(realm: string): Uint8Array {
  return createHash('sha256').update(`${USER.username}:${realm}`).digest();
}
