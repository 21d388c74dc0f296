/** The cryptography of relay nodes by node:crypto. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  type KeyObject,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';
import type { Crypto, KeyPair } from '../../reference/relay/index.ts';

/** What stands before the 32 octets of a key in its DER form (RFC 8410). */
const BEFORE = {
  ed25519: { secret: '302e020100300506032b657004220420', open: '302a300506032b6570032100' },
  x25519: { secret: '302e020100300506032b656e04220420', open: '302a300506032b656e032100' },
} as const;

type Curve = keyof typeof BEFORE;
const [KEY, TAG, BLOCK] = [32, 16, 8];

/** Reading a key costs as much as using it, so each pair keeps what was read. */
const secrets = new WeakMap<KeyPair, KeyObject>();

function secretKey(curve: Curve, pair: KeyPair): KeyObject {
  const known = secrets.get(pair);
  if (known) return known;
  const made = readSecret(curve, pair.secret);
  secrets.set(pair, made);
  return made;
}

function readSecret(curve: Curve, secret: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from(BEFORE[curve].secret, 'hex'), secret]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function readOpen(curve: Curve, publicKey: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from(BEFORE[curve].open, 'hex'), publicKey]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function pairFrom(curve: Curve, secret: Uint8Array): KeyPair {
  const key = readSecret(curve, secret);
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const pair = { secret, publicKey: Uint8Array.from(der.subarray(-KEY)) };
  secrets.set(pair, key);
  return pair;
}

export const nodeCrypto: Crypto = {
  sha256: (octets) => Uint8Array.from(createHash('sha256').update(octets).digest()),
  hmac: (key, octets) => Uint8Array.from(createHmac('sha256', key).update(octets).digest()),
  scrypt: (password, salt, cost) => {
    const words = { N: 2 ** cost, r: BLOCK, p: 1, maxmem: 2 ** cost * BLOCK * 256 };
    return Uint8Array.from(scryptSync(password, salt, KEY, words));
  },
  signingPair: (secret) => pairFrom('ed25519', secret),
  sign: (pair, octets) => Uint8Array.from(sign(null, octets, secretKey('ed25519', pair))),
  isSigned: (publicKey, octets, signature) => {
    try {
      return verify(null, octets, readOpen('ed25519', publicKey), signature);
    } catch {
      // Octets that are no point of the curve are nobody's key.
      return false;
    }
  },
  agreementPair: (secret) => pairFrom('x25519', secret),
  agree: (pair, publicKey) => {
    try {
      const keys = { privateKey: secretKey('x25519', pair), publicKey: readOpen('x25519', publicKey) };
      return Uint8Array.from(diffieHellman(keys));
    } catch {
      // RFC 7748 section 6.1: a key that leads to zeros.
      return undefined;
    }
  },
  seal: (key, nonce, data, plain) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    cipher.setAAD(data, { plaintextLength: plain.length });
    return Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  },
  unseal: (key, nonce, data, sealed) => {
    if (sealed.length < TAG) return undefined;
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    decipher.setAAD(data, { plaintextLength: sealed.length - TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));
    try {
      return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]));
    } catch {
      return undefined;
    }
  },
};
