/**
 * From the octets of a datagram to its layers: IP, and in it ICMP, UDP or TCP, and in UDP STUN. Each is observed by the
 * layout that its codec was generated from. Decoders are had one by one: where one is missing, it is asked for.
 */
import type { Context, FieldInfo, Observed } from '../../../wire/codec.ts';
import { contextOf } from '../../../wire/context.ts';

/** What the walk needs of a codec. */
export interface Decoder {
  readonly layer: string;
  readonly title: string;
  readonly fields: readonly FieldInfo[];
  observe(octets: Uint8Array, context?: Context): Observed<object>;
}

export interface LayerSeen {
  readonly decoder: Decoder;
  readonly octets: Uint8Array;
  readonly observed: Observed<object>;
  /** Octets before it in what was given. */
  readonly offset: number;
}

export interface Walked {
  readonly layers: readonly LayerSeen[];
  /** The layer whose decoder is missing. */
  readonly needs?: string;
  /** Why nothing more is explained of what follows. */
  readonly rest?: string;
}

type Values = Readonly<Record<string, unknown>>;
type Next = { readonly layer: string; readonly context?: Context } | { readonly rest: string };

const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'ipv4/icmp', 6: 'tcp/segment', 17: 'udp/datagram' };
/** RFC 8489 section 5 */
const MAGIC = [0x21, 0x12, 0xa4, 0x42] as const;

export function walk(octets: Uint8Array, first: string, decoderOf: (layer: string) => Decoder | undefined): Walked {
  const layers: LayerSeen[] = [];
  let offset = 0;
  let next: Next = { layer: first };
  for (;;) {
    if ('rest' in next) return { layers, rest: next.rest };
    const decoder = decoderOf(next.layer);
    if (decoder === undefined) return { layers, needs: next.layer };
    const own = octets.subarray(offset);
    const observed = decoder.observe(own, next.context);
    layers.push({ decoder, octets: own, observed, offset });
    const inside = insideOf(decoder.layer, observed, own);
    if (inside === undefined) return { layers };
    offset += inside.at;
    octets = octets.subarray(0, offset + inside.length);
    next = inside.next;
    if (inside.length === 0) return { layers };
  }
}

interface Inside {
  readonly at: number;
  readonly length: number;
  readonly next: Next;
}

function insideOf(layer: string, observed: Observed<object>, octets: Uint8Array): Inside | undefined {
  const value = observed.value as Values;
  if (layer === 'ipv4/header') {
    // Where the data begins hangs on the length of the header.
    const isLost = observed.faults.some(({ field, kind }) => field === 'ihl' || kind === 'truncated');
    if (isLost) return { at: 0, length: 1, next: { rest: 'a header so wrong that nobody knows where it ends' } };
    return insideDatagram(value, observed.length, octets.length);
  }
  if (layer !== 'udp/datagram') return undefined;
  const data = observed.where.data;
  if (data === undefined) return undefined;
  const [at, length] = [data.bit / 8, data.bits / 8];
  return { at, length, next: ofUdp(octets.subarray(at, at + length)) };
}

function insideDatagram(value: Values, headerLength: number, octets: number): Inside | undefined {
  const { protocol, fragmentOffset, totalLength, source, destination, moreFragments } = value;
  if (typeof protocol !== 'number' || typeof totalLength !== 'number') return undefined;
  const length = Math.max(0, Math.min(octets, totalLength) - headerLength);
  const at = headerLength;
  if (fragmentOffset !== 0)
    return { at, length, next: { rest: 'a later fragment: its layer began in another datagram' } };
  if (moreFragments === true)
    return { at, length, next: { rest: 'a first fragment: the rest of its layer is in others' } };
  const layer = PROTOCOLS[protocol];
  if (layer === undefined) return { at, length, next: { rest: `protocol ${protocol}, which Assay does not specify` } };
  const context = contextOf({ source: String(source), destination: String(destination) });
  return { at, length, next: { layer, ...(layer !== 'ipv4/icmp' && { context }) } };
}

/** RFC 8656 section 12: the two highest bits tell channel data from STUN; nothing else is known by its port alone. */
function ofUdp(octets: Uint8Array): Next {
  if (octets.length >= 20 && octets[0]! < 0x40 && MAGIC.every((octet, index) => octets[4 + index] === octet)) {
    return { layer: 'turn/message' };
  }
  return { rest: 'data of an application' };
}
