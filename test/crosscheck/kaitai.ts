/** Kaitai Struct's own compiler and runtime, on the .ksy that we generate: a parser that somebody else wrote. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import kaitai from 'kaitai-struct';
import compiler from 'kaitai-struct-compiler';
import { parse } from 'yaml';
import type { LayerName } from '../../src/generated/codecs.ts';
import { ipv4HeaderLayout } from '../../src/generated/ipv4/header.ts';
import { icmpMessageLayout } from '../../src/generated/ipv4/icmp.ts';
import { relayContentLayout } from '../../src/generated/relay/content.ts';
import { relayFrameLayout } from '../../src/generated/relay/frame.ts';
import { tcpSegmentLayout } from '../../src/generated/tcp/segment.ts';
import { channelDataLayout } from '../../src/generated/turn/channel-data.ts';
import { stunMessageLayout } from '../../src/generated/turn/message.ts';
import { udpDatagramLayout } from '../../src/generated/udp/datagram.ts';
import {
  type BitField,
  type FieldLayout,
  type Layout,
  type ListField,
  type OctetsField,
  tagOf,
} from '../../src/wire/layout.ts';
import { dottedOf } from '../../src/wire/runtime/address.ts';
import { ipOf } from '../../src/wire/runtime/ip.ts';
import { viewOf } from '../../src/wire/runtime/octets.ts';
import { KAITAI_ITEM_BODY } from '../../src/wire/targets/kaitai.ts';
import type { Value } from '../property/wire-values.ts';

type Parsed = Record<string, unknown>;
type Struct = new (stream: unknown) => Parsed;

/** The package's types call its class a module of one. */
const KaitaiStream = kaitai.KaitaiStream as unknown as new (octets: ArrayBufferLike) => unknown;

export const LAYOUTS: readonly (readonly [LayerName, Layout])[] = [
  ['ipv4/header', ipv4HeaderLayout],
  ['ipv4/icmp', icmpMessageLayout],
  ['relay/content', relayContentLayout],
  ['relay/frame', relayFrameLayout],
  ['tcp/segment', tcpSegmentLayout],
  ['turn/channel-data', channelDataLayout],
  ['turn/message', stunMessageLayout],
  ['udp/datagram', udpDatagramLayout],
];

export function ksyOf(layer: string): { readonly seq: readonly { readonly type?: string }[] } {
  return parse(readFileSync(new URL(`../../src/generated/${layer}.ksy`, import.meta.url), 'utf8'));
}

/** What Kaitai reads in octets, in our JSON form; throws where it refuses them. */
export async function kaitaiParser(layout: Layout): Promise<(octets: Uint8Array) => Value> {
  const files = await compiler.compile('javascript', ksyOf(layout.layer), undefined, false);
  const module: { exports: Record<string, Struct> } = { exports: {} };
  const require = () => KaitaiStream;
  runInNewContext(Object.values(files).join('\n'), { module, exports: module.exports, require });
  const Made = module.exports[layout.title] as Struct;
  return (octets) => jsonOf(layout, new Made(new KaitaiStream(Uint8Array.from(octets).buffer)), octets);
}

function jsonOf(layout: Layout, parsed: Parsed, octets: Uint8Array): Value {
  const fields = layout.fields.filter(({ name }) => parsed[name] !== undefined);
  return Object.fromEntries(fields.map((field) => [field.name, valueOfField(field, parsed[field.name], octets)]));
}

function valueOfField(field: FieldLayout, value: unknown, octets: Uint8Array): unknown {
  if (field.form === 'list') return itemsOf(field, value as Parsed, octets);
  if (field.form === 'octets') return textOf(field, value as Uint8Array, octets);
  // Kaitai reads one bit as a truth.
  if (field.form === 'uint') return field.xor === undefined ? Number(value) : unmasked(field, Number(value), octets);
  return field.form === 'ipv4' ? dottedOf(value as number) : value;
}

/** Kaitai leaves the exclusive-or to its user. */
function unmasked({ bits, xor = 0 }: BitField, value: number, octets: Uint8Array): number {
  const mask = [...octets.slice(xor, xor + bits / 8)].reduce((word, octet) => word * 256 + octet, 0);
  return (value ^ mask) >>> 0;
}

function textOf({ isAddress, xor }: OctetsField, value: Uint8Array, octets: Uint8Array): string {
  const plain = value.map((octet, at) => (xor === undefined ? octet : octet ^ (octets[xor + at] ?? 0)));
  return isAddress ? ipOf(viewOf(plain), 0, plain.length) : Buffer.from(plain).toString('hex');
}

function itemsOf(list: ListField, { items = [] }: { items?: Parsed[] }, octets: Uint8Array): Value[] {
  return items.map((item) => {
    const parts = { ...item, ...(item[KAITAI_ITEM_BODY] as Parsed | undefined) };
    const kind = list.items.find(({ tag }) => tag === item[tagOf(list).name]) ?? list.items.at(-1);
    return Object.fromEntries(
      (kind?.fields ?? []).map((field) => [field.name, valueOfField(field, parts[field.name], octets)]),
    );
  });
}
