/** Known answers: RFC 8032 section 7.1 test 2, RFC 7748 section 6.1, RFC 5869 A.1, RFC 8439 section 2.8.2. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../../src/contract/hex.ts';
import {
  exchangePair,
  hkdf,
  hmac,
  isSigned,
  seal,
  sha256,
  shared,
  sign,
  signingPair,
  unseal,
} from '../../../../src/kits/relay/primitives.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('primitives', () => {
  test('Ed25519', () => {
    const pair = signingPair(fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
    expect(toHex(pair.publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = sign(pair, Uint8Array.of(0x72));
    expect(toHex(signature)).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(isSigned(Uint8Array.of(0x72), signature, pair.publicKey)).toBe(true);
    expect(isSigned(Uint8Array.of(0x73), signature, pair.publicKey)).toBe(false);
    expect(isSigned(Uint8Array.of(0x72), signature, new Uint8Array(31))).toBe(false);
  });

  test('X25519', () => {
    const alice = exchangePair(new Uint8Array(32).fill(7));
    const bob = exchangePair(fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
    expect(toHex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    expect(shared(alice, bob.publicKey)).toEqual(shared(bob, alice.publicKey));
    expect(shared(alice, new Uint8Array(32))).toBeUndefined();
  });

  test('HKDF and HMAC', () => {
    const key = hkdf(
      new Uint8Array(22).fill(0x0b),
      fromHex('000102030405060708090a0b0c'),
      fromHex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(toHex(key)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
    // RFC 4231 section 4.3.
    expect(toHex(hmac(ascii('Jefe'), ascii('what do ya want '), ascii('for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(toHex(sha256(ascii('a'), ascii('bc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('ChaCha20-Poly1305', () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);
    const [nonce, around] = [fromHex('070000004041424344454647'), fromHex('50515253c0c1c2c3c4c5c6c7')];
    const plain = ascii(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const sealed = seal(key, nonce, around, plain);
    expect(toHex(sealed.subarray(0, 8))).toBe('d31a8d34648e60db');
    expect(toHex(sealed.subarray(-16))).toBe('1ae10b594f09e26a7e902ecbd0600691');
    expect(unseal(key, nonce, around, sealed)).toEqual(plain);
    sealed[3]! ^= 1;
    expect(unseal(key, nonce, around, sealed)).toBeUndefined();
    expect(unseal(key, nonce, around, new Uint8Array(15))).toBeUndefined();
  });
});
