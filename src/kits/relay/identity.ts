/** Who the tester is in a scenario: keys of its own, by chance, and what it signs with them (HPR/1 section 2.2). */
import { fromHex, toHex } from '../../contract/hex.ts';
import type { Random } from '../../net/random.ts';
import { attributeOctets, kindOf } from './frame.ts';
import { isSigned, type KeyPair, sha256, sign, signingPair } from './primitives.ts';

const IDENTIFIER_OCTETS = 16;
const SIGNATURE_OCTETS = 64;
const PREFIX = ascii('HPR/1 ');

export interface Identity {
  readonly pair: KeyPair;
  /** Hex. */
  readonly id: string;
  /** Hex. */
  readonly key: string;
}

export function identity(random: Random): Identity {
  const pair = signingPair(random.octets(32));
  return { pair, id: identifierOf(pair.publicKey), key: toHex(pair.publicKey) };
}

/** Section 1. */
export function identifierOf(publicKey: Uint8Array): string {
  return toHex(sha256(publicKey).subarray(0, IDENTIFIER_OCTETS));
}

/** An attribute that ends with the signature of `by`; its length is worked out. */
export function signedAttribute(title: string, fields: object, by: Identity): object {
  const blank = { kind: kindOf(title), ...fields, signature: '00'.repeat(SIGNATURE_OCTETS) };
  const octets = attributeOctets(blank);
  return { ...blank, signature: toHex(sign(by.pair, coveredBy(octets))) };
}

/** Whether the signature that an attribute ends with is of that key (hex). */
export function isSignedAttribute(attribute: object, key: string): boolean {
  const octets = attributeOctets(attribute);
  return isSigned(coveredBy(octets), octets.subarray(-SIGNATURE_OCTETS), fromHex(key));
}

function coveredBy(octets: Uint8Array): Uint8Array {
  return joined(PREFIX, octets.subarray(0, -SIGNATURE_OCTETS));
}

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
