/** What is known of a signature: good for those octets and that key alone, and forgotten in its turn. */
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../../../src/serve/relay/node-crypto.ts';
import { SignatureMemory } from '../../../../src/serve/relay/signature-memory.ts';

const octets = (...values: number[]): Uint8Array => Uint8Array.from(values);

test('a signature is remembered with what it is over, and with whose it is', () => {
  const memory = new SignatureMemory(8);
  memory.add(octets(1), octets(2, 3), octets(9));
  expect(memory.has(octets(1), octets(2, 3), octets(9))).toBe(true);
  expect(memory.has(octets(4), octets(2, 3), octets(9))).toBe(false);
  expect(memory.has(octets(1), octets(2, 4), octets(9))).toBe(false);
  expect(memory.has(octets(1), octets(2, 3), octets(8))).toBe(false);
});

test('what the caller does to its octets later changes nothing', () => {
  const memory = new SignatureMemory(8);
  const over = octets(2, 3);
  memory.add(octets(1), over, octets(9));
  over[0] = 7;
  expect(memory.has(octets(1), over, octets(9))).toBe(false);
});

test('the oldest goes when there are too many', () => {
  const memory = new SignatureMemory(2);
  for (const each of [1, 2, 3]) memory.add(octets(each), octets(each), octets(each));
  expect([1, 2, 3].map((each) => memory.has(octets(each), octets(each), octets(each)))).toEqual([false, true, true]);
});

test('a good signature over other octets is none, also when it was seen', () => {
  const pair = nodeCrypto.signingPair(new Uint8Array(32).fill(5));
  const signature = nodeCrypto.sign(pair, octets(1, 2, 3));
  expect(nodeCrypto.isSigned(pair.publicKey, octets(1, 2, 3), signature)).toBe(true);
  expect(nodeCrypto.isSigned(pair.publicKey, octets(1, 2, 4), signature)).toBe(false);
  const other = nodeCrypto.signingPair(new Uint8Array(32).fill(6));
  expect(nodeCrypto.isSigned(other.publicKey, octets(1, 2, 3), signature)).toBe(false);
});
