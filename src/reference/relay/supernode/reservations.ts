/**
 * Reservations at a supernode: whose they are, how long they last, whom they let in. Traffic changes nothing about them
 * (HPR-RES-04); when one ends, its circuits end with it, before anybody is told.
 */
import { type Attribute, all, attribute, find, type Limits, signed } from '../attributes.ts';
import type { Header } from '../frame.ts';
import { refuse, reply } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, seconds } from '../state.ts';
import { callOff } from '../timers.ts';
import { ERROR, TYPE } from '../types.ts';
import { closeCircuitsOf } from './relay.ts';
import { type Reservation, reservationsOf } from './reservation-table.ts';
import { recordNow } from './role.ts';

export function takeReserve(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  if (!state.service.isServing) {
    refuse(state, session, header, ERROR.unavailable);
    return;
  }
  const wanted = find(attributes, 'Reservation');
  const token = find(attributes, 'Token')?.token ?? header.messageId;
  const again = reservationsOf(state, session.peer).find((each) => each.token === token);
  if (wanted) renew(state, session, header, attributes, wanted.reservation);
  else if (again) grant(state, session, header, again);
  else make(state, session, header, attributes, token);
}

/** The reservation of that number if it is the neighbour's own; otherwise it is told why not. */
function owned(state: NodeState, session: Session, header: Header, number: number): Reservation | undefined {
  const reservation = state.reservations.byNumber.get(number);
  if (reservation === undefined) refuse(state, session, header, ERROR.noReservation);
  else if (reservation.owner !== session.peer) refuse(state, session, header, ERROR.wrongKey);
  else return reservation;
  return undefined;
}

function renew(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
  number: number,
): void {
  const reservation = owned(state, session, header, number);
  if (reservation === undefined) return;
  setLease(state, reservation, leaseFor(state, attributes));
  grant(state, session, header, reservation);
}

function make(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
  token: string,
): void {
  const { byNumber } = state.reservations;
  // HPR-QUOTA-01
  if (reservationsOf(state, session.peer).length >= state.settings.reservationsMost) {
    refuse(state, session, header, ERROR.quotaReached);
    return;
  }
  // HPR-ELECT-04
  if (byNumber.size >= state.settings.slots) {
    refuse(state, session, header, ERROR.insufficientCapacity);
    return;
  }
  let number = 0;
  while (number === 0 || byNumber.has(number)) number = 1 + state.chance.below(0xffffffff);
  const reservation = { number, owner: session.peer, token, until: 0, permitted: new Set<string>(), end: undefined };
  byNumber.set(number, reservation);
  setLease(state, reservation, leaseFor(state, attributes));
  grant(state, session, header, reservation);
}

/** HPR-RES-03, in seconds. */
function leaseFor(state: NodeState, attributes: readonly Attribute[]): number {
  const { leaseLeast, leaseMost, leaseDefault } = state.settings;
  const asked = find(attributes, 'Lease')?.seconds ?? leaseDefault;
  return Math.min(leaseMost, Math.max(leaseLeast, asked));
}

function setLease(state: NodeState, reservation: Reservation, lease: number): void {
  callOff(reservation.end);
  reservation.until = state.now + lease * SECOND;
  reservation.end = state.timers.at(reservation.until, () => endReservation(state, reservation));
}

function endReservation(state: NodeState, reservation: Reservation): void {
  callOff(reservation.end);
  reservation.until = state.now;
  state.reservations.byNumber.delete(reservation.number);
  if (reservationsOf(state, reservation.owner).length === 0)
    closeCircuitsOf(state, reservation.owner, ERROR.noReservation);
}

export function endAllReservations(state: NodeState): void {
  for (const reservation of state.reservations.byNumber.values()) endReservation(state, reservation);
}

function grant(state: NodeState, session: Session, header: Header, reservation: Reservation): void {
  const lease = Math.round((reservation.until - state.now) / SECOND);
  const voucher = signed(state.crypto, state.identity.pair, 'Voucher', {
    reservation: reservation.number,
    expires: seconds(state) + lease,
    peer: reservation.owner,
    relay: state.identity.key,
  });
  reply(state, session, header, TYPE.GRANT, [
    attribute('Reservation', { reservation: reservation.number }),
    attribute('Lease', { seconds: lease }),
    attribute('Limits', limitsOf(state)),
    voucher,
    recordNow(state),
  ]);
}

/** HPR-QUOTA-02 */
function limitsOf({ settings }: NodeState): Omit<Limits, 'kind' | 'length'> {
  return { octets: settings.circuitOctets, seconds: settings.circuitSeconds, credit: settings.credit };
}

export function takeRelease(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  const wanted = find(attributes, 'Reservation');
  if (wanted === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  const reservation = owned(state, session, header, wanted.reservation);
  if (reservation === undefined) return;
  // HPR-RES-03: nothing is relayed once this is confirmed.
  endReservation(state, reservation);
  reply(state, session, header, TYPE.RELEASE_OK, [attribute('Reservation', wanted)]);
}

export function takePermit(state: NodeState, session: Session, header: Header, attributes: readonly Attribute[]): void {
  const wanted = find(attributes, 'Reservation');
  if (wanted === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  const reservation = owned(state, session, header, wanted.reservation);
  if (reservation === undefined) return;
  for (const { node } of all(attributes, 'Peer')) {
    if (reservation.permitted.size < state.settings.permissionsMost) reservation.permitted.add(node);
  }
  reply(state, session, header, TYPE.OK);
}
