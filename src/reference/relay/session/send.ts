/** The only ways out of a node: over a session, and before there is one, words of a handshake or a probe. */
import { type Attribute, attribute } from '../attributes.ts';
import type { Endpoint } from '../endpoint.ts';
import { type Header, lowerTimeToLive, NOBODY, setHopMac, writeFrame } from '../frame.ts';
import { type NodeState, nextMessageId } from '../state.ts';
import { TYPE } from '../types.ts';
import type { Session } from './sessions.ts';

/** `from`: which of its own endpoints. */
export function emit(state: NodeState, octets: Uint8Array, to: Endpoint, from = 0): void {
  const own = state.endpoints[from]!;
  state.outputs.push({ octets, from: { ...own, transport: to.transport }, to });
}

export interface Way {
  readonly isRequest?: boolean;
  /** The neighbour itself, when left out. */
  readonly destination?: string;
  readonly messageId?: string;
}

/** Puts a frame of this node onto a session; its message id. */
export function send(
  state: NodeState,
  session: Session,
  type: number,
  payload: readonly Attribute[] | Uint8Array,
  { isRequest = false, destination = session.peer, messageId = nextMessageId(state) }: Way = {},
): string {
  const words = { type, source: state.identity.id, destination, messageId, isRequest };
  pass(state, session, writeFrame(words, payload));
  return messageId;
}

/** Puts a frame, whosever it is, onto a session. Its octets are this function's from now on. */
export function pass(state: NodeState, session: Session, octets: Uint8Array): void {
  setHopMac(state.crypto, session.sendKey, octets);
  emit(state, octets, session.endpoint);
}

/** HPR-HOP-01, HPR-HOP-04: one hop less, the MAC of the next hop, and nothing else. */
export function forward(state: NodeState, session: Session, octets: Uint8Array): void {
  pass(state, session, lowerTimeToLive(octets));
}

export function reply(
  state: NodeState,
  session: Session,
  asked: Header,
  type: number,
  payload: readonly Attribute[] = [],
): void {
  send(state, session, type, [attribute('Request', { messageId: asked.messageId }), ...payload]);
}

export function refuse(
  state: NodeState,
  session: Session,
  asked: Header,
  code: number,
  more: readonly Attribute[] = [],
): void {
  reply(state, session, asked, TYPE.ERROR, [attribute('ErrorCode', { code, about: asked.type }), ...more]);
}

/** Without a session: HELLO, COOKIE, WELCOME, PROBE. */
export function sendBare(
  state: NodeState,
  to: Endpoint,
  type: number,
  payload: readonly Attribute[],
  destination = NOBODY,
  from = 0,
): string {
  const messageId = nextMessageId(state);
  const words = { type, source: state.identity.id, destination, messageId, isRequest: type === TYPE.HELLO };
  emit(state, writeFrame(words, payload), to, from);
  return messageId;
}
