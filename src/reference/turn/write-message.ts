/**
 * STUN messages into octets: by the codec, and then what seals them, an HMAC (RFC 8489 sections 14.5 and 14.6) and a
 * FINGERPRINT (section 14.7). And attributes in the codec's form.
 */
import { toHex } from '../../contract/hex.ts';
import { type StunMessage, stunMessage } from '../../generated/turn/message.ts';
import { crc32 } from '../../wire/runtime/crc32.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { ATTRIBUTES, type Family, KINDS, type Kind, REASONS } from './codes.ts';
import type { Crypto } from './crypto.ts';
import { type Endpoint, familyOf } from './endpoint.ts';
import { FINGERPRINT_MASK, HEADER_OCTETS } from './read-message.ts';
import { utf8 } from './text.ts';

export type AttributeValue = StunMessage['attributes'][number];

/** What a message is protected with. */
export interface Signature {
  readonly key: Uint8Array;
  readonly hmac: 'sha1' | 'sha256';
}

export interface Draft {
  readonly method: number;
  readonly kind: Kind;
  /** As hex. */
  readonly transactionId: string;
  readonly attributes: readonly AttributeValue[];
  readonly signature?: Signature | undefined;
  readonly fingerprint?: boolean;
}

export function writeMessage(crypto: Crypto, draft: Draft): Uint8Array {
  const { method, kind, transactionId, signature } = draft;
  const bits = KINDS.indexOf(kind);
  const woven = (method & 0xf) | ((method & 0x70) << 1) | ((method & 0xf80) << 2);
  const type = woven | ((bits & 1) << 4) | ((bits & 2) << 7);
  let octets = stunMessage.encode({ type, transactionId, attributes: [...draft.attributes] });
  if (signature) octets = signed(crypto, octets, signature);
  return draft.fingerprint ? withFingerprint(octets) : octets;
}

/** STUN-MI-01, STUN-MI-02: over all so far, the length already counting the attribute. */
function signed({ hmacSha1, hmacSha256 }: Crypto, octets: Uint8Array, { key, hmac }: Signature): Uint8Array {
  const isSha1 = hmac === 'sha1';
  const type = isSha1 ? ATTRIBUTES.MESSAGE_INTEGRITY : ATTRIBUTES.MESSAGE_INTEGRITY_SHA256;
  const longer = lengthened(octets, type, isSha1 ? 20 : 32);
  const covered = longer.subarray(0, octets.length);
  longer.set(isSha1 ? hmacSha1(key, covered) : hmacSha256(key, covered), octets.length + 4);
  return longer;
}

function withFingerprint(octets: Uint8Array): Uint8Array {
  const longer = lengthened(octets, ATTRIBUTES.FINGERPRINT, 4);
  const view = viewOf(longer);
  view.setInt32(octets.length + 4, crc32(view, 0, octets.length) ^ FINGERPRINT_MASK);
  return longer;
}

/** The message with room for one more attribute of `length` octets, a multiple of 4. */
function lengthened(octets: Uint8Array, type: number, length: number): Uint8Array {
  const longer = new Uint8Array(octets.length + 4 + length);
  longer.set(octets);
  const view = viewOf(longer);
  view.setUint16(2, longer.length - HEADER_OCTETS);
  view.setUint16(octets.length, type);
  view.setUint16(octets.length + 2, length);
  return longer;
}

/** XOR-MAPPED-ADDRESS and its likes. */
export function xorAddress(type: 0x0012 | 0x0016 | 0x0020, { address, port }: Endpoint): AttributeValue {
  const family = familyOf(address);
  return { type, length: family === 1 ? 8 : 20, reserved: 0, family, port, address };
}

/** An attribute whose value is octets as they are. */
export function plain(type: number, value: Uint8Array): AttributeValue {
  return { type, length: value.length, value: toHex(value) };
}

export function lifetimeAttribute(seconds: number): AttributeValue {
  return { type: ATTRIBUTES.LIFETIME, length: 4, lifetime: seconds };
}

/** ADDRESS-ERROR-CODE: RFC 8656 section 18.12. */
export function addressErrorAttribute(family: Family, code: 440 | 508): AttributeValue {
  const reason = utf8(REASONS[code]);
  return {
    type: ATTRIBUTES.ADDRESS_ERROR_CODE,
    length: 4 + reason.length,
    family,
    reserved: 0,
    class: Math.floor(code / 100),
    number: code % 100,
    reason: toHex(reason),
  };
}
