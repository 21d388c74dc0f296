/** Kaitai Struct's own compiler and runtime, from the .ksy that we generate: a decoder that somebody else wrote. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import kaitai from 'kaitai-struct';
import compiler from 'kaitai-struct-compiler';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { codecs, type LayerName } from '../../src/generated/codecs.ts';
import { ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { tcpSegmentLayout } from '../../src/generated/tcp/segment.ts';
import { udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import { contextOf } from '../../src/wire/context.ts';
import { type FieldLayout, isBitField, type Layout, type ListField, tagOf } from '../../src/wire/layout.ts';
import { dottedOf } from '../../src/wire/runtime/address.ts';
import { KAITAI_ITEM_BODY } from '../../src/wire/targets/kaitai.ts';
import { type Value, valuesOf } from '../property/wire-values.ts';

type Parsed = Record<string, unknown>;
/** The package's types call its class a module of one. */
const KaitaiStream = kaitai.KaitaiStream as unknown as new (octets: ArrayBufferLike) => unknown;

type Parser = new (stream: unknown) => Parsed;

const AROUND = contextOf({ source: '192.0.2.1', destination: '198.51.100.7' });

const LAYOUTS: [LayerName, Layout][] = [
  ['ipv4/header', ipv4HeaderLayout],
  ['ipv4/icmp', icmpMessageLayout],
  ['tcp/segment', tcpSegmentLayout],
  ['udp/datagram', udpDatagramLayout],
];

async function parserOf({ layer, title }: Layout): Promise<(octets: Uint8Array) => Parsed> {
  const ksy = readFileSync(new URL(`../../src/generated/${layer}.ksy`, import.meta.url), 'utf8');
  const files = await compiler.compile('javascript', parse(ksy), undefined, false);
  const module: { exports: Record<string, Parser> } = { exports: {} };
  const require = () => KaitaiStream;
  runInNewContext(Object.values(files).join('\n'), { module, exports: module.exports, require });
  const Struct = module.exports[title] as Parser;
  return (octets) => new Struct(new KaitaiStream(octets.slice().buffer));
}

/** What Kaitai read, in our JSON form. */
function jsonOf(layout: Layout, parsed: Parsed): Value {
  const fields = layout.fields.filter(({ name }) => parsed[name] !== undefined);
  return Object.fromEntries(fields.map((field) => [field.name, valueOfField(field, parsed[field.name])]));
}

function valueOfField(field: FieldLayout, value: unknown): unknown {
  if (field.form === 'list') return itemsOf(field, value as Parsed);
  if (field.form === 'octets') return Buffer.from(value as Uint8Array).toString('hex');
  // Kaitai reads one bit as a truth.
  if (field.form === 'uint') return Number(value);
  return field.form === 'ipv4' ? dottedOf(value as number) : value;
}

function itemsOf(list: ListField, { items = [] }: { items?: Parsed[] }): Value[] {
  return items.map((item) => {
    const parts = { ...item, ...(item[KAITAI_ITEM_BODY] as Parsed | undefined) };
    const kind = list.items.find(({ tag }) => tag === item[tagOf(list).name]) ?? list.items.at(-1);
    return Object.fromEntries(
      (kind?.fields ?? []).map((field) => [field.name, valueOfField(field, parts[field.name])]),
    );
  });
}

test.each(LAYOUTS)('%s: Kaitai reads what we encode as we do', async (layer, layout) => {
  const parseOctets = await parserOf(layout);
  fc.assert(
    fc.property(valuesOf(layout), (value) => {
      const octets = codecs[layer].encode(value, AROUND);
      const decoded = codecs[layer].decode(octets, AROUND);
      expect(decoded.ok && decoded.value).toEqual(jsonOf(layout, parseOctets(octets)));
    }),
    { numRuns: 2_500 },
  );
});

test.each(LAYOUTS)('%s: what we find truncated or out of range, Kaitai cannot parse either', async (layer, layout) => {
  const parseOctets = await parserOf(layout);
  const seen = { refused: 0 };
  fc.assert(
    fc.property(valuesOf(layout), fc.nat(3), fc.nat(255), fc.nat(24), (value, at, octet, length) => {
      const octets = codecs[layer].encode(value, AROUND);
      octets[at] = octet;
      const decoded = codecs[layer].decode(octets.subarray(0, length));
      const kinds = ['truncated', 'const', 'range', 'list'];
      if (decoded.ok || !kinds.includes(decoded.fault.kind)) return;
      seen.refused += 1;
      expect(() => parseOctets(octets.subarray(0, length))).toThrow();
    }),
    { numRuns: 1_000 },
  );
  expect(seen.refused).toBeGreaterThan(100);
});

test('the parser knows every field of fixed width', () => {
  for (const [layer, layout] of LAYOUTS) {
    const { seq } = parse(readFileSync(new URL(`../../src/generated/${layer}.ksy`, import.meta.url), 'utf8'));
    expect(seq.filter(({ type }: { type?: string }) => /^b\d/.test(type ?? ''))).toHaveLength(
      layout.fields.filter(isBitField).length,
    );
  }
});
