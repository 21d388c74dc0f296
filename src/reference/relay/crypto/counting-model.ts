/**
 * A model of the cryptography for populations of thousands: as fast as a hash can be, the same on every machine, and
 * SECURE IN NO WAY. Anybody can forge its signatures. It counts what the real thing would have to do.
 */
import type { Crypto } from './provider.ts';

interface Counts {
  signed: number;
  verified: number;
  agreed: number;
  sealed: number;
  hashed: number;
}

export interface CountingModel extends Crypto {
  readonly counts: Counts;
}

const TAG = 16;

export function countingModel(): CountingModel {
  const counts: Counts = { signed: 0, verified: 0, agreed: 0, sealed: 0, hashed: 0 };
  const hash = (label: number, ...parts: readonly Uint8Array[]): Uint8Array => {
    counts.hashed += 1;
    return mixed(label, parts);
  };
  const tagOf = (key: Uint8Array, nonce: Uint8Array, data: Uint8Array, text: Uint8Array): Uint8Array =>
    hash(8, key, nonce, data, text).subarray(0, TAG);
  const signature = (publicKey: Uint8Array, octets: Uint8Array): Uint8Array => {
    const half = hash(4, publicKey, octets);
    return Uint8Array.from([...half, ...hash(5, half)]);
  };
  return {
    counts,
    sha256: (octets) => hash(1, octets),
    hmac: (key, octets) => hash(2, key, octets),
    scrypt: (password, salt) => hash(3, password, salt),
    signingPair: (secret) => ({ secret, publicKey: hash(6, secret) }),
    sign: ({ publicKey }, octets) => {
      counts.signed += 1;
      return signature(publicKey, octets);
    },
    isSigned: (publicKey, octets, given) => {
      counts.verified += 1;
      return areEqual(signature(publicKey, octets), given);
    },
    agreementPair: (secret) => ({ secret, publicKey: hash(7, secret) }),
    agree: (pair, publicKey) => {
      counts.agreed += 1;
      return hash(
        9,
        Uint8Array.from(publicKey, (octet, at) => octet ^ pair.publicKey[at]!),
      );
    },
    seal: (key, nonce, data, plain) => {
      counts.sealed += 1;
      const text = masked(hash(10, key, nonce), plain);
      const sealed = new Uint8Array(text.length + TAG);
      sealed.set(text);
      sealed.set(tagOf(key, nonce, data, text), text.length);
      return sealed;
    },
    unseal: (key, nonce, data, sealed) => {
      if (sealed.length < TAG) return undefined;
      const text = sealed.subarray(0, sealed.length - TAG);
      if (!areEqual(tagOf(key, nonce, data, text), sealed.subarray(text.length))) return undefined;
      return masked(hash(10, key, nonce), text);
    },
  };
}

/** Not the same octets for the same plaintext, and none of it in a row: all that a model of a cipher has to do. */
function masked(mask: Uint8Array, text: Uint8Array): Uint8Array {
  return text.map((octet, at) => octet ^ mask[at & 31]! ^ Math.imul(at >> 5, 0x9d));
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, at) => octet === other[at]);
}

/** 32 octets of all parts, by eight lanes. */
function mixed(label: number, parts: readonly Uint8Array[]): Uint8Array {
  let [a, b] = [0x9e3779b9 ^ label, 0x85ebca6b];
  for (const part of parts) {
    a = Math.imul(a ^ part.length, 0x01000193);
    for (let at = 0; at < part.length; at += 1) {
      a = Math.imul(a ^ part[at]!, 0x01000193);
      b = (Math.imul(b, 33) + (a ^ (a >>> 15))) | 0;
    }
  }
  const made = new DataView(new ArrayBuffer(32));
  for (let lane = 0; lane < 8; lane += 1) {
    a = Math.imul(a ^ (a >>> 16) ^ lane, 0x21f0aaad);
    b = Math.imul(b ^ (b >>> 15) ^ a, 0x735a2d97);
    made.setInt32(4 * lane, a ^ (b >>> 16) ^ b);
  }
  return new Uint8Array(made.buffer);
}
