/**
 * Frames as this node reads and writes them: the header by its octets, which is all that a relay looks at, and the
 * attributes only where the frame is for itself. Nothing here throws on octets from outside.
 */
import { toHex } from '../../contract/hex.ts';
import { relayFrame } from '../../generated/relay/frame.ts';
import { parameters } from '../../generated/relay/parameters.ts';
import { copyOf, freshOctets } from '../../wire/runtime/fresh.ts';
import { viewOf, writeHex } from '../../wire/runtime/octets.ts';
import type { Attribute } from './attributes.ts';
import type { Crypto } from './crypto/provider.ts';
import { areEqual } from './octets.ts';

export const HEADER = parameters.headerOctets;
const MAGIC = 0xc5;
const VERSION = 1;
const [TIME_TO_LIVE, LENGTH, FLAGS, SOURCE, DESTINATION, MESSAGE_ID, HOP_MAC] = [3, 4, 6, 8, 24, 40, 48];
const MAC = 8;
const REQUEST = 0x80;
export const NOBODY = '00'.repeat(16);
const NO_MAC = '00'.repeat(MAC);

export interface Header {
  readonly type: number;
  readonly timeToLive: number;
  readonly isRequest: boolean;
  /** Hex. */
  readonly source: string;
  readonly destination: string;
  /** Hex: its order is that of the numbers. */
  readonly messageId: string;
}

/** The header of a well-formed frame, or nothing (HPR-FRAME-01, HPR-FRAME-02). */
export function headerOf(octets: Uint8Array): Header | undefined {
  if (octets.length < HEADER || octets[0] !== MAGIC || octets[1] !== VERSION) return undefined;
  const length = (octets[LENGTH]! << 8) | octets[LENGTH + 1]!;
  if (length > parameters.payloadMost || octets.length !== HEADER + length) return undefined;
  const timeToLive = octets[TIME_TO_LIVE]!;
  if (timeToLive > parameters.hops) return undefined;
  return {
    type: octets[2]!,
    timeToLive,
    isRequest: (octets[FLAGS]! & REQUEST) !== 0,
    source: toHex(octets.subarray(SOURCE, DESTINATION)),
    destination: toHex(octets.subarray(DESTINATION, MESSAGE_ID)),
    messageId: toHex(octets.subarray(MESSAGE_ID, HOP_MAC)),
  };
}

/** Its attributes, or nothing where they are not well-formed. */
export function attributesOf(octets: Uint8Array): readonly Attribute[] | undefined {
  const decoded = relayFrame.decode(octets);
  return decoded.ok ? decoded.value.attributes : undefined;
}

export interface Words {
  readonly type: number;
  readonly source: string;
  readonly destination: string;
  readonly messageId: string;
  readonly isRequest?: boolean;
}

/** A frame without a hop MAC. */
export function writeFrame(words: Words, payload: readonly Attribute[] | Uint8Array): Uint8Array {
  const octets = payload instanceof Uint8Array ? frameAround(payload, words) : frameOf(payload, words);
  if (octets.length <= HEADER + parameters.payloadMost) return octets;
  throw new RangeError(`${octets.length - HEADER} octets are more than a frame carries`);
}

function frameOf(
  attributes: readonly Attribute[],
  { type, source, destination, messageId, isRequest = false }: Words,
): Uint8Array {
  const listed = attributes as Attribute[];
  return relayFrame.encode({ type, source, destination, messageId, isRequest, hopMac: NO_MAC, attributes: listed });
}

function frameAround(payload: Uint8Array, { type, source, destination, messageId, isRequest }: Words): Uint8Array {
  const octets = freshOctets(HEADER + payload.length);
  octets[0] = MAGIC;
  octets[1] = VERSION;
  octets[2] = type;
  octets[TIME_TO_LIVE] = parameters.hops;
  octets[LENGTH] = payload.length >> 8;
  octets[LENGTH + 1] = payload.length & 0xff;
  octets[FLAGS] = isRequest ? REQUEST : 0;
  const view = viewOf(octets);
  writeHex(source, view, SOURCE);
  writeHex(destination, view, DESTINATION);
  writeHex(messageId, view, MESSAGE_ID);
  octets.set(payload, HEADER);
  return octets;
}

/** HPR-HOP-04: all that a relay changes. */
export function lowerTimeToLive(octets: Uint8Array): Uint8Array {
  const lower = copyOf(octets);
  lower[TIME_TO_LIVE] = octets[TIME_TO_LIVE]! - 1;
  return lower;
}

/** Puts the MAC of the next hop in. */
export function setHopMac(crypto: Crypto, key: Uint8Array, octets: Uint8Array): void {
  octets.fill(0, HOP_MAC, HEADER);
  octets.set(crypto.hmac(key, octets).subarray(0, MAC), HOP_MAC);
}

export function hasHopMac(crypto: Crypto, key: Uint8Array, octets: Uint8Array): boolean {
  const bare = copyOf(octets);
  bare.fill(0, HOP_MAC, HEADER);
  return areEqual(crypto.hmac(key, bare).subarray(0, MAC), octets.subarray(HOP_MAC, HEADER));
}

/** HPR-CONF-02: what both ends of a conversation see alike of a header. */
export function sealedHeader(octets: Uint8Array): Uint8Array {
  const header = octets.slice(0, HEADER);
  header[TIME_TO_LIVE] = 0;
  header.fill(0, HOP_MAC, HEADER);
  return header;
}
