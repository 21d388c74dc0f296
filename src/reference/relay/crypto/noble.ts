/** The cryptography of relay nodes in pure JavaScript, by noble: for pages, where there is no node:crypto. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Crypto } from './provider.ts';

export const nobleCrypto: Crypto = {
  sha256: (octets) => sha256(octets),
  hmac: (key, octets) => hmac(sha256, key, octets),
  scrypt: (password, salt, cost) => scrypt(password, salt, { N: 2 ** cost, r: 8, p: 1, dkLen: 32 }),
  signingPair: (secret) => ({ secret, publicKey: ed25519.getPublicKey(secret) }),
  sign: ({ secret }, octets) => ed25519.sign(octets, secret),
  // As node:crypto and RFC 8032 have it, not as ZIP 215: both sides of a session must take the same signatures.
  isSigned: (publicKey, octets, signature) => {
    try {
      return ed25519.verify(signature, octets, publicKey, { zip215: false });
    } catch {
      return false;
    }
  },
  agreementPair: (secret) => ({ secret, publicKey: x25519.getPublicKey(secret) }),
  agree: ({ secret }, publicKey) => {
    try {
      return x25519.getSharedSecret(secret, publicKey);
    } catch {
      return undefined;
    }
  },
  seal: (key, nonce, data, plain) => chacha20poly1305(key, nonce, data).encrypt(plain),
  unseal: (key, nonce, data, sealed) => {
    try {
      return chacha20poly1305(key, nonce, data).decrypt(sealed);
    } catch {
      return undefined;
    }
  },
};
