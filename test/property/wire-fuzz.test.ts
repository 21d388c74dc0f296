import { expect, test } from 'vitest';
import { codecs } from '../../src/generated/codecs.ts';
import { random } from '../../src/net/random.ts';
import type { Codec } from '../../src/wire/codec.ts';
import { viewOf } from '../../src/wire/runtime/octets.ts';
import { BEFORE, checkInput, fuzz } from '../bench/fuzz.ts';

test('100,000 inputs make no reading throw, disagree with another, or look past the end', () => {
  const { inputs, accepted } = fuzz(100_000, 20_261_123);
  expect(inputs).toBe(100_000);
  expect(accepted).toBeGreaterThan(5_000);
  expect(accepted).toBeLessThan(95_000);
});

const honest = codecs['ipv4/header'];
const BROKEN: [why: string, codec: Codec][] = [
  [
    'the octets behind the end change the outcome',
    {
      ...honest,
      decodeStruct: (view, at, end) => (view.getUint16(end) === 0 ? 1 : honest.decodeStruct(view, at, end)),
    },
  ],
  ['read and decodeStruct disagree', { ...honest, read: () => 2 }],
  [
    'read and decode disagree',
    { ...honest, decode: () => ({ ok: false, fault: { kind: 'list', field: '', bit: 0, expected: '', actual: '' } }) },
  ],
  ['decode and observe disagree', { ...honest, observe: (octets) => ({ ...honest.observe(octets), value: {} }) }],
];

test.each(BROKEN)('it sees that %s', (why, codec) => {
  const message = honest.encode({ protocol: 1, source: '192.0.2.1', destination: '192.0.2.2' });
  const octets = new Uint8Array(64);
  octets.set(message, BEFORE);
  const check = () =>
    checkInput(codec, codec.create(), octets, viewOf(octets), BEFORE + message.length, random(1), true);
  expect(check).toThrow(why);
});
