/**
 * The primitives of HPR/1, by node:crypto: Ed25519 (RFC 8032), X25519 (RFC 7748), HKDF (RFC 5869) and HMAC with SHA-256,
 * ChaCha20-Poly1305 (RFC 8439). Keys come from seeds, so that a scenario's octets are always the same.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  scryptSync,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';

/** Keys are read as JSON Web Keys (RFC 8037): as DER they take ten times as long. */
type Curve = 'Ed25519' | 'X25519';

const TAG_OCTETS = 16;
/** The public part of a secret key is worked out, whatever stands there. */
const WORKED_OUT = Buffer.alloc(32).toString('base64url');

export interface KeyPair {
  readonly secret: KeyObject;
  /** 32 octets. */
  readonly publicKey: Uint8Array;
}

function pairFrom(crv: Curve, seed: Uint8Array): KeyPair {
  const key = { kty: 'OKP', crv, d: Buffer.from(seed).toString('base64url'), x: WORKED_OUT };
  const secret = createPrivateKey({ key, format: 'jwk' });
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  return { secret, publicKey: Uint8Array.from(Buffer.from(x, 'base64url')) };
}

function openKey(crv: Curve, octets: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv, x: Buffer.from(octets).toString('base64url') }, format: 'jwk' });
}

/** `seed`: 32 octets. */
export function signingPair(seed: Uint8Array): KeyPair {
  return pairFrom('Ed25519', seed);
}

/** `seed`: 32 octets. */
export function exchangePair(seed: Uint8Array): KeyPair {
  return pairFrom('X25519', seed);
}

export function sign({ secret }: KeyPair, octets: Uint8Array): Uint8Array {
  return Uint8Array.from(signWith(null, octets, secret));
}

export function isSigned(octets: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verifyWith(null, octets, openKey('Ed25519', publicKey), signature);
  } catch {
    // No point of the curve.
    return false;
  }
}

/** Undefined for a key that leads nowhere (RFC 7748 section 6.1). */
export function shared({ secret }: KeyPair, publicKey: Uint8Array): Uint8Array | undefined {
  try {
    return Uint8Array.from(diffieHellman({ privateKey: secret, publicKey: openKey('X25519', publicKey) }));
  } catch {
    return undefined;
  }
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}

export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const code = createHmac('sha256', key);
  for (const part of parts) code.update(part);
  return Uint8Array.from(code.digest());
}

export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, info, length));
}

/** RFC 7914: 32 octets. `cost` is the logarithm of N. */
export function scrypt(
  password: Uint8Array,
  salt: Uint8Array,
  cost: number,
  blockSize: number,
  parallel: number,
): Uint8Array {
  const N = 2 ** cost;
  const options = { N, r: blockSize, p: parallel, maxmem: 256 * N * blockSize };
  return Uint8Array.from(scryptSync(password, salt, 32, options));
}

/** Ciphertext and tag. `nonce`: 12 octets; `around` is authenticated and not encrypted. */
export function seal(key: Uint8Array, nonce: Uint8Array, around: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_OCTETS });
  cipher.setAAD(around, { plaintextLength: plain.length });
  return Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Undefined where the tag does not fit. */
export function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  around: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < TAG_OCTETS) return undefined;
  const text = sealed.subarray(0, -TAG_OCTETS);
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_OCTETS });
  decipher.setAAD(around, { plaintextLength: text.length });
  decipher.setAuthTag(sealed.subarray(-TAG_OCTETS));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(text), decipher.final()]));
  } catch {
    return undefined;
  }
}
