/**
 * Reads what comes from an implementation, going on past faults: what is wrong with a message is for the rule about it to
 * say. The reader of the generated codec stops where a message is not well formed; this one must not.
 */
import { toHex } from '../../contract/hex.ts';
import type { TransportAddress } from '../../harness/surface.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { readXorAddress } from './addresses.ts';
import { ATTRIBUTES, type AttributeName, type MessageClass, splitType } from './attribute-types.ts';
import { ATTRIBUTE_HEAD, HEADER_OCTETS, padded } from './message.ts';

export interface SeenAttribute {
  readonly type: number;
  /** Octet of the message where it starts. */
  readonly at: number;
  readonly value: Uint8Array;
  readonly padding: Uint8Array;
}

export interface StunMessage {
  readonly kind: 'stun';
  readonly octets: Uint8Array;
  readonly method: number;
  readonly of: MessageClass;
  /** What the length field says. */
  readonly length: number;
  readonly cookie: number;
  readonly transaction: Uint8Array;
  readonly attributes: readonly SeenAttribute[];
  /** Octet at which the attributes end before the message does, or reach past its end. */
  readonly brokenAt: number | undefined;
}

interface ChannelMessage {
  readonly kind: 'channel';
  readonly octets: Uint8Array;
  readonly channel: number;
  readonly length: number;
  readonly data: Uint8Array;
}

interface OtherOctets {
  readonly kind: 'other';
  readonly octets: Uint8Array;
}

export type Read = StunMessage | ChannelMessage | OtherOctets;

/** Told apart by the first two bits: RFC 8656 section 12. */
export function readMessage(octets: Uint8Array): Read {
  const first = (octets[0] ?? 0xff) >> 6;
  if (first === 0 && octets.length >= HEADER_OCTETS) return readStun(octets);
  if (first === 1 && octets.length >= ATTRIBUTE_HEAD) return readChannelData(octets);
  return { kind: 'other', octets };
}

function readStun(octets: Uint8Array): StunMessage {
  const view = viewOf(octets);
  const { method, of } = splitType(view.getUint16(0));
  return {
    kind: 'stun',
    octets,
    method,
    of,
    length: view.getUint16(2),
    cookie: view.getUint32(4),
    transaction: octets.subarray(8, HEADER_OCTETS),
    ...readAttributes(octets),
  };
}

function readAttributes(octets: Uint8Array): Pick<StunMessage, 'attributes' | 'brokenAt'> {
  const attributes: SeenAttribute[] = [];
  const view = viewOf(octets);
  let at = HEADER_OCTETS;
  while (at + ATTRIBUTE_HEAD <= octets.length) {
    const start = at + ATTRIBUTE_HEAD;
    const end = start + view.getUint16(at + 2);
    const next = start + padded(end - start);
    if (end > octets.length) return { attributes, brokenAt: at };
    const [value, padding] = [octets.subarray(start, end), octets.subarray(end, next)];
    attributes.push({ type: view.getUint16(at), at, value, padding });
    at = next;
  }
  return { attributes, brokenAt: at === octets.length ? undefined : at };
}

function readChannelData(octets: Uint8Array): ChannelMessage {
  const view = viewOf(octets);
  const length = view.getUint16(2);
  const data = octets.subarray(ATTRIBUTE_HEAD, ATTRIBUTE_HEAD + length);
  return { kind: 'channel', octets, channel: view.getUint16(0), length, data };
}

export function find(message: StunMessage, name: AttributeName): SeenAttribute | undefined {
  return message.attributes.find(({ type }) => type === ATTRIBUTES[name]);
}

export function findAll(message: StunMessage, name: AttributeName): readonly SeenAttribute[] {
  return message.attributes.filter(({ type }) => type === ATTRIBUTES[name]);
}

/** Undefined where there is none, or one that cannot be read. */
export function addressIn(message: StunMessage, name: AttributeName): TransportAddress | undefined {
  const attribute = find(message, name);
  return attribute && readXorAddress(attribute.value, message.transaction);
}

export function textIn(message: StunMessage, name: AttributeName): string | undefined {
  const attribute = find(message, name);
  return attribute && new TextDecoder().decode(attribute.value);
}

export function numberIn(message: StunMessage, name: AttributeName): number | undefined {
  const attribute = find(message, name);
  return attribute?.value.length === 4 ? viewOf(attribute.value).getUint32(0) : undefined;
}

/** The code of an error response: class times hundred, and number. Undefined where there is none. */
export function errorCode(message: StunMessage): number | undefined {
  const value = find(message, 'ERROR-CODE')?.value;
  return value === undefined || value.length < 4 ? undefined : (value[2]! & 7) * 100 + value[3]!;
}

/** The types that an UNKNOWN-ATTRIBUTES lists. */
export function unknownTypes(message: StunMessage): readonly number[] {
  const value = find(message, 'UNKNOWN-ATTRIBUTES')?.value ?? new Uint8Array();
  return Array.from({ length: Math.floor(value.length / 2) }, (_, index) => viewOf(value).getUint16(2 * index));
}

export function isAnswerTo(transaction: Uint8Array): (read: Read) => read is StunMessage {
  const id = toHex(transaction);
  return (read): read is StunMessage =>
    read.kind === 'stun' && (read.of === 'success' || read.of === 'error') && toHex(read.transaction) === id;
}

/** How many octets of a stream the message at its front takes; undefined while that cannot be told. */
export function framedLength(octets: Uint8Array): number | undefined {
  if (octets.length < ATTRIBUTE_HEAD) return undefined;
  const length = viewOf(octets).getUint16(2);
  const first = octets[0]! >> 6;
  if (first === 0) return HEADER_OCTETS + length;
  return first === 1 ? ATTRIBUTE_HEAD + padded(length) : octets.length;
}
