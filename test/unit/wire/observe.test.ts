import { describe, expect, test } from 'vitest';
import { ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';

const GOOD = { protocol: 1, source: '192.0.2.1', destination: '192.0.2.2' };

function octetsOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

describe('a header', () => {
  test('goes on past a fault and collects all', () => {
    const octets = ipv4Header.encode({ ...GOOD, version: 6, ihl: 4, totalLength: 10, headerChecksum: 0 });
    const { faults, value } = ipv4Header.observe(octets);
    expect(faults.map(({ kind, field, rule }) => [kind, field, rule])).toEqual([
      ['const', 'version', 'RFC791-VER'],
      ['range', 'ihl', 'RFC791-IHL-1'],
      ['require', 'totalLength', 'RFC1812-HV-5'],
      ['checksum', 'headerChecksum', 'RFC791-CSUM-1'],
    ]);
    expect(value).toMatchObject({ version: 6, ihl: 4, totalLength: 10, source: '192.0.2.1' });
  });

  test('says what it expected and what there was', () => {
    const octets = ipv4Header.encode({ ...GOOD, totalLength: 19, headerChecksum: 0x1234 });
    expect(ipv4Header.observe(octets).faults).toEqual([
      {
        kind: 'require',
        field: 'totalLength',
        bit: 16,
        expected: 'Total Length is at least IHL x 4',
        actual: 'Total Length 19, IHL 5',
        rule: 'RFC1812-HV-5',
      },
      {
        kind: 'checksum',
        field: 'headerChecksum',
        bit: 80,
        expected: '0xf6e6',
        actual: '0x1234',
        rule: 'RFC791-CSUM-1',
      },
    ]);
  });

  test('a set reserved bit is a lapse of the sender and no reason to refuse', () => {
    const octets = ipv4Header.encode({ ...GOOD, reserved: true });
    expect(ipv4Header.decode(octets).ok).toBe(true);
    expect(ipv4Header.observe(octets)).toMatchObject({
      faults: [],
      lapses: [{ kind: 'send', field: 'reserved', bit: 48, expected: '0', actual: '1', rule: 'RFC791-FLAG-1' }],
    });
  });

  test('padding that is not zero is a lapse, at its octet', () => {
    const struct = ipv4Header.create();
    const octets = new Uint8Array(24);
    const options = new DataView(Uint8Array.of(1, 0, 0, 9).buffer);
    ipv4Header.write({ ...struct, optionsLength: 4 }, new DataView(octets.buffer), 0, { octets: options });
    expect(ipv4Header.observe(octets)).toMatchObject({
      faults: [],
      value: { options: [{ type: 1 }, { type: 0 }] },
      lapses: [{ field: 'options', bit: 184, actual: '9', rule: 'RFC791-PAD-1' }],
    });
  });

  test.each([
    ['07', 'options[0].length', 'at least 3 octets', '1 octets'],
    ['01010101 0701', 'options[4].length', 'at least 3', '1'],
    ['070b 0400', 'options[0].route', 'at least 11 octets', '4 octets'],
    ['5e09 0400', 'options[0].data', 'at least 9 octets', '4 octets'],
    ['0707 0300 00000000', 'options[0].pointer', 'at least 4', '3'],
    ['8306 0400 0000', 'options[0].length', 'Length modulo 4 is 3', 'Length 6'],
    ['4408 0400 00000000', 'options[0].pointer', 'at least 5', '4'],
    ['9406 0000 0000', 'options[0].length', '4', '6'],
    ['8803 00', 'options[0].length', '4', '3'],
  ])('options %s: the fault is at %s', (options, field, expected, actual) => {
    const area = octetsOf(options.replaceAll(' ', '').padEnd(8, options.length < 4 ? '1' : '0'));
    const padded =
      options === '07' ? octetsOf('01010107') : area.length % 4 === 0 ? area : Uint8Array.from([...area, 0, 0]);
    const octets = new Uint8Array(20 + padded.length);
    const struct = { ...ipv4Header.create(), optionsLength: padded.length };
    ipv4Header.write(struct, new DataView(octets.buffer), 0, { octets: new DataView(padded.buffer) });
    const [fault] = ipv4Header.observe(octets).faults;
    expect(fault).toMatchObject({ kind: 'list', rule: 'RFC791-OPT-3', expected, actual });
    expect(fault?.field.replace(/\[\d\]/, '')).toBe(field.replace(/\[\d\]/, ''));
  });

  test('where everything lies', () => {
    const octets = ipv4Header.encode({ ...GOOD, options: [{ type: 1 }, { type: 7, length: 3, data: '04' }] });
    expect(ipv4Header.observe(octets).where).toMatchObject({
      fragmentOffset: { bit: 51, bits: 13 },
      options: { bit: 160, bits: 32 },
      'options[0]': { bit: 160, bits: 8 },
      'options[1].length': { bit: 176, bits: 8 },
      'options[1].pointer': { bit: 184, bits: 8 },
      'options[1].route': { bit: 192, bits: 0 },
    });
  });

  test('of part of a header: what there is, and where it was cut', () => {
    const { faults, value, where, length } = ipv4Header.observe(ipv4Header.encode(GOOD).subarray(0, 9));
    expect(faults).toEqual([
      { kind: 'truncated', field: 'protocol', bit: 72, expected: 'at least 20 octets', actual: '9 octets' },
    ]);
    expect(value).toMatchObject({ version: 4, timeToLive: 64 });
    expect(value).not.toHaveProperty('protocol');
    expect(Object.keys(where)).toHaveLength(11);
    expect(length).toBe(9);
  });

  test("data after the header, or less of it than Total Length says, is not the header's business", () => {
    const octets = ipv4Header.encode(GOOD, { payloadLength: 100 });
    expect(ipv4Header.decode(octets)).toMatchObject({ ok: true, length: 20 });
    expect(ipv4Header.decode(Uint8Array.from([...octets, 1, 2, 3]))).toMatchObject({ ok: true, length: 20 });
  });
});

describe('an ICMP message', () => {
  test.each([
    ['echo', { type: 8, identifier: 1, sequenceNumber: 2, data: '6162' }, '0800 969a 0001 0002 6162'],
    ['time exceeded', { type: 11, code: 0, data: '45' }, '0b00 afff 0000 0000 45'],
    ['too big', { type: 3, code: 4, nextHopMtu: 1500, data: '' }, '0304 f71f 0000 05dc'],
    ['port unreachable', { type: 3, code: 3, data: '' }, '0303 fcfc 0000 0000'],
    ['parameter problem', { type: 12, pointer: 20, data: '' }, '0c00 dfff 1400 0000'],
    ['host redirect', { type: 5, code: 1, gatewayAddress: '192.0.2.1', data: '' }, '0501 38fd c000 0201'],
    ['source quench', { type: 4, code: 0, unused: 0, data: '' }, '0400 fbff 0000 0000'],
    ['another type', { type: 15, code: 0, data: '0102030405' }, '0f00 e7f9 01020304 05'],
  ])('%s', (_, value, hex) => {
    expect(Buffer.from(icmpMessage.encode(value)).toString('hex')).toBe(hex.replaceAll(' ', ''));
    expect(icmpMessage.decode(octetsOf(hex))).toMatchObject({ ok: true, value });
  });

  test('an unused field that is not zero is a lapse', () => {
    const octets = icmpMessage.encode({ type: 11, unused: 5, data: '' });
    expect(icmpMessage.observe(octets)).toMatchObject({
      faults: [],
      lapses: [{ field: 'unused', bit: 32, actual: '5' }],
    });
  });

  test('four octets are an unknown type whole, and an echo cut off', () => {
    expect(icmpMessage.decode(octetsOf('0f00 f0ff'))).toMatchObject({ ok: true, value: { data: '' } });
    expect(icmpMessage.decode(octetsOf('0800 f7ff'))).toMatchObject({
      fault: { kind: 'truncated', field: 'identifier' },
    });
  });
});
