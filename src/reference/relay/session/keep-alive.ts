/**
 * Sessions in use: begun, pinged, and over when nobody answers. What becomes of who depended on one is told to whoever
 * asked to be told.
 */
import { type Attribute, attribute, find } from '../attributes.ts';
import { endpointOf, wireOf } from '../endpoint.ts';
import type { Header } from '../frame.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import { giveUpRequests } from './request.ts';
import { reply, send } from './send.ts';
import type { Session } from './sessions.ts';

/** A PONG is 32 octets longer than an empty PING: HPR-HOP-06 also between neighbours. */
const PADDING = '00'.repeat(29);

/** From now on frames to that node go over this session. */
export function beginUse(state: NodeState, session: Session): void {
  const before = state.sessions.use(session);
  if (before) {
    session.isRelay ||= before.isRelay;
    before.isOver = true;
    callOff(before.ping);
    if (before.isKept) keep(state, session);
  }
  state.told.sessionBegun(session);
}

export function keep(state: NodeState, session: Session): void {
  if (session.isKept || session.isOver) return;
  session.isKept = true;
  pingLater(state, session, state.settings.pingEvery * SECOND);
  ping(state, session);
}

/** Somebody misses answers over it: it is pinged at once, and not in a while. */
export function suspect(state: NodeState, session: Session): void {
  if (session.missed > 0 || session.isOver) return;
  session.missed = 1;
  ping(state, session);
  pingLater(state, session, SECOND);
}

function pingLater(state: NodeState, session: Session, wait: number): void {
  callOff(session.ping);
  session.ping = state.timers.at(state.now + wait, () => {
    if (session.isOver) return;
    if (session.missed >= state.settings.pingMissed) return endSession(state, session);
    session.missed += 1;
    ping(state, session);
    // The first one goes out in its turn; the next ones a second apart, until one is answered.
    pingLater(state, session, SECOND);
  });
}

function ping(state: NodeState, session: Session): void {
  const id = send(state, session, TYPE.PING, [attribute('Padding', { padding: PADDING })], { isRequest: true });
  session.pings.set(id, state.now);
  for (const old of session.pings.keys()) {
    if (session.pings.size <= 2 * state.settings.pingMissed) break;
    session.pings.delete(old);
  }
}

export function takePing(state: NodeState, session: Session, header: Header): void {
  reply(state, session, header, TYPE.PONG, [attribute('Endpoint', wireOf(session.endpoint))]);
}

export function takePong(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  const [asked, seen] = [find(attributes, 'Request'), find(attributes, 'Endpoint')];
  const sentAt = asked && session.pings.get(asked.messageId);
  if (sentAt === undefined) return;
  session.pings.clear();
  session.roundTrip = (state.now - sentAt) / SECOND;
  session.missed = 0;
  if (session.isKept) pingLater(state, session, state.settings.pingEvery * SECOND);
  const before = session.observed;
  session.observed = seen && endpointOf(seen);
  state.told.observed(session, before);
}

export function endSession(state: NodeState, session: Session): void {
  if (session.isOver) return;
  session.isOver = true;
  callOff(session.ping);
  const wasUsed = state.sessions.drop(session);
  if (!wasUsed) return;
  giveUpRequests(state, session);
  state.told.sessionOver(session);
}

/** What is not kept and has said nothing for a minute is forgotten, and so is what never was in use. */
export function sweep(state: NodeState): void {
  const old = state.now - state.settings.sessionIdle * SECOND;
  for (const session of state.sessions.everywhere()) if (session.lastHeard <= old) endSession(state, session);
}
