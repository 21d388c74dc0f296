/**
 * Octets into a STUN message (RFC 8489 sections 5, 6.3 and 14). Attributes are found, and read where they are used: one
 * that is malformed is answered by who needs it, and does not make the message unreadable. Never throws.
 */
import { toHex } from '../../contract/hex.ts';
import { crc32 } from '../../wire/runtime/crc32.ts';
import { ipOf, maskedIpOf } from '../../wire/runtime/ip.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { ATTRIBUTES, IPV4, IPV6, KINDS, type Kind } from './codes.ts';
import type { Endpoint } from './endpoint.ts';

export const HEADER_OCTETS = 20;
export const MAGIC_COOKIE = 0x2112a442;
/** RFC 8489 section 14.7. */
export const FINGERPRINT_MASK = 0x5354554e;

export interface Attribute {
  readonly type: number;
  /** First octet of the value, and how many there are, padding left out. */
  readonly at: number;
  readonly length: number;
}

export interface Message {
  readonly octets: Uint8Array;
  readonly view: DataView;
  readonly method: number;
  readonly kind: Kind;
  /** Those that count, in their order. */
  readonly attributes: readonly Attribute[];
}

/** Undefined for what is no STUN message, whole and alone (STUN-HDR-01 to 03, STUN-HDR-05), or has a wrong FINGERPRINT. */
export function readMessage(octets: Uint8Array): Message | undefined {
  if (octets.length < HEADER_OCTETS) return undefined;
  const view = viewOf(octets);
  const type = view.getUint16(0);
  const length = view.getUint16(2);
  if (type > 0x3fff || view.getInt32(4) !== MAGIC_COOKIE) return undefined;
  if (length % 4 !== 0 || length !== octets.length - HEADER_OCTETS) return undefined;
  const attributes = readAttributes(view);
  if (attributes === undefined || !hasRightFingerprint(view, attributes)) return undefined;
  const method = (type & 0xf) | ((type & 0xe0) >> 1) | ((type & 0x3e00) >> 2);
  const kind = KINDS[((type >> 4) & 1) | ((type >> 7) & 2)] ?? 'request';
  return { octets, view, method, kind, attributes };
}

/** As hex. */
export function transactionIdOf({ octets }: Message): string {
  return toHex(octets.subarray(8, HEADER_OCTETS));
}

/** The first of its type: STUN-DUP-01. */
export function find(message: Message, type: number): Attribute | undefined {
  return message.attributes.find((attribute) => attribute.type === type);
}

export function octetsIn({ octets }: Message, { at, length }: Attribute): Uint8Array {
  return octets.subarray(at, at + length);
}

/** Undefined when it is not 4 octets. */
export function uint32Of({ view }: Message, { at, length }: Attribute): number | undefined {
  return length === 4 ? view.getUint32(at) : undefined;
}

/** The first of the 4 octets that families and protocols are told in; the others are reserved. */
export function firstOctetOf({ view }: Message, { at, length }: Attribute): number | undefined {
  return length === 4 ? view.getUint8(at) : undefined;
}

/** STUN-XOR-01 undone. Undefined for a family or a length that is none; STUN-XOR-02: the first octet is ignored. */
export function addressOf({ view }: Message, attribute: Attribute): Endpoint | undefined {
  if (!isAddress(view, attribute)) return undefined;
  const { at, length } = attribute;
  return { port: view.getUint16(at + 2) ^ (MAGIC_COOKIE >>> 16), address: maskedIpOf(view, at + 4, length - 4, 4) };
}

/** The same of an address that is as it is: ALTERNATE-SERVER. */
export function plainAddressOf({ view }: Message, attribute: Attribute): Endpoint | undefined {
  if (!isAddress(view, attribute)) return undefined;
  const { at, length } = attribute;
  return { port: view.getUint16(at + 2), address: ipOf(view, at + 4, length - 4) };
}

function isAddress(view: DataView, { at, length }: Attribute): boolean {
  if (length < 4) return false;
  const family = view.getUint8(at + 1);
  return (family === IPV4 && length === 8) || (family === IPV6 && length === 20);
}

/** What an integrity attribute covers: all before it, the header's length pointing to its end (STUN-MI-01). */
export function coveredBy({ octets }: Message, { at, length }: Attribute): Uint8Array {
  const covered = new Uint8Array(octets.subarray(0, at - 4));
  viewOf(covered).setUint16(2, at + length - HEADER_OCTETS);
  return covered;
}

function readAttributes(view: DataView): Attribute[] | undefined {
  const attributes: Attribute[] = [];
  let last = 0;
  for (let at = HEADER_OCTETS; at < view.byteLength; ) {
    const type = view.getUint16(at);
    const length = view.getUint16(at + 2);
    const next = at + 4 + ((length + 3) & ~3);
    if (next > view.byteLength) return undefined;
    if (counts(type, last)) {
      attributes.push({ type, at: at + 4, length });
      if (rank(type) > 0) last = rank(type);
    }
    at = next;
  }
  return attributes;
}

/** STUN-MI-03, STUN-FP-02: behind each of these only later ones of them count. */
const CLOSING: readonly number[] = [
  ATTRIBUTES.MESSAGE_INTEGRITY,
  ATTRIBUTES.MESSAGE_INTEGRITY_SHA256,
  ATTRIBUTES.FINGERPRINT,
];

function counts(type: number, last: number): boolean {
  return last === 0 || rank(type) > last;
}

function rank(type: number): number {
  return CLOSING.indexOf(type) + 1;
}

/** STUN-FP-03: whoever sends one means it. */
function hasRightFingerprint(view: DataView, attributes: readonly Attribute[]): boolean {
  const fingerprint = attributes.find(({ type }) => type === ATTRIBUTES.FINGERPRINT);
  if (fingerprint === undefined) return true;
  const { at, length } = fingerprint;
  return length === 4 && view.getInt32(at) === (crc32(view, 0, at - 4) ^ FINGERPRINT_MASK);
}
