/** Client or supernode: whoever has proved that it can be reached and does not object serves others (HPR-ELECT-01). */
import { type Attribute, signed } from '../attributes.ts';
import { wireOf } from '../endpoint.ts';
import { send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, seconds, tell } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { TYPE } from '../types.ts';

export interface Service {
  /** From the start, whatever it has proved. */
  readonly isFixed: boolean;
  isServing: boolean;
  sequence: number;
  announcing: Timer | undefined;
}

/** Opened as a relay it serves from the start; its record needs proofs like any other. */
export function openService(isServing: boolean): Service {
  return { isFixed: isServing, isServing, sequence: 0, announcing: undefined };
}

/** The verdict or the user's mind has changed. */
export function reconsider(state: NodeState): void {
  const { service } = state;
  const should = service.isFixed || (state.role === 'node' && state.isWilling && isPublic(state));
  if (should !== service.isServing) {
    service.isServing = should;
    tell(state, 'role', { value: should ? 'supernode' : 'client' });
    if (!should) state.told.serviceEnded();
  }
  announce(state);
}

function isPublic(state: NodeState): boolean {
  return state.reachability.verdict === 'public';
}

/** To all neighbours, now and once a minute; at the end, that it is over. */
function announce(state: NodeState): void {
  const { service } = state;
  callOff(service.announcing);
  const isOver = !(service.isServing && isPublic(state));
  if (isOver && service.sequence === 0) return;
  const words = ownRecord(state, isOver);
  for (const session of state.sessions.all()) send(state, session, TYPE.ROLE, words);
  if (isOver) service.sequence = 0;
  else service.announcing = state.timers.at(state.now + state.settings.recordEvery * SECOND, () => announce(state));
}

export function announceTo(state: NodeState, session: Session): void {
  if (state.service.isServing && isPublic(state)) send(state, session, TYPE.ROLE, ownRecord(state, false));
}

function ownRecord(state: NodeState, isOver: boolean): Attribute[] {
  const { service, settings, reachability } = state;
  service.sequence = Math.max(service.sequence + 1, seconds(state));
  const proofs = [...reachability.proofs.values()].slice(0, settings.proofsNeeded);
  return [recordNow(state, isOver), ...(proofs as Attribute[])];
}

/** Where it is, and what room it has. */
export function recordNow(state: NodeState, isOver = false): Attribute {
  const { crypto, identity, service, settings, reservations, reachability } = state;
  return signed(crypto, identity.pair, 'Record', {
    ...wireOf(reachability.seen ?? state.endpoints[0]!),
    sequence: service.sequence,
    expires: isOver ? seconds(state) : seconds(state) + settings.recordLife,
    slots: settings.slots,
    free: Math.max(0, settings.slots - reservations.byNumber.size),
    publicKey: identity.key,
  });
}
