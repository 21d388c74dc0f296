/**
 * A datagram arrives: well-formed or dropped; without a session only words of a handshake and probes; with one, its MAC
 * first, then who it is for. HPR-FRAME-01 to -04.
 */

import type { Attribute } from './attributes.ts';
import { takeContactList, takeFound, takePresence } from './client/contacts.ts';
import { takeCredit } from './conversation/credit.ts';
import { takeClose, takeEndToEnd } from './conversation/take.ts';
import { takeDirectoryFrame } from './directory/take.ts';
import type { Endpoint } from './endpoint.ts';
import { attributesOf, type Header, hasHopMac, headerOf } from './frame.ts';
import { takeDial, takeProbe, takeProbeMe, takeProbeSeen } from './reach/prober.ts';
import { takeHello } from './session/answer-hello.ts';
import { takeCookie, takeWelcome } from './session/dial.ts';
import { beginUse, endSession, takePing, takePong } from './session/keep-alive.ts';
import { takeAnswer } from './session/request.ts';
import { refuse } from './session/send.ts';
import type { Session } from './session/sessions.ts';
import type { NodeState } from './state.ts';
import { relayFrame } from './supernode/relay.ts';
import { takePermit, takeRelease, takeReserve } from './supernode/reservations.ts';
import { takePeers, takePeersAsk, takeRole } from './supernode/view.ts';
import { ERROR, FIRST_FORWARDED, FIRST_OPTIONAL, TYPE } from './types.ts';

export function receive(state: NodeState, from: Endpoint, octets: Uint8Array): void {
  const header = headerOf(octets);
  if (header === undefined || header.source === state.identity.id) return;
  if (takeBare(state, from, header, octets)) return;
  const session = state.sessions.at(from).find(({ receiveKey }) => hasHopMac(state.crypto, receiveKey, octets));
  if (session === undefined) return;
  // A neighbour's own frames are taken once; those that it forwards have the memory of duplicates, or their seal.
  if (header.source === session.peer && !session.window.take(header.messageId)) return;
  session.lastHeard = state.now;
  if (!session.isConfirmed) {
    session.isConfirmed = true;
    beginUse(state, session);
  }
  if (header.type >= FIRST_FORWARDED && header.type < FIRST_OPTIONAL) takeForwarded(state, session, header, octets);
  else if (header.destination === state.identity.id && header.source === session.peer) {
    takeOwn(state, session, header, octets);
  }
}

/** Whether the frame is one that needs no session. */
function takeBare(state: NodeState, from: Endpoint, header: Header, octets: Uint8Array): boolean {
  const { type } = header;
  const isBare = type === TYPE.HELLO || type === TYPE.COOKIE || type === TYPE.WELCOME || type === TYPE.PROBE;
  if (!isBare) return false;
  const attributes = attributesOf(octets);
  if (attributes === undefined) return true;
  if (type === TYPE.HELLO) takeHello(state, from, header, attributes, octets);
  else if (type === TYPE.COOKIE) takeCookie(state, from, header, attributes);
  else if (type === TYPE.WELCOME) takeWelcome(state, from, header, attributes, octets);
  else takeProbe(state, attributes);
  return true;
}

const END_TO_END: ReadonlySet<number> = new Set([TYPE.OPEN, TYPE.ACCEPT, TYPE.DATA, TYPE.ACK, TYPE.MOVE, TYPE.ECHO]);

function takeForwarded(state: NodeState, session: Session, header: Header, octets: Uint8Array): void {
  if (header.destination !== state.identity.id) {
    relayFrame(state, session, header, octets);
    return;
  }
  if (header.type === TYPE.CLOSE) takeClose(state, session, octets);
  else if (END_TO_END.has(header.type)) takeEndToEnd(state, session, header, octets);
  else if (header.source === session.peer) takeOwn(state, session, header, octets);
}

type Handler = (state: NodeState, session: Session, header: Header, attributes: readonly Attribute[]) => void;

const HANDLERS: ReadonlyMap<number, Handler> = new Map<number, Handler>([
  [TYPE.PING, takePing],
  [TYPE.PONG, (state, session, _header, attributes) => takePong(state, session, attributes)],
  [TYPE.BYE, endSession],
  [TYPE.PRESENCE, takePresence],
  [TYPE.CONTACT_LIST, (state, session, _header, attributes) => takeContactList(state, session, attributes)],
  [TYPE.FOUND, (state, session, _header, attributes) => takeFound(state, session, attributes)],
  [TYPE.PROBE_ME, takeProbeMe],
  [TYPE.DIAL, takeDial],
  [TYPE.PROBE_SEEN, (state, session, _header, attributes) => takeProbeSeen(state, session, attributes)],
  [TYPE.ROLE, (state, session, _header, attributes) => takeRole(state, session, attributes)],
  [TYPE.PEERS_ASK, takePeersAsk],
  [TYPE.PEERS, (state, session, _header, attributes) => takePeers(state, session, attributes)],
  [TYPE.RESERVE, takeReserve],
  [TYPE.RELEASE, takeRelease],
  [TYPE.PERMIT, takePermit],
  [TYPE.CREDIT, (state, session, _header, attributes) => takeCredit(state, session, attributes)],
]);

/** Types that only ever answer: without a request that they answer they say nothing. */
const ANSWERS: ReadonlySet<number> = new Set([
  TYPE.ERROR,
  TYPE.CHALLENGE,
  TYPE.CERTIFIED,
  TYPE.OK,
  TYPE.PROBE_RESULT,
  TYPE.GRANT,
  TYPE.RELEASE_OK,
]);

function takeOwn(state: NodeState, session: Session, header: Header, octets: Uint8Array): void {
  const attributes = attributesOf(octets);
  if (attributes === undefined) {
    if (header.isRequest) refuse(state, session, header, ERROR.badRequest);
    return;
  }
  // PEERS comes in several frames for one request, so it is never taken as an answer alone.
  if (header.type !== TYPE.PEERS && takeAnswer(state, session, header.type, attributes)) return;
  if (ANSWERS.has(header.type)) return;
  if (state.directory && takeDirectoryFrame(state, state.directory, session, header, attributes)) return;
  const handler = HANDLERS.get(header.type);
  if (handler) handler(state, session, header, attributes);
  // HPR-FRAME-03
  else if (header.type < FIRST_OPTIONAL && header.isRequest) refuse(state, session, header, ERROR.unknownType);
}
