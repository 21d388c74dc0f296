/** What a server answers to a request, before it is octets. */
import { toHex } from '../../contract/hex.ts';
import { ATTRIBUTES, type ErrorCode, REASONS } from './codes.ts';
import { utf8 } from './text.ts';
import { type AttributeValue, plain, type Signature } from './write-message.ts';

export interface Answer {
  readonly kind: 'success' | 'error';
  readonly attributes: readonly AttributeValue[];
  /** AUTH-11: of an authenticated request. */
  readonly signature?: Signature | undefined;
}

export function success(...attributes: readonly AttributeValue[]): Answer {
  return { kind: 'success', attributes };
}

export function refusal(code: ErrorCode, ...attributes: readonly AttributeValue[]): Answer {
  return { kind: 'error', attributes: [errorAttribute(code), ...attributes] };
}

/** STUN-420-01: with every type that was not understood. */
export function notUnderstood(types: readonly number[]): Answer {
  const octets = types.flatMap((type) => [type >> 8, type & 0xff]);
  return refusal(420, plain(ATTRIBUTES.UNKNOWN_ATTRIBUTES, Uint8Array.from(octets)));
}

/** STUN-ERR-01, STUN-ERR-02. */
function errorAttribute(code: ErrorCode): AttributeValue {
  const reason = utf8(REASONS[code]);
  return {
    type: ATTRIBUTES.ERROR_CODE,
    length: 4 + reason.length,
    reserved: 0,
    class: Math.floor(code / 100),
    number: code % 100,
    reason: toHex(reason),
  };
}
