/**
 * Who may use the server, by name and by the hash of the name. Keys are kept, never passwords (AUTH-21, RFC 8656
 * section 6).
 */
import { toHex } from '../../contract/hex.ts';
import type { User } from './config.ts';
import { type Crypto, longTermKey, PASSWORD_ALGORITHMS, type PasswordAlgorithm, userhash } from './crypto.ts';
import { utf8 } from './text.ts';

export interface KnownUser {
  readonly name: string;
  readonly keys: Readonly<Record<PasswordAlgorithm, Uint8Array>>;
}

export interface Users {
  /** By the octets of USERNAME. */
  byName(octets: Uint8Array): KnownUser | undefined;
  /** By the octets of USERHASH. */
  byHash(octets: Uint8Array): KnownUser | undefined;
}

export function knownUsers(crypto: Crypto, realm: string, users: readonly User[]): Users {
  const byName = new Map<string, KnownUser>();
  const byHash = new Map<string, KnownUser>();
  for (const { name, password } of users) {
    const key = (algorithm: PasswordAlgorithm): Uint8Array => longTermKey(crypto, algorithm, name, realm, password);
    const { MD5, SHA256 } = PASSWORD_ALGORITHMS;
    const user: KnownUser = { name, keys: { [MD5]: key(MD5), [SHA256]: key(SHA256) } };
    byName.set(toHex(utf8(name)), user);
    byHash.set(toHex(userhash(crypto, name, realm)), user);
  }
  return {
    byName: (octets) => byName.get(toHex(octets)),
    byHash: (octets) => byHash.get(toHex(octets)),
  };
}
