/** What the tester as a server answers: as an ordinary server does, or otherwise in a way that has a name. */
import type { TransportAddress } from '../../../harness/surface.ts';
import { viewOf } from '../../../wire/runtime/octets.ts';
import { xorAddress } from '../addresses.ts';
import { ATTRIBUTES, METHODS, methodName } from '../attribute-types.ts';
import { signed } from '../integrity.ts';
import { type Attribute, stunOctets } from '../message.ts';
import type { StunMessage } from '../read-message.ts';
import { numberIn } from '../read-message.ts';
import { isSigned, sealFor } from './guest.ts';
import type { Heard } from './visit.ts';

/** What a server tells who has no credentials yet. */
export interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  /** The value of PASSWORD-ALGORITHMS. */
  readonly algorithms?: Uint8Array | undefined;
}

export interface Reply {
  /** 0 for success, -1 for an error without a code. */
  readonly code: number;
  /** Beside those that the code asks for. */
  readonly more?: readonly Attribute[];
  readonly lifetime?: number;
  readonly relayed?: TransportAddress;
  readonly seal?: 'right' | 'wrong' | "somebody's" | 'none';
  /** In its id of the transaction. */
  readonly error?: number;
  readonly challenge?: Challenge;
}

/** Where the tester's allocations are said to be: addresses for documentation (RFC 5737, RFC 3849). */
const RELAYED: TransportAddress = { address: '192.0.2.1', port: 50_000 };
export const RELAYED_6: TransportAddress = { address: '2001:db8::1', port: 50_000 };
/** RFC 8656 section 3.2: what a server grants unless it was told otherwise. */
export const DEFAULT_LIFETIME = 600;

export function replyOctets({ message, from }: Heard<StunMessage>, reply: Reply, realm: string): Uint8Array {
  const transaction = message.transaction.slice();
  transaction[11]! ^= reply.error ?? 0;
  const isError = reply.code !== 0;
  const attributes = isError ? errorAttributes(reply) : successAttributes(message, from, reply, transaction);
  const octets = stunOctets({
    method: message.method,
    of: isError ? 'error' : 'success',
    transaction,
    attributes: [...attributes, text(ATTRIBUTES.SOFTWARE, 'Assay'), ...(reply.more ?? [])],
  });
  const seal = reply.seal ?? (reply.challenge === undefined && isSigned(message) ? 'right' : 'none');
  if (seal === 'none') return octets;
  const { key, digest } = sealFor(message, realm, seal === "somebody's" ? 'not-the-password' : undefined);
  const whole = signed(octets, key, digest);
  if (seal === 'wrong') whole[whole.length - 1]! ^= 1;
  return whole;
}

function errorAttributes({ code, challenge }: Reply): readonly Attribute[] {
  const error =
    code < 0
      ? []
      : [{ type: ATTRIBUTES['ERROR-CODE'], value: Uint8Array.of(0, 0, Math.floor(code / 100), code % 100) }];
  if (challenge === undefined) return error;
  const { realm, nonce, algorithms } = challenge;
  const listed = algorithms === undefined ? [] : [{ type: ATTRIBUTES['PASSWORD-ALGORITHMS'], value: algorithms }];
  return [...error, text(ATTRIBUTES.REALM, realm), text(ATTRIBUTES.NONCE, nonce), ...listed];
}

function successAttributes(
  request: StunMessage,
  from: TransportAddress,
  { lifetime, relayed = RELAYED }: Reply,
  transaction: Uint8Array,
): readonly Attribute[] {
  const mapped = { type: ATTRIBUTES['XOR-MAPPED-ADDRESS'], value: xorAddress(from, transaction) };
  switch (methodName(request.method)) {
    case 'Binding':
      return [mapped];
    case 'Allocate': {
      const at = { type: ATTRIBUTES['XOR-RELAYED-ADDRESS'], value: xorAddress(relayed, transaction) };
      return [at, lifetimeOf(lifetime ?? DEFAULT_LIFETIME), mapped];
    }
    case 'Refresh':
      return [lifetimeOf(numberIn(request, 'LIFETIME') === 0 ? 0 : (lifetime ?? DEFAULT_LIFETIME))];
    default:
      return [];
  }
}

function lifetimeOf(seconds: number): Attribute {
  const value = new Uint8Array(4);
  viewOf(value).setUint32(0, seconds);
  return { type: ATTRIBUTES.LIFETIME, value };
}

function text(type: number, value: string): Attribute {
  return { type, value: new TextEncoder().encode(value) };
}

/** Data of a peer for the client: RFC 8656 section 11.4. */
export function dataIndication(
  transaction: Uint8Array,
  peer: TransportAddress | undefined,
  data: Uint8Array | undefined,
): Uint8Array {
  const attributes = [
    ...(peer === undefined ? [] : [{ type: ATTRIBUTES['XOR-PEER-ADDRESS'], value: xorAddress(peer, transaction) }]),
    ...(data === undefined ? [] : [{ type: ATTRIBUTES.DATA, value: data }]),
  ];
  return stunOctets({ method: METHODS.Data!, of: 'indication', transaction, attributes });
}
