/**
 * Reservations that this node holds at supernodes, so that it can be reached: two at different ones, renewed at half their
 * lease, replaced when one is lost. A public node needs none.
 */
import { toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, find, isSigned, type SupernodeRecord, type Voucher } from '../attributes.ts';
import { type Answer, request } from '../session/request.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';
import { relaySessions } from './places.ts';
import { presenceChanged } from './presence.ts';

export interface Held {
  readonly relay: string;
  /** Undefined while it is asked for. */
  number: number | undefined;
  voucher: Voucher | undefined;
  record: SupernodeRecord | undefined;
  timer: Timer | undefined;
}

/** Seconds that a supernode is left alone that has refused. */
const REFUSED_FOR = 15;

function isNeeded(state: NodeState): boolean {
  return (
    state.login?.certificate !== undefined &&
    state.reachability.verdict !== 'public' &&
    !state.service.isServing &&
    !state.isGone
  );
}

export function reserveWhereNeeded(state: NodeState): void {
  if (!isNeeded(state)) return;
  for (const session of relaySessions(state)) {
    if (state.held.size >= state.settings.reservationsKept) return;
    if (!state.held.has(session.peer) && !state.refusing.has(session.peer)) reserve(state, session);
  }
}

function reserve(state: NodeState, session: Session): void {
  const held: Held = {
    relay: session.peer,
    number: undefined,
    voucher: undefined,
    record: undefined,
    timer: undefined,
  };
  state.held.set(session.peer, held);
  // The same for each attempt: an answer that is lost must not cost a second reservation.
  ask(state, session, held, [attribute('Token', { token: toHex(state.chance.octets(8)) })]);
}

function ask(state: NodeState, session: Session, held: Held, words: readonly Attribute[]): void {
  request(state, session, TYPE.RESERVE, words, (answer) => {
    if (state.held.get(held.relay) !== held) return;
    if (answer?.type !== TYPE.GRANT || !take(state, session, held, answer)) lose(state, held, answer !== undefined);
  });
}

/** Whether it is a grant. */
function take(state: NodeState, session: Session, held: Held, { attributes }: Answer): boolean {
  const [number, lease, voucher] = [
    find(attributes, 'Reservation'),
    find(attributes, 'Lease'),
    find(attributes, 'Voucher'),
  ];
  if (number === undefined || lease === undefined || voucher === undefined) return false;
  if (voucher.relay !== session.peerKey || !isSigned(state.crypto, session.peerKey, voucher)) return false;
  held.number = number.reservation;
  held.voucher = voucher;
  held.record = find(attributes, 'Record') ?? state.view.records.get(session.peer)?.record;
  callOff(held.timer);
  held.timer = state.timers.at(state.now + (lease.seconds / 2) * SECOND, () => renew(state, held));
  presenceChanged(state);
  return true;
}

function renew(state: NodeState, held: Held): void {
  const session = state.sessions.with(held.relay);
  if (!isNeeded(state) || session === undefined || held.number === undefined) {
    lose(state, held, false);
    return;
  }
  ask(state, session, held, [attribute('Reservation', { reservation: held.number })]);
}

function lose(state: NodeState, held: Held, isRefused: boolean): void {
  callOff(held.timer);
  state.held.delete(held.relay);
  if (held.voucher) presenceChanged(state);
  if (isRefused) {
    state.refusing.add(held.relay);
    state.timers.at(state.now + REFUSED_FOR * SECOND, () => {
      state.refusing.delete(held.relay);
      reserveWhereNeeded(state);
    });
  }
  reserveWhereNeeded(state);
}

/** The session with a supernode is over. */
export function relayLost(state: NodeState, relay: string): void {
  const held = state.held.get(relay);
  if (held) lose(state, held, false);
}

/** Lets go of all of them. */
export function releaseAll(state: NodeState): void {
  for (const held of state.held.values()) {
    callOff(held.timer);
    const session = state.sessions.with(held.relay);
    if (session === undefined || held.number === undefined) continue;
    request(state, session, TYPE.RELEASE, [attribute('Reservation', { reservation: held.number })], () => {});
  }
  state.held.clear();
}
