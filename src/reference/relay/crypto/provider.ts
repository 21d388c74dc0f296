/**
 * The cryptography that a relay node is given: by node:crypto on a server, by noble in a page, by a model where only its
 * price counts. Octets in, octets out; nothing here throws on octets that come from others.
 */
export interface KeyPair {
  readonly secret: Uint8Array;
  /** 32 octets. */
  readonly publicKey: Uint8Array;
}

export interface Crypto {
  sha256(octets: Uint8Array): Uint8Array;
  /** HMAC-SHA-256. */
  hmac(key: Uint8Array, octets: Uint8Array): Uint8Array;
  /** RFC 7914: 32 octets; `cost` is the logarithm of N, with blocks of 8 and one in parallel. */
  scrypt(password: Uint8Array, salt: Uint8Array, cost: number): Uint8Array;
  /** Ed25519, RFC 8032. The secret is 32 octets at random. */
  signingPair(secret: Uint8Array): KeyPair;
  sign(pair: KeyPair, octets: Uint8Array): Uint8Array;
  isSigned(publicKey: Uint8Array, octets: Uint8Array, signature: Uint8Array): boolean;
  /** X25519, RFC 7748. */
  agreementPair(secret: Uint8Array): KeyPair;
  /** Undefined for a key that leads to nothing but zeros. */
  agree(pair: KeyPair, publicKey: Uint8Array): Uint8Array | undefined;
  /** ChaCha20-Poly1305, RFC 8439: ciphertext and tag. */
  seal(key: Uint8Array, nonce: Uint8Array, data: Uint8Array, plain: Uint8Array): Uint8Array;
  /** Undefined when the tag does not hold. */
  unseal(key: Uint8Array, nonce: Uint8Array, data: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
}

/** HKDF with SHA-256 (RFC 5869). */
export function hkdf(
  crypto: Crypto,
  secret: Uint8Array,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const key = crypto.hmac(salt, secret);
  const made = new Uint8Array(length);
  let block: Uint8Array = new Uint8Array(0);
  for (let at = 0, count = 1; at < length; at += 32, count += 1) {
    block = crypto.hmac(key, Uint8Array.from([...block, ...info, count]));
    made.set(block.subarray(0, Math.min(32, length - at)), at);
  }
  return made;
}
