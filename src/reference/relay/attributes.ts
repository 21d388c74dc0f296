/**
 * Attributes of frames: made, found, signed and verified. What is signed is `HPR/1 ` and the attribute before its signature
 * (spec/relay/hpr-1.md section 2.2), so that no kind can be taken for another.
 */
import { fromHex, toHex } from '../../contract/hex.ts';
import type * as wire from '../../generated/relay/frame.types.ts';
import type { Crypto, KeyPair } from './crypto/provider.ts';
import { HEADER, NOBODY, writeFrame } from './frame.ts';
import { joined } from './octets.ts';

export type Attribute = wire.RelayFrame['attributes'][number];

interface Kinds {
  readonly Key: wire.RelayKey;
  readonly Ephemeral: wire.RelayEphemeral;
  readonly Cookie: wire.RelayCookie;
  readonly Signature: wire.RelaySignature;
  readonly Endpoint: wire.RelayEndpoint;
  readonly Name: wire.RelayName;
  readonly Nonce: wire.RelayNonce;
  readonly Cost: wire.RelayCost;
  readonly Response: wire.RelayResponse;
  readonly Certificate: wire.RelayCertificate;
  readonly Presence: wire.RelayPresence;
  readonly Contact: wire.RelayContact;
  readonly Token: wire.RelayToken;
  readonly ReachProof: wire.RelayReachProof;
  readonly Record: wire.RelayRecord;
  readonly Reservation: wire.RelayReservation;
  readonly Lease: wire.RelayLease;
  readonly Limits: wire.RelayLimits;
  readonly Voucher: wire.RelayVoucher;
  readonly Peer: wire.RelayPeer;
  readonly Credit: wire.RelayCredit;
  readonly Request: wire.RelayRequest;
  readonly ErrorCode: wire.RelayErrorCode;
  readonly Conversation: wire.RelayConversation;
  readonly Sealed: wire.RelaySealed;
  readonly Count: wire.RelayCount;
  readonly Padding: wire.RelayPadding;
}

type Kind = keyof Kinds;
export type Certificate = Kinds['Certificate'];
export type Presence = Kinds['Presence'];
export type ReachProof = Kinds['ReachProof'];
export type SupernodeRecord = Kinds['Record'];
export type Voucher = Kinds['Voucher'];
export type Limits = Kinds['Limits'];

const NUMBERS: { readonly [K in Kind]: Kinds[K]['kind'] } = {
  Key: 1,
  Ephemeral: 2,
  Cookie: 3,
  Signature: 4,
  Endpoint: 5,
  Name: 6,
  Nonce: 7,
  Cost: 8,
  Response: 9,
  Certificate: 10,
  Presence: 11,
  Contact: 12,
  Token: 13,
  ReachProof: 14,
  Record: 15,
  Reservation: 16,
  Lease: 17,
  Limits: 18,
  Voucher: 19,
  Peer: 20,
  Credit: 21,
  Request: 22,
  ErrorCode: 23,
  Conversation: 24,
  Sealed: 25,
  Count: 26,
  Padding: 128,
};

const SIGNATURE = 64;
const UNSIGNED = '00'.repeat(SIGNATURE);
const NO_FRAME = { type: 0, source: NOBODY, destination: NOBODY, messageId: '00'.repeat(8) };

export function attribute<K extends Kind>(kind: K, fields: Omit<Kinds[K], 'kind' | 'length'>): Attribute {
  return { kind: NUMBERS[kind], ...fields } as unknown as Attribute;
}

/** The first of a kind. */
export function find<K extends Kind>(attributes: readonly Attribute[], kind: K): Kinds[K] | undefined {
  return attributes.find((each) => each.kind === NUMBERS[kind]) as Kinds[K] | undefined;
}

export function all<K extends Kind>(attributes: readonly Attribute[], kind: K): Kinds[K][] {
  return attributes.filter((each) => each.kind === NUMBERS[kind]) as unknown as Kinds[K][];
}

export function is<K extends Kind>(one: Attribute, kind: K): one is Attribute & Kinds[K] {
  return one.kind === NUMBERS[kind];
}

type Signed = 'Certificate' | 'Presence' | 'ReachProof' | 'Record' | 'Voucher';

export function signed<K extends Signed>(
  crypto: Crypto,
  pair: KeyPair,
  kind: K,
  fields: Omit<Kinds[K], 'kind' | 'length' | 'signature'>,
): Attribute & Kinds[K] {
  const bare = attribute(kind, { ...fields, signature: UNSIGNED } as unknown as Kinds[K]);
  const signature = toHex(crypto.sign(pair, covered(bare)));
  return { ...bare, signature } as unknown as Attribute & Kinds[K];
}

/** `publicKey` in hex. */
export function isSigned(crypto: Crypto, publicKey: string, one: Kinds[Signed]): boolean {
  return crypto.isSigned(fromHex(publicKey), covered(one as Attribute), fromHex(one.signature));
}

function covered(one: Attribute): Uint8Array {
  const octets = octetsOf(one);
  return joined('HPR/1 ', octets.subarray(0, octets.length - SIGNATURE));
}

/** As a frame carries it. */
function octetsOf(one: Attribute): Uint8Array {
  return writeFrame(NO_FRAME, [one]).subarray(HEADER);
}
