import { describe, expect, test } from 'vitest';
import { type Ipv4Header, ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import { udpDatagram } from '../../../src/generated/udp/datagram.ts';
import { DERIVE } from '../../../src/wire/codec.ts';
import { viewOf } from '../../../src/wire/runtime/octets.ts';

const PLAIN = { protocol: 17, source: '192.0.2.1', destination: '192.0.2.2' };

function hexOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex');
}

describe('what the caller leaves out is derived', () => {
  test('version, IHL, total length, time to live, checksum', () => {
    expect(hexOf(ipv4Header.encode(PLAIN, { payloadLength: 8 }))).toBe('4500001c000000004011f6cdc0000201c0000202');
  });

  test('IHL counts the words of options, and zeros fill the last', () => {
    const options = [{ type: 7, length: 3, data: '04' }, { type: 1 } as const, { type: 1 } as const];
    const octets = ipv4Header.encode({ ...PLAIN, options });
    expect(octets[0]).toBe(0x47);
    expect(hexOf(octets.subarray(20))).toBe('0703040101000000');
  });
});

describe('what the caller says stands, right or wrong', () => {
  test.each<[string, Partial<Ipv4Header>, string]>([
    ['another version', { version: 6 }, '65000014'],
    ['an IHL below 5', { ihl: 4 }, '44000010'],
    ['an IHL without the options it counts', { ihl: 6 }, '46000018'],
    ['an IHL that does not count the options', { ihl: 5, options: [{ type: 1 }] }, '45000014'],
    ['a total length below the header', { totalLength: 3 }, '45000003'],
  ])('%s', (_, value, start) => {
    expect(hexOf(ipv4Header.encode({ ...PLAIN, ...value }).subarray(0, 4))).toBe(start);
  });

  test('the derived checksum is right for the octets that IHL claims', () => {
    for (const ihl of [4, 5, 6, 15]) {
      const { faults } = ipv4Header.observe(ipv4Header.encode({ ...PLAIN, ihl, options: [{ type: 1 }] }));
      expect(faults.filter(({ kind }) => kind === 'checksum')).toEqual([]);
    }
  });

  test('a length of an option that is not its length', () => {
    const octets = ipv4Header.encode({ ...PLAIN, options: [{ type: 7, length: 39, data: '0400' }] });
    expect(hexOf(octets.subarray(20))).toBe('07270400');
  });

  test.each([
    [{ type: 148, length: 6, data: '00000000' }, '940600000000'],
    [{ type: 7, data: '03' }, '070303'],
    [{ type: 136, length: 2, data: '' }, '8802'],
    [{ type: 1, length: 2, data: '' }, '0102'],
    [{ type: 131, length: 3, pointer: 9, route: 'c0000201' }, '830309c0000201'],
  ])('an option as it is spelled: %j', (option, hex) => {
    const options = [option] as Ipv4Header['options'];
    expect(hexOf(ipv4Header.encode({ ...PLAIN, options }).subarray(20))).toBe(hex.padEnd(hex.length > 8 ? 16 : 8, '0'));
  });

  test('both spellings of an option are the same octets, and are read by its name', () => {
    const spelled = ipv4Header.encode({ ...PLAIN, options: [{ type: 7, length: 7, data: '04c0000201' }, { type: 0 }] });
    const named = { type: 7, length: 7, pointer: 4, route: 'c0000201' } as const;
    expect(ipv4Header.encode({ ...PLAIN, options: [named, { type: 0 }] })).toEqual(spelled);
    expect(ipv4Header.decode(spelled)).toMatchObject({ value: { options: [named, { type: 0 }] } });
  });

  test('a checksum', () => {
    expect(hexOf(ipv4Header.encode({ ...PLAIN, headerChecksum: 0 }).subarray(10, 12))).toBe('0000');
    expect(hexOf(icmpMessage.encode({ type: 8, checksum: 0xabcd }))).toBe('0800abcd00000000');
  });
});

describe("what cannot be represented is the caller's error", () => {
  const encode = (value: object, context?: { payloadLength: number }) => () =>
    ipv4Header.encode({ ...PLAIN, ...value }, context);

  test.each<[object, string]>([
    [{ ihl: 16 }, 'ihl must be an integer from 0 to 15, not 16'],
    [{ ihl: -1 }, 'ihl must be an integer from 0 to 15, not -1'],
    [{ timeToLive: 1.5 }, 'timeToLive must be an integer from 0 to 255, not 1.5'],
    [{ options: [{ type: 256, length: 2, data: '' }] }, 'options[0].type must be an integer from 0 to 255, not 256'],
    [{ options: [{ type: 7, data: '00'.repeat(41) }] }, 'ihl must be an integer from 0 to 15, not 16'],
    [{ options: [{ type: 7, data: '00'.repeat(254) }] }, 'options[0].length must be an integer from 0 to 255, not 256'],
  ])('%j: RangeError, %s', (value, message) => {
    expect(encode(value)).toThrow(RangeError);
    expect(encode(value)).toThrow(message);
  });

  test.each<[object, string]>([
    [{ ihl: '5' }, 'ihl must be an integer, not "5"'],
    [{ reserved: 1 }, 'reserved must be true or false, not number 1'],
    [{ source: '192.0.2' }, 'source must be a dotted IPv4 address, not "192.0.2"'],
    [{ source: null }, 'source must be a dotted IPv4 address, not null'],
    [{ options: {} }, 'options must be an array, not object'],
    [{ options: [5] }, 'options[0] must be an object, not number 5'],
    [{ options: [{ type: 7, data: '0g' }] }, 'options[0].data must be hex digits; character 2 is "g"'],
    [{ options: [{ type: 7, data: '012' }] }, 'options[0].data must be whole octets; it has 3 hex digits'],
    [{ options: [{ type: 1, length: 2 }] }, 'options[0] has no property "length"'],
    [{ options: [{ type: 7, data: '04', route: '' }] }, 'options[0] has no property "route"'],
    [{ options: [{ type: 136 }] }, 'options[0].streamId is missing, and nothing derives it'],
    [{ ttl: 5 }, 'Ipv4Header has no property "ttl"'],
  ])('%j: TypeError, %s', (value, message) => {
    expect(encode(value)).toThrow(TypeError);
    expect(encode(value)).toThrow(message);
  });

  test('a field that nothing derives', () => {
    expect(() => ipv4Header.encode({ protocol: 1, source: '192.0.2.1' })).toThrow(
      'destination is missing, and nothing derives it',
    );
  });

  test('a checksum over addresses that nobody has told', () => {
    const value = { destinationPort: 7, data: '61' };
    const source = 0x0a000001;
    for (const context of [undefined, {}, { source }, { destination: source }]) {
      expect(() => udpDatagram.encode(value, context)).toThrow(TypeError);
      expect(() => udpDatagram.encode(value, context)).toThrow('checksum is missing');
      expect(hexOf(udpDatagram.encode({ ...value, checksum: 0xabcd }, context))).toBe('000000070009abcd61');
    }
    expect(hexOf(udpDatagram.encode(value, { source: 0, destination: 0 }))).toBe('0000000700099ed561');
  });

  test('a datagram above 65,535 octets', () => {
    expect(encode({}, { payloadLength: 65_515 })).not.toThrow();
    expect(encode({}, { payloadLength: 65_516 })).toThrow('totalLength must be an integer from 0 to 65535, not 65536');
  });

  test.each([null, undefined, [], 'text'])('%j is no value', (value) => {
    expect(() => ipv4Header.encode(value as unknown as Partial<Ipv4Header>)).toThrow('Ipv4Header must be an object');
  });
});

test('forwarding: read, lower the time to live, let write work the checksum out', () => {
  const octets = ipv4Header.encode(
    { ...PLAIN, options: [{ type: 148, length: 4, data: '0000' }] },
    { payloadLength: 40 },
  );
  const view = viewOf(octets);
  const struct = ipv4Header.create();
  expect(ipv4Header.read(struct, view, 0, octets.length)).toBe(0);
  struct.timeToLive -= 1;
  struct.headerChecksum = DERIVE;
  expect(ipv4Header.write(struct, view, 0)).toBe(24);
  expect(ipv4Header.decode(octets)).toMatchObject({ ok: true, value: { timeToLive: 63, totalLength: 64 } });
});
