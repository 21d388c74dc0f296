/** Tables of attributes as features write them. */
import { expect, test } from 'vitest';
import { toHex } from '../../../../src/contract/hex.ts';
import { type Named, readAttributes } from '../../../../src/kits/turn/words.ts';

const TRANSACTION = new Uint8Array(12);
const named: Named = {
  address: (name) => ({ address: name === 'peer P' ? '192.0.2.1' : '192.0.2.2', port: 32853 }),
  token: () => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  data: (octets) => new Uint8Array(octets).fill(7),
};

test.each([
  ['XOR-PEER-ADDRESS', 'peer P', '0012', '0001a147e112a643'],
  ['XOR-PEER-ADDRESS', 'peer P at port 9', '0012', '0001211be112a643'],
  ['XOR-PEER-ADDRESS', '192.0.2.1:32853', '0012', '0001a147e112a643'],
  ['CHANNEL-NUMBER', '0x4001', '000c', '40010000'],
  ['LIFETIME', '4294967295', '000d', 'ffffffff'],
  ['REQUESTED-TRANSPORT', '17', '0019', '11000000'],
  ['REQUESTED-ADDRESS-FAMILY', 'IPv6', '0017', '02000000'],
  ['REQUESTED-ADDRESS-FAMILY', '7', '0017', '07000000'],
  ['EVEN-PORT', 'alone', '0018', '00'],
  ['EVEN-PORT', 'and the next', '0018', '80'],
  ['RESERVATION-TOKEN', 'the token', '0022', '0102030405060708'],
  ['DATA', '3 octets', '0013', '070707'],
  ['DONT-FRAGMENT', '', '001a', ''],
  ['0x7ffe', 'hex 01 02', '7ffe', '0102'],
  ['SOFTWARE', 'assay', '8022', '6173736179'],
])('%s | %s', (name, words, type, value) => {
  const [attribute] = readAttributes(
    [
      ['attribute', 'value'],
      [name, words],
    ],
    named,
    TRANSACTION,
  );
  expect([attribute!.type.toString(16).padStart(4, '0'), toHex(attribute!.value)]).toEqual([type, value]);
});

test('what is wrong about an attribute is said in columns', () => {
  const rows = [
    ['attribute', 'value', 'length', 'padding'],
    ['SOFTWARE', 'a', '9', '255'],
  ];
  expect(readAttributes(rows, named, TRANSACTION)).toMatchObject([{ length: 9, padding: 255 }]);
});

test('a name that is none is a fault of ours', () => {
  expect(() =>
    readAttributes(
      [
        ['attribute', 'value'],
        ['LIFETIMES', '1'],
      ],
      named,
      TRANSACTION,
    ),
  ).toThrow(TypeError);
});
