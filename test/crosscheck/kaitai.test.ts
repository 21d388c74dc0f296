/** Kaitai's parser over generated octets: 5,000 headers, 3,000 ICMP messages and 2,000 UDP datagrams a run. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codecs, type LayerName } from '../../src/generated/codecs.ts';
import { contextOf } from '../../src/wire/context.ts';
import { isBitField } from '../../src/wire/layout.ts';
import { valuesOf } from '../property/wire-values.ts';
import { kaitaiParser, ksyOf, LAYOUTS } from './kaitai.ts';

const AROUND = contextOf({ source: '192.0.2.1', destination: '198.51.100.7' });

const RUNS: Readonly<Partial<Record<LayerName, number>>> = {
  'ipv4/header': 5_000,
  'ipv4/icmp': 3_000,
  'udp/datagram': 2_000,
};

test.each(LAYOUTS)('%s: Kaitai reads what we encode as we do', async (layer, layout) => {
  const parse = await kaitaiParser(layout);
  fc.assert(
    fc.property(valuesOf(layout), (value) => {
      const octets = codecs[layer].encode(value, AROUND);
      const decoded = codecs[layer].decode(octets, AROUND);
      expect(decoded.ok && decoded.value).toEqual(parse(octets));
    }),
    { numRuns: RUNS[layer] ?? 2_000 },
  );
});

test.each(LAYOUTS)('%s: what we find truncated or out of range, Kaitai cannot parse either', async (layer, layout) => {
  const parse = await kaitaiParser(layout);
  const seen = { refused: 0 };
  fc.assert(
    fc.property(valuesOf(layout), fc.nat(3), fc.nat(255), fc.nat(24), (value, at, octet, length) => {
      const octets = codecs[layer].encode(value, AROUND);
      octets[at] = octet;
      const decoded = codecs[layer].decode(octets.subarray(0, length));
      const kinds = ['truncated', 'const', 'range', 'list'];
      if (decoded.ok || !kinds.includes(decoded.fault.kind)) return;
      seen.refused += 1;
      expect(() => parse(octets.subarray(0, length))).toThrow();
    }),
    { numRuns: 1_000 },
  );
  expect(seen.refused).toBeGreaterThan(100);
});

test('the parser knows every field of fixed width', () => {
  for (const [layer, layout] of LAYOUTS) {
    const fields = ksyOf(layer).seq.filter(({ type }) => /^b\d/.test(type ?? ''));
    expect(fields).toHaveLength(layout.fields.filter(isBitField).length);
  }
});
