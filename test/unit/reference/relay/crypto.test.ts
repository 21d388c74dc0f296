/** The three providers: the two real ones know the answers of the RFCs and agree; the model does what a node relies on. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../../src/contract/hex.ts';
import { countingModel } from '../../../../src/reference/relay/crypto/counting-model.ts';
import { nobleCrypto } from '../../../../src/reference/relay/crypto/noble.ts';
import { type Crypto, hkdf } from '../../../../src/reference/relay/crypto/provider.ts';
import { textOctets } from '../../../../src/reference/relay/text.ts';
import { nodeCrypto } from '../../../../src/serve/relay/node-crypto.ts';

const REAL: readonly (readonly [string, Crypto])[] = [
  ['node:crypto', nodeCrypto],
  ['noble', nobleCrypto],
];
const ALL: readonly (readonly [string, Crypto])[] = [...REAL, ['the counting model', countingModel()]];

describe.each(REAL)('%s', (_name, crypto) => {
  test('Ed25519: RFC 8032 section 7.1, tests 1 and 2', () => {
    const one = crypto.signingPair(fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'));
    expect(toHex(one.publicKey)).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(toHex(crypto.sign(one, new Uint8Array(0)))).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    const two = crypto.signingPair(fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'));
    const signature = crypto.sign(two, fromHex('72'));
    expect(toHex(signature).startsWith('92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da')).toBe(true);
    expect(crypto.isSigned(two.publicKey, fromHex('72'), signature)).toBe(true);
    expect(crypto.isSigned(two.publicKey, fromHex('73'), signature)).toBe(false);
  });

  test('X25519: RFC 7748 section 6.1', () => {
    const alice = crypto.agreementPair(fromHex('77076d0a7318a57d3c16c17251b26645b4c92db2f1b19b30a0f2f6f1e4f5d4a5'));
    const bob = crypto.agreementPair(fromHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'));
    expect(toHex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    const shared = crypto.agree(bob, alice.publicKey);
    expect(shared).toEqual(crypto.agree(alice, bob.publicKey));
    expect(shared).toHaveLength(32);
  });

  test('a key of zeros leads nowhere, and octets that are no key are nobody', () => {
    const pair = crypto.agreementPair(new Uint8Array(32).fill(7));
    expect(crypto.agree(pair, new Uint8Array(32))).toBeUndefined();
    expect(crypto.isSigned(new Uint8Array(32).fill(0xff), new Uint8Array(1), new Uint8Array(64))).toBe(false);
  });

  test('HKDF: RFC 5869 appendix A.1', () => {
    const made = hkdf(
      crypto,
      new Uint8Array(22).fill(0x0b),
      fromHex('000102030405060708090a0b0c'),
      fromHex('f0f1f2f3f4f5f6f7f8f9'),
      42,
    );
    expect(toHex(made)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  });

  test('ChaCha20-Poly1305: RFC 8439 section 2.8.2', () => {
    const key = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
    const plain = textOctets(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const nonce = fromHex('070000004041424344454647');
    const sealed = crypto.seal(key, nonce, fromHex('50515253c0c1c2c3c4c5c6c7'), plain);
    expect(toHex(sealed.subarray(0, 16))).toBe('d31a8d34648e60db7b86afbc53ef7ec2');
    expect(toHex(sealed.subarray(-16))).toBe('1ae10b594f09e26a7e902ecbd0600691');
  });

  test('scrypt: the hash of a password hangs on every octet of it, and on the salt', () => {
    const made = (password: string, salt: string) => toHex(crypto.scrypt(textOctets(password), textOctets(salt), 4));
    expect(new Set([made('one', 'salt'), made('onf', 'salt'), made('one', 'sald')]).size).toBe(3);
  });
});

test('the two real ones give the same octets', () => {
  const [one, other] = [nodeCrypto, nobleCrypto];
  const secret = Uint8Array.from({ length: 32 }, (_, at) => 3 * at + 1);
  const [key, nonce, data, plain] = [secret, secret.slice(0, 12), secret.slice(5), secret.slice(9)];
  const outcomes = (crypto: Crypto): string[] =>
    [
      crypto.sha256(plain),
      crypto.hmac(key, plain),
      crypto.scrypt(plain, key, 6),
      crypto.signingPair(secret).publicKey,
      crypto.sign(crypto.signingPair(secret), plain),
      crypto.agreementPair(secret).publicKey,
      crypto.seal(key, nonce, data, plain),
    ].map(toHex);
  expect(outcomes(one)).toEqual(outcomes(other));
});

describe.each(ALL)('%s', (_name, crypto) => {
  const secret = (fill: number) => new Uint8Array(32).fill(fill);

  test('both sides of an agreement agree, and nobody else', () => {
    const [a, b, c] = [1, 2, 3].map((fill) => crypto.agreementPair(secret(fill))) as [never, never, never];
    expect(crypto.agree(a, (b as { publicKey: Uint8Array }).publicKey)).toEqual(
      crypto.agree(b, (a as { publicKey: Uint8Array }).publicKey),
    );
    expect(crypto.agree(a, (b as { publicKey: Uint8Array }).publicKey)).not.toEqual(
      crypto.agree(a, (c as { publicKey: Uint8Array }).publicKey),
    );
  });

  test('a seal holds for its key, nonce and data alone, and hides what it covers', () => {
    const [key, nonce, data, plain] = [secret(1), secret(2).slice(0, 12), secret(3), secret(4)];
    const sealed = crypto.seal(key, nonce, data, plain);
    expect(crypto.unseal(key, nonce, data, sealed)).toEqual(plain);
    expect(toHex(sealed)).not.toContain(toHex(plain.subarray(0, 4)));
    const flipped = sealed.slice();
    flipped[5]! ^= 1;
    expect(crypto.unseal(key, nonce, data, flipped)).toBeUndefined();
    expect(crypto.unseal(key, nonce, secret(5), sealed)).toBeUndefined();
    expect(crypto.unseal(key, secret(6).slice(0, 12), data, sealed)).toBeUndefined();
    expect(crypto.unseal(secret(7), nonce, data, sealed)).toBeUndefined();
    expect(crypto.unseal(key, nonce, data, sealed.subarray(0, 9))).toBeUndefined();
  });

  test('a signature holds for its key and octets alone', () => {
    const [pair, other] = [crypto.signingPair(secret(1)), crypto.signingPair(secret(2))];
    const signature = crypto.sign(pair, secret(3));
    expect(signature).toHaveLength(64);
    expect(crypto.isSigned(pair.publicKey, secret(3), signature)).toBe(true);
    expect(crypto.isSigned(pair.publicKey, secret(4), signature)).toBe(false);
    expect(crypto.isSigned(other.publicKey, secret(3), signature)).toBe(false);
  });
});

test('the model counts what the real thing would have to do', () => {
  const model = countingModel();
  const pair = model.signingPair(new Uint8Array(32));
  model.isSigned(pair.publicKey, new Uint8Array(3), model.sign(pair, new Uint8Array(3)));
  expect(model.counts).toMatchObject({ signed: 1, verified: 1, agreed: 0, sealed: 0 });
});
