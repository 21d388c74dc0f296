/** Reservations at a supernode: looked up, and asked whom they let in. */
import type { Voucher } from '../attributes.ts';
import type { NodeState } from '../state.ts';
import type { Timer } from '../timers.ts';

export interface Reservation {
  readonly number: number;
  /** Identifier of the node that made it (HPR-RES-02). */
  readonly owner: string;
  /** Of the request that made it, so that one that comes again makes no second. */
  readonly token: string;
  /** Microseconds. */
  until: number;
  readonly permitted: Set<string>;
  end: Timer | undefined;
}

export interface Reservations {
  readonly byNumber: Map<number, Reservation>;
}

export function reservationsOf(state: NodeState, owner: string): Reservation[] {
  return [...state.reservations.byNumber.values()].filter((each) => each.owner === owner && each.until > state.now);
}

/** HPR-RES-06: in person. */
export function isPermitted(state: NodeState, target: string, source: string): boolean {
  return reservationsOf(state, target).some(({ permitted }) => permitted.has(source));
}

/** Whether a voucher of this supernode is for a reservation that still lives. */
export function isRedeemable(state: NodeState, target: string, voucher: Voucher): boolean {
  return reservationsOf(state, target).some(({ number }) => number === voucher.reservation);
}
