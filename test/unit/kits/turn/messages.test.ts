/** Messages as the tester writes and reads them, held against RFC 5769's published octets. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../../src/contract/hex.ts';
import { addressInWords, readXorAddress, xorAddress } from '../../../../src/kits/turn/addresses.ts';
import { METHODS, messageType, splitType } from '../../../../src/kits/turn/attribute-types.ts';
import { describeMessage } from '../../../../src/kits/turn/describe.ts';
import { fingerprintOf, integrityOf, longTermKey, signed } from '../../../../src/kits/turn/integrity.ts';
import { channelDataOctets, stunOctets } from '../../../../src/kits/turn/message.ts';
import { addressIn, errorCode, find, framedLength, readMessage } from '../../../../src/kits/turn/read-message.ts';

/** RFC 5769 section 2.2: a response over IPv4, signed with a short-term password. */
const SAMPLE = fromHex(
  '0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643' +
    '000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96',
);
const PASSWORD = new TextEncoder().encode('VOkJxbRl1RmTxUk/WvJxBt');
const TRANSACTION = SAMPLE.slice(8, 20);

function sample() {
  const read = readMessage(SAMPLE);
  if (read.kind !== 'stun') throw new TypeError('not read as STUN');
  return read;
}

describe('RFC 5769, section 2.2', () => {
  test('the address is read, and written, with the cookie over it', () => {
    const address = addressIn(sample(), 'XOR-MAPPED-ADDRESS');
    expect(address).toEqual({ address: '192.0.2.1', port: 32853 });
    expect(toHex(xorAddress(address!, TRANSACTION))).toBe('0001a147e112a643');
  });

  test('the integrity is that of the password', () => {
    const { at, value } = find(sample(), 'MESSAGE-INTEGRITY')!;
    expect(toHex(integrityOf(SAMPLE, at, PASSWORD, 'sha1'))).toBe(toHex(value));
    expect(toHex(integrityOf(SAMPLE, at, PASSWORD.slice(1), 'sha1'))).not.toBe(toHex(value));
  });

  test('the fingerprint is that of all before it', () => {
    expect(fingerprintOf(SAMPLE, find(sample(), 'FINGERPRINT')!.at)).toBe(0xc07d4c96);
  });

  test('padding is told apart from the value', () => {
    expect(find(sample(), 'MESSAGE-INTEGRITY')?.padding).toHaveLength(0);
    expect(toHex(sample().attributes[0]!.padding)).toBe('20');
  });
});

test('an address of IPv6 is masked with cookie and transaction, and read whatever its spelling', () => {
  const written = xorAddress({ address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32853 }, TRANSACTION);
  expect(toHex(written)).toBe('0002a1470113a9faa5d3f179bc25f4b5bed2b9d9');
  expect(readXorAddress(written, TRANSACTION)?.port).toBe(32853);
  const mapped = xorAddress({ address: '::ffff:127.0.0.1', port: 1 }, TRANSACTION);
  expect(addressInWords(readXorAddress(mapped, TRANSACTION)!)).toBe('[0:0:0:0:0:ffff:7f00:1]:1');
});

test.each([
  { method: 'Binding', of: 'request', type: 0x0001 },
  { method: 'Binding', of: 'success', type: 0x0101 },
  { method: 'Allocate', of: 'error', type: 0x0113 },
  { method: 'Data', of: 'indication', type: 0x0017 },
] as const)('$method $of is 0x$type', ({ method, of, type }) => {
  expect(messageType(METHODS[method]!, of)).toBe(type);
  expect(splitType(type)).toEqual({ method: METHODS[method], of });
});

test('the key of RFC 8489 section 9.2.2', () => {
  expect(toHex(longTermKey('md5', 'user', 'realm', 'pass'))).toBe('8493fbc53ba582fb4c044c456bdc40eb');
});

test('what is stated about a message is written as stated', () => {
  const draft = { method: METHODS.Binding!, of: 'request', transaction: TRANSACTION } as const;
  const octets = stunOctets({
    ...draft,
    cookie: 1,
    length: 7,
    attributes: [{ type: 6, value: Uint8Array.of(1), length: 9 }],
  });
  expect(toHex(octets)).toBe(`0001000700000001${toHex(TRANSACTION)}0006000901000000`);
  const read = readMessage(octets);
  expect(read.kind === 'stun' && [read.cookie, read.length, read.brokenAt]).toEqual([1, 7, 20]);
});

test('a cut integrity keeps its first octets, the length telling so', () => {
  const octets = signed(
    stunOctets({ method: 3, of: 'request', transaction: TRANSACTION, attributes: [] }),
    PASSWORD,
    'sha256',
    16,
  );
  expect(octets).toHaveLength(40);
  expect(toHex(octets.subarray(2, 4))).toBe('0014');
});

test.each([
  { about: 'nothing yet', octets: '0101', length: undefined },
  { about: 'a message', octets: '0101003c', length: 80 },
  { about: 'channel data that are filled up', octets: '40000005', length: 12 },
])('how much of a stream is one message: $about', ({ octets, length }) => {
  expect(framedLength(fromHex(octets))).toBe(length);
});

test('messages in words', () => {
  expect(describeMessage(SAMPLE)).toBe(
    'Binding success: SOFTWARE, XOR-MAPPED-ADDRESS 192.0.2.1:32853, MESSAGE-INTEGRITY, FINGERPRINT',
  );
  expect(describeMessage(channelDataOctets(0x4001, Uint8Array.of(1, 2)))).toBe('ChannelData on 0x4001, 2 of 2 octets');
  expect(describeMessage(Uint8Array.of(0x80, 1))).toBe('2 octets that are neither STUN nor ChannelData');
});

test('an error code is class and number', () => {
  const value = Uint8Array.of(0, 0, 4, 38);
  const octets = stunOctets({ method: 3, of: 'error', transaction: TRANSACTION, attributes: [{ type: 9, value }] });
  const read = readMessage(octets);
  expect(read.kind === 'stun' && errorCode(read)).toBe(438);
});
