/**
 * Builds the messages that the tester sends, right or wrong: what a caller states is written as stated, and the rest is
 * worked out. Knows no keys; see integrity.ts.
 */
import { viewOf } from '../../wire/runtime/octets.ts';
import { type MessageClass, messageType } from './attribute-types.ts';

export const MAGIC_COOKIE = 0x2112a442;
export const HEADER_OCTETS = 20;
export const ATTRIBUTE_HEAD = 4;

export interface Attribute {
  readonly type: number;
  readonly value: Uint8Array;
  /** Where the length field is to say something else than how long the value is. */
  readonly length?: number;
  /** The value of the octets of padding; zero unless stated. */
  readonly padding?: number;
}

export interface Draft {
  readonly method: number;
  readonly of: MessageClass;
  /** 12 octets. */
  readonly transaction: Uint8Array;
  readonly attributes: readonly Attribute[];
  readonly type?: number;
  readonly cookie?: number;
  readonly length?: number;
}

export function padded(octets: number): number {
  return Math.ceil(octets / 4) * 4;
}

export function stunOctets(draft: Draft): Uint8Array {
  const { method, of, transaction, attributes } = draft;
  const body = attributes.reduce((sum, { value }) => sum + ATTRIBUTE_HEAD + padded(value.length), 0);
  const octets = new Uint8Array(HEADER_OCTETS + body);
  const view = viewOf(octets);
  view.setUint16(0, draft.type ?? messageType(method, of));
  view.setUint16(2, draft.length ?? body);
  view.setUint32(4, draft.cookie ?? MAGIC_COOKIE);
  octets.set(transaction, 8);
  let at = HEADER_OCTETS;
  for (const attribute of attributes) at += writeAttribute(octets, at, attribute);
  return octets;
}

function writeAttribute(octets: Uint8Array, at: number, { type, value, length, padding = 0 }: Attribute): number {
  const view = viewOf(octets);
  view.setUint16(at, type);
  view.setUint16(at + 2, length ?? value.length);
  const end = at + ATTRIBUTE_HEAD + padded(value.length);
  octets.fill(padding, at + ATTRIBUTE_HEAD, end);
  octets.set(value, at + ATTRIBUTE_HEAD);
  return end - at;
}

/** The message with one more attribute at its end, the length field counting it. */
export function withAttribute(message: Uint8Array, attribute: Attribute): Uint8Array {
  const octets = new Uint8Array(message.length + ATTRIBUTE_HEAD + padded(attribute.value.length));
  octets.set(message);
  writeAttribute(octets, message.length, attribute);
  viewOf(octets).setUint16(2, octets.length - HEADER_OCTETS);
  return octets;
}

/** RFC 8656 section 12.4; over a stream padded to a multiple of four (section 12.5). */
export function channelDataOctets(
  channel: number,
  data: Uint8Array,
  { length = data.length, pad = 0 }: { length?: number; pad?: number } = {},
): Uint8Array {
  const octets = new Uint8Array(ATTRIBUTE_HEAD + data.length + pad);
  viewOf(octets).setUint16(0, channel);
  viewOf(octets).setUint16(2, length);
  octets.set(data, ATTRIBUTE_HEAD);
  return octets;
}
