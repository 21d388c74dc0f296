/**
 * How a password proves itself without being told, as RFC 5802 has it: the directory keeps the hash of a key, and the
 * response gives that key masked by what only this login can say (spec/relay/hpr-1.md section 4.1).
 */
import type { Crypto } from '../crypto/provider.ts';
import { areEqual, joined, xored } from '../octets.ts';
import { textOctets } from '../text.ts';

interface PasswordKeys {
  readonly client: Uint8Array;
  readonly stored: Uint8Array;
}

export function passwordKeys(crypto: Crypto, password: string, salt: Uint8Array, cost: number): PasswordKeys {
  const client = crypto.hmac(crypto.scrypt(textOctets(password), salt, cost), textOctets('Client Key'));
  return { client, stored: crypto.sha256(client) };
}

/** What one login says and no other. All but the text as on the wire. */
export function loginWords(name: Uint8Array, nonce: Uint8Array, id: Uint8Array): Uint8Array {
  return joined('HPR/1 login', name, nonce, id);
}

export function responseTo(crypto: Crypto, { client, stored }: PasswordKeys, words: Uint8Array): Uint8Array {
  return xored(client, crypto.hmac(stored, words));
}

/** HPR-LOGIN-01: the same work whether it holds or not. */
export function isResponse(crypto: Crypto, stored: Uint8Array, words: Uint8Array, response: Uint8Array): boolean {
  return areEqual(crypto.sha256(xored(response, crypto.hmac(stored, words))), stored);
}
