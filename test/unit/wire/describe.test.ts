import { expect, test } from 'vitest';
import { codecs, isLayerName } from '../../../src/generated/codecs.ts';
import { ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import { nameOf } from '../../../src/wire/fields.ts';

test('a codec lists the faults that it can find, in the order in which it looks', () => {
  expect(
    ipv4Header.faults.map(({ number, kind, field, expected, rule }) => [number, kind, field, expected, rule]),
  ).toEqual([
    [1, 'truncated', 'destination', '20 octets', undefined],
    [2, 'const', 'version', '4', 'RFC791-VER'],
    [3, 'range', 'ihl', 'at least 5', 'RFC791-IHL-1'],
    [4, 'truncated', 'options', 'IHL x 4 octets', 'RFC791-IHL-2'],
    [5, 'require', 'totalLength', 'Total Length is at least IHL x 4', 'RFC1812-HV-5'],
    [6, 'checksum', 'headerChecksum', 'the checksum of the octets', 'RFC791-CSUM-1'],
    [7, 'list', 'options', 'items that fit', 'RFC791-OPT-3'],
  ]);
});

test('nothing of a header but these is a reason to refuse it: least of all the reserved bit', () => {
  expect(ipv4Header.faults.filter(({ field }) => field === 'reserved')).toEqual([]);
  expect(ipv4Header.faults.filter(({ kind }) => kind === 'send')).toEqual([]);
});

test('a codec describes its fields for a reader', () => {
  const field = (name: string) => ipv4Header.fields.find((one) => one.name === name);
  expect(ipv4Header.fields.map(({ label }) => label)).toContain('Time to Live');
  expect(field('ihl')).toMatchObject({ label: 'IHL', bit: 4, bits: 4, scale: 4, unit: 'octets', form: 'uint' });
  expect(field('version')).toMatchObject({ onInvalid: { any: ['discard'] }, rules: ['RFC791-VER'] });
  expect(field('protocol')?.names).toMatchObject({ 6: 'TCP' });
  expect(field('options')?.items?.map(({ title, tag }) => [title, tag])).toEqual([
    ['EndOfOptionList', 0],
    ['NoOperation', 1],
    ['RecordRoute', 7],
    ['Timestamp', 68],
    ['Security', 130],
    ['LooseSourceRoute', 131],
    ['StreamIdentifier', 136],
    ['StrictSourceRoute', 137],
    ['RouterAlert', 148],
    ['OtherOption', undefined],
  ]);
  expect(icmpMessage.fields.find(({ name }) => name === 'unused')).toMatchObject({
    presentWhen: 'Type is 4 or Type is 11 or (Type is 3 and Code is not 4)',
  });
  expect(icmpMessage.fields.find(({ name }) => name === 'unused')).not.toHaveProperty('bit');
});

test('a code has its name by the type', () => {
  const [type, code] = icmpMessage.fields;
  const nameOfCode = (values: object) => nameOf(code!, values as Record<string, unknown>);
  expect(nameOf(type!, { type: 13 })).toBe('Timestamp');
  expect(nameOfCode({ type: 3, code: 3 })).toBe('Port Unreachable');
  expect(nameOfCode({ type: 11, code: 1 })).toBe('Fragment Reassembly');
  for (const values of [
    { type: 8, code: 3 },
    { type: 3, code: 16 },
    { code: 3 },
    { type: 3 },
    { type: 3, code: '3' },
  ]) {
    expect(nameOfCode(values)).toBeUndefined();
  }
  for (let value = 0; value <= 15; value++) expect(nameOfCode({ type: 3, code: value })).toMatch(/^[A-Z]/);
});

test('the registry knows its layers and no other', () => {
  for (const [layer, codec] of Object.entries(codecs)) {
    expect(codec.layer).toBe(layer);
    expect(isLayerName(layer)).toBe(true);
  }
  expect(isLayerName('ipv4/teapot')).toBe(false);
  expect(isLayerName('toString')).toBe(false);
});
