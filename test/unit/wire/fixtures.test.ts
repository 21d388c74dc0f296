import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codecs, isLayerName, type LayerName } from '../../../src/generated/codecs.ts';
import type { Fixture } from '../../../src/generated/meta/fixture.ts';

interface FixtureFile {
  readonly layer: LayerName;
  readonly fixtures: readonly Fixture[];
}

const folder = new URL('../../../fixtures/ipv4', import.meta.url).pathname;
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as FixtureFile)
  .filter(({ layer }) => isLayerName(layer));

test('every layer has golden octets', () => {
  expect(files.map(({ layer }) => layer).sort()).toEqual(Object.keys(codecs).sort());
});

describe.each(files)('$layer', ({ layer, fixtures }) => {
  const codec = codecs[layer];

  test.each(fixtures)('$name: $about', ({ octets, value, fault }) => {
    const input = Uint8Array.from(Buffer.from(octets.replaceAll(' ', ''), 'hex'));
    const decoded = codec.decode(input);
    if (fault) {
      expect(decoded).toMatchObject({ ok: false, fault });
      return;
    }
    expect(decoded).toMatchObject({ ok: true, value });
    expect(codec.observe(input).faults).toEqual([]);
    if (!decoded.ok) return;
    expect(decoded.value).toEqual(value);
    // Padding that is not zero is read, and not kept.
    if (codec.observe(input).lapses.some(({ field }) => field === 'options')) return;
    expect(codec.encode(decoded.value)).toEqual(input.slice(0, decoded.length));
  });
});
