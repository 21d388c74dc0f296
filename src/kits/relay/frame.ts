/**
 * Frames as the tester writes and reads them: names for types and attributes, out of the schema, and the MAC of a hop. What a
 * caller states is written as stated; the rest is worked out.
 */
import { toHex } from '../../contract/hex.ts';
import { type RelayFrame, relayFrame } from '../../generated/relay/frame.ts';
import type { FieldInfo } from '../../wire/codec.ts';
import { hmac } from './primitives.ts';

export type Frame = RelayFrame;

export const HEADER_OCTETS = 56;
const [TTL_AT, MAC_AT, MAC_OCTETS] = [3, 48, 8];
const NOBODY = '00'.repeat(16);
const NO_MAC = '00'.repeat(MAC_OCTETS);

const typeField = relayFrame.fields.find(({ name }) => name === 'type') as FieldInfo;
const numbers = new Map(Object.entries(typeField.names ?? {}).map(([number, name]) => [name, Number(number)]));
const itemsField = relayFrame.fields.find(({ name }) => name === 'attributes') as FieldInfo;
const kinds = new Map((itemsField.items ?? []).map(({ title, tag }) => [title.replace('Relay', ''), tag]));

/** @throws RangeError for a type that the schema does not name */
export function typeOf(name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new RangeError(`no frames of type ${name}`);
  return number;
}

export function nameOfType(type: number): string {
  return typeField.names?.[type] ?? `type ${type}`;
}

/** The number of a kind of attribute, by its title in the schema. @throws RangeError */
export function kindOf(title: string): number {
  const kind = kinds.get(title);
  if (kind === undefined) throw new RangeError(`no attribute ${title}`);
  return kind;
}

export interface FrameWords extends Partial<Omit<RelayFrame, 'type' | 'attributes'>> {
  readonly type: string | number;
  readonly source: string;
  readonly messageId: string;
  readonly attributes?: readonly object[];
  /** Of the hop; without one the MAC is zeros. */
  readonly hopKey?: Uint8Array | undefined;
}

export function writeFrame({ type, hopKey, attributes = [], ...words }: FrameWords): Uint8Array {
  const value = { type: typeof type === 'number' ? type : typeOf(type), destination: NOBODY, hopMac: NO_MAC, ...words };
  // The caller's fields, right or wrong; only a value that cannot be written throws.
  const octets = relayFrame.encode({ ...value, attributes } as unknown as Partial<RelayFrame>);
  return words.hopMac === undefined && hopKey !== undefined ? withHopMac(octets, hopKey) : octets;
}

/** The same frame with the MAC that fits it as it stands. */
export function withHopMac(octets: Uint8Array, hopKey: Uint8Array): Uint8Array {
  const copy = octets.slice();
  copy.fill(0, MAC_AT, MAC_AT + MAC_OCTETS);
  copy.set(hmac(hopKey, copy).subarray(0, MAC_OCTETS), MAC_AT);
  return copy;
}

export function hasHopMac(octets: Uint8Array, hopKey: Uint8Array): boolean {
  const right = withHopMac(octets, hopKey);
  return octets.every((octet, at) => octet === right[at]);
}

export function withTimeToLive(octets: Uint8Array, timeToLive: number): Uint8Array {
  const copy = octets.slice();
  copy[TTL_AT] = timeToLive;
  return copy;
}

/** All that a relay may not change: everything but time to live and hop MAC. */
export function lastingPart(octets: Uint8Array): string {
  const copy = withTimeToLive(octets, 0);
  copy.fill(0, MAC_AT, MAC_AT + MAC_OCTETS);
  return toHex(copy);
}

export function readFrame(octets: Uint8Array): Frame | undefined {
  const read = relayFrame.decode(octets);
  return read.ok && read.length === octets.length ? read.value : undefined;
}

/** The first attribute of that title, as an object. */
export function attributeOf<Fields extends object>(frame: Frame, title: string): Fields | undefined {
  const kind = kindOf(title);
  return frame.attributes.find((each) => each.kind === kind) as Fields | undefined;
}

export function attributesOf<Fields extends object>(frame: Frame, title: string): Fields[] {
  const kind = kindOf(title);
  return frame.attributes.filter((each) => each.kind === kind) as unknown as Fields[];
}

/** The octets of an attribute as they stand in a frame. */
export function attributeOctets(fields: object): Uint8Array {
  const frame = writeFrame({ type: 0, source: NOBODY, messageId: '00'.repeat(8), attributes: [fields] });
  return frame.subarray(HEADER_OCTETS);
}

/** An IPv4 address as an attribute holds it (RFC 4291 section 2.5.5.2). */
export function mapped(address: string): string {
  return `${'00'.repeat(10)}ffff${toHex(Uint8Array.from(address.split('.').map(Number)))}`;
}
