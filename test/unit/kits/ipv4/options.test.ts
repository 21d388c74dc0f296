/** What the kit says of options in answers that are wrong in one way. */
import { describe, expect, test } from 'vitest';
import { toHex } from '../../../../src/contract/hex.ts';
import { addressesAt } from '../../../../src/harness/topology.ts';
import { optionsIn } from '../../../../src/kits/ipv4/option-octets.ts';
import { optionOctets, placeOf } from '../../../../src/kits/ipv4/option-words.ts';
import { judge, type Tampering, withOctets } from './judge.ts';

const addresses = addressesAt(0);

describe('a route in words', () => {
  test.each([
    [7, '>> free free', 0, '070b040000000000000000'],
    [7, 'host >>', 0, '070708c6120001'],
    [131, 'tester >> beyond', 0, '830b08c6120002c6128002'],
    [137, '>> nowhere', 0, '890704c6138002'],
    [68, 'narrow time >> host free', 3, '44140d03c6130002000003e8c612000100000000'],
    [68, '>>', 0, '44040500'],
  ])('%i: %s', (type, words, flag, hex) => {
    expect(toHex(optionOctets(type, words, addresses, flag))).toBe(hex);
  });

  test.each(['free', '>> elsewhere', ''])('"%s" is none', (words) => {
    expect(() => optionOctets(7, words, addresses)).toThrow(TypeError);
  });

  test('a place has to be one', () => {
    expect(placeOf('host', addresses)).toBe('198.18.0.1');
    expect(() => placeOf('free', addresses)).toThrow(TypeError);
  });
});

test.each([
  ['01940400000100', ['94040000']],
  ['00940400000000', []],
  ['94040000070304', ['94040000', '070304']],
  ['9404000007', ['94040000']],
  ['94000000', []],
  ['94040000070904', ['94040000']],
])('the options of %s', (hex, found) => {
  const padded = hex.padEnd(8 * Math.ceil(hex.length / 8), '0');
  const octets = Uint8Array.of(0x45 + padded.length / 8, ...new Uint8Array(19), ...Buffer.from(padded, 'hex'));
  expect(optionsIn({ octets }).map((option) => toHex(option.octets))).toEqual(found);
});

/** Only datagrams that are longer than a header without options are changed. */
const change = (changes: Readonly<Record<number, number>>): Tampering => ({
  output: (octets, port) => [[(octets[0]! & 0xf) > 5 ? withOctets(octets, changes) : octets, port]],
});
/** As a host does that answers without any option: its place is filled with No Operation. */
const without: Tampering = {
  output: (octets, port) => {
    const end = 4 * (octets[0]! & 0xf);
    const fillers = Object.fromEntries(Array.from({ length: end - 20 }, (_, at) => [20 + at, 1]));
    return [[withOctets(octets, fillers), port]];
  },
};
const judged = async (id: string, tampering: Tampering) => {
  const { verdict, evidence, branch } = await judge(id, tampering);
  return { verdict, field: evidence?.difference?.field, bit: evidence?.difference?.bit, branch: branch?.outcome };
};

describe('a record in an echo reply', () => {
  const [first, last] = ['ipv4-recording-004/only-place', 'ipv4-recording-004/last-place'];

  test('that is not returned fails, but where that is allowed', async () => {
    expect(await judged(first, without)).toMatchObject({ verdict: 'fail', field: 'options' });
    expect(await judged('ipv4-recording-002/one', without)).toMatchObject({
      verdict: 'pass',
      branch: 'the reply leaves the option out',
    });
    expect(await judge('ipv4-recording-003', without)).toMatchObject({
      verdict: 'observed',
      branch: { outcome: 'record of the route left out, timestamps left out' },
    });
  });

  test.each<[string, string, Tampering, string, number]>([
    ['a pointer that stayed', first, change({ 22: 4 }), 'pointer', 176],
    ['a pointer beyond the next place', first, change({ 22: 12 }), 'pointer', 176],
    ['the address of another', first, change({ 26: 9 }), 'options', 160],
    ['another entry before its own', last, change({ 23: 9 }), 'entries', 184],
  ])('is pointed at: %s', async (_, id, tampering, field, bit) => {
    expect(await judged(id, tampering)).toMatchObject({ verdict: 'fail', field, bit });
  });

  test('may hold the host twice', async () => {
    const twice = change({ 22: 12, 27: 198, 28: 18, 29: 0, 30: 1 });
    expect(await judged('ipv4-recording-004/first', twice)).toMatchObject({ verdict: 'pass' });
  });

  test('that is full is not to be touched', async () => {
    expect(await judged('ipv4-recording-002/one', change({ 22: 4 }))).toMatchObject({ verdict: 'fail', bit: 176 });
    expect(await judged('ipv4-recording-005', change({ 26: 9 }))).toMatchObject({ verdict: 'fail', bit: 208 });
  });
});

describe('timestamps in an echo reply', () => {
  test('may be one or two', async () => {
    expect(await judged('ipv4-recording-006/times-alone', change({ 22: 13 }))).toMatchObject({ verdict: 'pass' });
    expect(await judged('ipv4-recording-006/times-alone', change({ 22: 7 }))).toMatchObject({ field: 'pointer' });
  });

  test('count one or two that found no place, and not three', async () => {
    const id = 'ipv4-recording-008/times-alone';
    expect(await judged(id, change({ 23: 0x20 }))).toMatchObject({ verdict: 'pass' });
    expect(await judged(id, change({ 23: 0x30 }))).toMatchObject({ verdict: 'fail', field: 'timestamps', bit: 184 });
    expect(await judged(id, change({ 23: 0 }))).toMatchObject({ verdict: 'fail', field: 'timestamps', bit: 184 });
  });

  test('follow the address that was given, unchanged', async () => {
    expect(await judged('ipv4-recording-006/address-given', change({ 27: 9 }))).toMatchObject({ verdict: 'fail' });
  });
});

describe('a source route in an echo reply', () => {
  const id = 'ipv4-source-route-end-005/two-routers';

  test('may be of the other kind', async () => {
    expect(await judged(id, change({ 20: 137 }))).toMatchObject({ verdict: 'pass' });
  });

  test('is to be there, and unused', async () => {
    expect(await judged(id, without)).toMatchObject({ verdict: 'fail', field: 'options' });
    expect(await judged(id, change({ 22: 8 }))).toMatchObject({ verdict: 'fail', field: 'source route', bit: 176 });
    expect(await judged(id, change({ 19: 99 }))).toMatchObject({ verdict: 'fail' });
  });
});

describe('a parameter problem', () => {
  const id = 'ipv4-options-013/length-one';
  const problem = (changes: Readonly<Record<number, number>>): Tampering => ({
    output: (octets, port) => [[octets[20] === 12 ? withOctets(octets, changes) : octets, port]],
  });

  test.each([20, 21, 23])('may point at octet %i', async (pointer) => {
    expect(await judged(id, problem({ 24: pointer }))).toMatchObject({ verdict: 'pass', branch: 'reported' });
  });

  test.each<[string, Tampering, string]>([
    ['points before the options', problem({ 24: 19 }), 'pointer'],
    ['points behind them', problem({ 24: 24 }), 'pointer'],
    ['has another code', problem({ 21: 1 }), 'code'],
    ['is another message', problem({ 20: 3 }), 'type'],
  ])('fails that %s', async (_, tampering, field) => {
    expect(await judged(id, tampering)).toMatchObject({ verdict: 'fail', field });
  });
});
