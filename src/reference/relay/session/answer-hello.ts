/**
 * The side of a handshake that is asked. Remembers nothing until a HELLO has brought back its cookie and bears a signature
 * that holds, and never answers with more octets than came (HPR-FRAME-04, HPR-HOP-06).
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, find } from '../attributes.ts';
import { type Endpoint, keyOf, wireOf } from '../endpoint.ts';
import { type Header, setHopMac, writeFrame } from '../frame.ts';
import { areEqual, joined } from '../octets.ts';
import { ReplayWindow } from '../replay-window.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nextMessageId, nodeId } from '../state.ts';
import { TYPE } from '../types.ts';
import { emit } from './send.ts';
import type { Session } from './sessions.ts';
import { helloTranscript, hopKeys, welcomeTranscript } from './transcript.ts';

/** Sessions of one node; more are refused without a word. */
const MOST_SESSIONS = 8192;
const COOKIE = 16;

export function takeHello(
  state: NodeState,
  from: Endpoint,
  header: Header,
  attributes: readonly Attribute[],
  octets: Uint8Array,
): void {
  const [key, ephemeral] = [find(attributes, 'Key'), find(attributes, 'Ephemeral')];
  if (key === undefined || ephemeral === undefined || header.destination !== state.identity.id) return;
  if (nodeId(state.crypto, fromHex(key.publicKey)) !== header.source) return;
  const cookie = find(attributes, 'Cookie');
  if (cookie === undefined || !isOurs(state, from, ephemeral.publicKey, cookie.cookie)) {
    offerCookie(state, from, header, ephemeral.publicKey, octets.length);
    return;
  }
  const signature = find(attributes, 'Signature');
  const transcript = helloTranscript(header.destination, ephemeral.publicKey, key.publicKey);
  const isSigned =
    signature !== undefined && state.crypto.isSigned(fromHex(key.publicKey), transcript, fromHex(signature.signature));
  if (isSigned) welcome(state, from, header, key.publicKey, ephemeral.publicKey, octets.length);
}

function offerCookie(state: NodeState, from: Endpoint, header: Header, ephemeral: string, most: number): void {
  const attributes = [
    attribute('Request', { messageId: header.messageId }),
    attribute('Cookie', { cookie: toHex(cookieFor(state, from, ephemeral, slotOf(state))) }),
  ];
  const words = { type: TYPE.COOKIE, source: state.identity.id, destination: header.source };
  const frame = writeFrame({ ...words, messageId: nextMessageId(state) }, attributes);
  if (frame.length <= most) emit(state, frame, from);
}

function slotOf(state: NodeState): number {
  return Math.floor(state.now / (state.settings.cookieLife * SECOND));
}

function cookieFor(state: NodeState, from: Endpoint, ephemeral: string, slot: number): Uint8Array {
  const { crypto, identity } = state;
  const about = joined('HPR/1 cookie', keyOf(from), fromHex(ephemeral), String(slot));
  return crypto.hmac(identity.pair.secret, about).subarray(0, COOKIE);
}

function isOurs(state: NodeState, from: Endpoint, ephemeral: string, cookie: string): boolean {
  const slots = [slotOf(state), slotOf(state) - 1];
  return slots.some((slot) => areEqual(cookieFor(state, from, ephemeral, slot), fromHex(cookie)));
}

function welcome(
  state: NodeState,
  from: Endpoint,
  header: Header,
  key: string,
  askerEphemeral: string,
  most: number,
): void {
  const known = state.sessions.at(from).find(({ handshake }) => handshake.startsWith(askerEphemeral));
  if (known === undefined && state.sessions.size >= MOST_SESSIONS) return;
  const made = known ? undefined : makeSession(state, from, header.source, key, askerEphemeral);
  const session = known ?? made;
  if (session === undefined) return;
  const answererEphemeral = session.handshake.slice(askerEphemeral.length);
  const transcript = welcomeTranscript({
    asker: header.source,
    answerer: state.identity.id,
    askerEphemeral,
    answererEphemeral,
  });
  const attributes = [
    attribute('Request', { messageId: header.messageId }),
    attribute('Key', { publicKey: state.identity.key }),
    attribute('Ephemeral', { publicKey: answererEphemeral }),
    attribute('Endpoint', wireOf(from)),
    attribute('Signature', { signature: toHex(state.crypto.sign(state.identity.pair, transcript)) }),
  ];
  const words = { type: TYPE.WELCOME, source: state.identity.id, destination: header.source };
  const frame = writeFrame({ ...words, messageId: nextMessageId(state) }, attributes);
  if (frame.length > most) return;
  setHopMac(state.crypto, session.sendKey, frame);
  emit(state, frame, from);
  if (made) state.sessions.add(made);
}

function makeSession(
  state: NodeState,
  endpoint: Endpoint,
  peer: string,
  peerKey: string,
  askerEphemeral: string,
): Session | undefined {
  const { crypto, identity } = state;
  const own = crypto.agreementPair(state.chance.octets(32));
  const secret = crypto.agree(own, fromHex(askerEphemeral));
  if (secret === undefined) return undefined;
  const answererEphemeral = toHex(own.publicKey);
  const both = { asker: peer, answerer: identity.id, askerEphemeral, answererEphemeral };
  const keys = hopKeys(crypto, secret, welcomeTranscript(both));
  return {
    ...newSession(state, endpoint, peer, peerKey),
    sendKey: keys.answerer,
    receiveKey: keys.asker,
    handshake: askerEphemeral + answererEphemeral,
  };
}

/** What both sides of a handshake begin with. */
export function newSession(
  state: NodeState,
  endpoint: Endpoint,
  peer: string,
  peerKey: string,
): Omit<Session, 'sendKey' | 'receiveKey' | 'handshake'> {
  return {
    peer,
    peerKey,
    endpoint,
    heardFrom: endpoint,
    window: new ReplayWindow(state.settings.replayWindow),
    observed: undefined,
    isConfirmed: false,
    isOver: false,
    lastHeard: state.now,
    roundTrip: undefined,
    isKept: false,
    missed: 0,
    ping: undefined,
    pings: new Map(),
    asked: 0,
    isRelay: false,
  };
}
