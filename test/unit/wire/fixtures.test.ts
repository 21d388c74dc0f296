import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codecs, isLayerName, type LayerName } from '../../../src/generated/codecs.ts';
import type { Fixture } from '../../../src/generated/meta/fixture.ts';
import { contextOf } from '../../../src/wire/context.ts';

interface FixtureFile {
  readonly layer: LayerName;
  readonly fixtures: readonly Fixture[];
}

const folder = new URL('../../../fixtures', import.meta.url).pathname;
const files = [...new Set(Object.keys(codecs).map((layer) => layer.split('/')[0]))]
  .flatMap((protocol) => readdirSync(`${folder}/${protocol}`).map((name) => `${protocol}/${name}`))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as FixtureFile)
  .filter(({ layer }) => isLayerName(layer));

test('every layer has golden octets', () => {
  expect(files.map(({ layer }) => layer).sort()).toEqual(Object.keys(codecs).sort());
});

describe.each(files)('$layer', ({ layer, fixtures }) => {
  const codec = codecs[layer];

  test.each(fixtures)('$name: $about', ({ octets, context: addresses, value, fault }) => {
    const input = Uint8Array.from(Buffer.from(octets.replaceAll(' ', ''), 'hex'));
    const context = addresses && contextOf(addresses);
    const decoded = codec.decode(input, context);
    if (fault) {
      expect(decoded).toMatchObject({ ok: false, fault });
      return;
    }
    expect(decoded).toMatchObject({ ok: true, value });
    expect(codec.observe(input, context).faults).toEqual([]);
    if (!decoded.ok) return;
    expect(decoded.value).toEqual(value);
    // Padding that is not zero is read, and not kept.
    if (codec.observe(input).lapses.some(({ field }) => field === 'options')) return;
    expect(codec.encode(decoded.value)).toEqual(input.slice(0, decoded.length));
    const { checksum, ...others } = decoded.value;
    if (context && checksum !== 0) expect(codec.encode(others, context)).toEqual(input.slice(0, decoded.length));
  });
});
