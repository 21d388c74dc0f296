import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../../src/contract/hex.ts';
import { codecs, type LayerName } from '../../../../src/generated/codecs.ts';
import { readDocument } from '../../../../src/loader/document.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import { fixturesOf, ipv4Suite } from './judge.ts';

const LAYERS: readonly LayerName[] = ['ipv4/header', 'ipv4/icmp'];

describe.each(LAYERS)('fixtures of %s', (layer) => {
  const fixtures = fixturesOf(layer);
  const octetsOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', ''));

  test('keep to their schema', () => {
    expect(readDocument('fixture', projectPath('fixtures', `${layer}.json`)).layer).toBe(layer);
  });

  test('have names of their own, and rules that exist', () => {
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
    const known = ipv4Suite.rules.map(({ id }) => id);
    for (const rule of fixtures.flatMap(({ rules }) => rules)) expect(known).toContain(rule);
  });

  test.each(fixtures.filter(({ value }) => value !== undefined))(
    '$name is read, and written back',
    ({ octets, value }) => {
      const decoded = codecs[layer].decode(octetsOf(octets));
      expect(decoded).toMatchObject({ ok: true, value });
      expect(codecs[layer].encode(value!)).toEqual(octetsOf(octets));
    },
  );

  test.each(fixtures.filter(({ fault }) => fault !== undefined))(
    '$name is refused for its fault',
    ({ octets, fault }) => {
      expect(codecs[layer].decode(octetsOf(octets))).toMatchObject({ ok: false, fault });
    },
  );
});
