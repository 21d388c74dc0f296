/** Every fixture, by the compiled codec and by the observing decoder: what it decodes to and back, or its fault. */
import { describe, expect, test } from 'vitest';
import { codecs } from '../../../src/generated/codecs.ts';
import { contextOf } from '../../../src/wire/context.ts';
import { fixtureFiles, fixturesOfLayer, octetsOf } from '../../fixture-files.ts';

test('every layer has golden octets', () => {
  expect([...new Set(fixtureFiles.map(({ layer }) => layer))].sort()).toEqual(Object.keys(codecs).sort());
});

test('no two fixtures of a layer have one name, or are the same octets', () => {
  for (const { layer } of fixtureFiles) {
    const fixtures = fixturesOfLayer(layer);
    const octets = fixtures.map(
      (fixture) => `${fixture.octets.replaceAll(' ', '')} ${JSON.stringify(fixture.context)}`,
    );
    expect(new Set(fixtures.map(({ name }) => name)).size, layer).toBe(fixtures.length);
    expect(
      octets.filter((hex, index) => octets.indexOf(hex) !== index),
      layer,
    ).toEqual([]);
  }
});

describe.each(fixtureFiles)('$name', ({ layer, fixtures }) => {
  const codec = codecs[layer];

  test.each(fixtures)('$name: $about', (fixture) => {
    const { context: addresses, value, fault } = fixture;
    const input = octetsOf(fixture);
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
    if (codec.observe(input).lapses.some(({ field }) => /^options$|\]$/.test(field))) return;
    expect(codec.encode(decoded.value)).toEqual(input.slice(0, decoded.length));
    const { checksum, ...others } = decoded.value;
    if (context && checksum !== 0) expect(codec.encode(others, context)).toEqual(input.slice(0, decoded.length));
  });
});
