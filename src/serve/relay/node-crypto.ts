/** The cryptography of relay nodes by node:crypto. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hash,
  type KeyObject,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';
import type { Crypto, KeyPair } from '../../reference/relay/index.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { SignatureMemory } from './signature-memory.ts';

/** Keys are read as JSON Web Keys (RFC 8037): as DER they take ten times as long. */
type Curve = 'Ed25519' | 'X25519';
const [KEY, TAG, BLOCK] = [32, 16, 8];
/** The public part of a secret key is worked out, whatever stands there. */
const WORKED_OUT = Buffer.alloc(KEY).toString('base64url');

/** Reading a key costs as much as using it, so each pair keeps what was read, and keys that others sign with are kept. */
const secrets = new WeakMap<KeyPair, KeyObject>();
const signers = new Map<string, KeyObject>();
const SIGNERS = 4096;

/** The same octets without what Node's buffers do otherwise: their `slice` copies nothing. */
function asOctets({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

/** A digest comes as text, an octet a character: a buffer of its own costs Node more than to work it out. */
function octetsOf(text: string): Uint8Array {
  const octets = freshOctets(text.length);
  for (let at = 0; at < octets.length; at += 1) octets[at] = text.charCodeAt(at);
  return octets;
}

function secretKey(crv: Curve, pair: KeyPair): KeyObject {
  const known = secrets.get(pair);
  if (known) return known;
  const made = readSecret(crv, pair.secret);
  secrets.set(pair, made);
  return made;
}

function readSecret(crv: Curve, secret: Uint8Array): KeyObject {
  const key = { kty: 'OKP', crv, d: Buffer.from(secret).toString('base64url'), x: WORKED_OUT };
  return createPrivateKey({ key, format: 'jwk' });
}

function readOpen(crv: Curve, publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv, x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' });
}

function signerKey(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString('latin1');
  const known = signers.get(name);
  if (known) return known;
  const made = readOpen('Ed25519', publicKey);
  if (signers.size >= SIGNERS) signers.clear();
  signers.set(name, made);
  return made;
}

/** Records and proofs are told again and again, and signed once. */
const goodSignatures = new SignatureMemory(4096);

function pairFrom(crv: Curve, secret: Uint8Array): KeyPair {
  const key = readSecret(crv, secret);
  const { x = '' } = key.export({ format: 'jwk' });
  const pair = { secret, publicKey: Uint8Array.from(Buffer.from(x, 'base64url')) };
  secrets.set(pair, key);
  return pair;
}

export const nodeCrypto: Crypto = {
  sha256: (octets) => octetsOf(hash('sha256', octets, 'binary')),
  hmac: (key, octets) => octetsOf(createHmac('sha256', key).update(octets).digest('binary')),
  scrypt: (password, salt, cost) => {
    const words = { N: 2 ** cost, r: BLOCK, p: 1, maxmem: 2 ** cost * BLOCK * 256 };
    return asOctets(scryptSync(password, salt, KEY, words));
  },
  signingPair: (secret) => pairFrom('Ed25519', secret),
  sign: (pair, octets) => {
    const signature = asOctets(sign(null, octets, secretKey('Ed25519', pair)));
    goodSignatures.add(pair.publicKey, octets, signature);
    return signature;
  },
  isSigned: (publicKey, octets, signature) => {
    if (goodSignatures.has(publicKey, octets, signature)) return true;
    try {
      if (!verify(null, octets, signerKey(publicKey), signature)) return false;
    } catch {
      // Octets that are no point of the curve are nobody's key.
      return false;
    }
    goodSignatures.add(publicKey, octets, signature);
    return true;
  },
  agreementPair: (secret) => pairFrom('X25519', secret),
  agree: (pair, publicKey) => {
    try {
      const keys = { privateKey: secretKey('X25519', pair), publicKey: readOpen('X25519', publicKey) };
      return asOctets(diffieHellman(keys));
    } catch {
      // RFC 7748 section 6.1: a key that leads to zeros.
      return undefined;
    }
  },
  seal: (key, nonce, data, plain) => {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    cipher.setAAD(data, { plaintextLength: plain.length });
    return asOctets(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  },
  unseal: (key, nonce, data, sealed) => {
    if (sealed.length < TAG) return undefined;
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG });
    decipher.setAAD(data, { plaintextLength: sealed.length - TAG });
    decipher.setAuthTag(sealed.subarray(-TAG));
    try {
      return asOctets(Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]));
    } catch {
      return undefined;
    }
  },
};
