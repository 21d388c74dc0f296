/**
 * Neighbours for their own sake: a few supernodes to be probed by, to hear of others from, and to hold reservations at. Taken
 * from the bootstrap list and the view; one that is lost is replaced.
 */
import { fromHex } from '../../../contract/hex.ts';
import { type Dialled, dial } from '../session/dial.ts';
import { keep } from '../session/keep-alive.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nodeId } from '../state.ts';
import { askForPeers, expireRecords } from '../supernode/view.ts';
import { callOff, type Timer } from '../timers.ts';
import { dialPlaces, relaySessions } from './places.ts';
import { reserveWhereNeeded } from './reserve.ts';

export interface Neighbours {
  /** Being dialled, by identifier. */
  readonly dialling: Set<string>;
  /** Dialled in vain, how often and until when it is left alone, by identifier. */
  readonly failed: Map<string, { readonly count: number; readonly until: number }>;
  timer: Timer | undefined;
  asking: Timer | undefined;
}

/** As many as probers are asked; the rest of HPR-VIEW-01's eight is for those whom a conversation needs. */
const WANTED = 4;
/** Seconds between looks while some are missing. */
const LOOK_AGAIN = 2;
/** Seconds that one is left alone after it has not answered; then twice as long, a minute at most. */
const [LEFT_ALONE, LONGEST] = [4, 60];
const FAILED_MOST = 512;

export function openNeighbours(): Neighbours {
  return { dialling: new Set(), failed: new Map(), timer: undefined, asking: undefined };
}

export function tendNeighbours(state: NodeState): void {
  if (state.isGone || state.role === 'directory') return;
  const { neighbours } = state;
  const missing =
    Math.min(WANTED, state.settings.neighboursMost) - relaySessions(state).length - neighbours.dialling.size;
  for (const known of candidates(state).slice(0, Math.max(0, missing))) dialNeighbour(state, known);
  callOff(neighbours.timer);
  if (missing > 0) neighbours.timer = state.timers.at(state.now + LOOK_AGAIN * SECOND, () => tendNeighbours(state));
}

function candidates(state: NodeState): Dialled[] {
  expireRecords(state);
  const { dialling, failed } = state.neighbours;
  const known = [
    ...state.bootstrap,
    ...[...state.view.records.values()].map(({ id, endpoint, record }) => ({ id, endpoint, key: record.publicKey })),
  ];
  const isFree = ({ id }: Dialled): boolean =>
    id !== state.identity.id &&
    !dialling.has(id) &&
    (failed.get(id)?.until ?? 0) <= state.now &&
    !state.sessions.with(id)?.isKept;
  const free = [...new Map(known.map((each) => [each.id, each])).values()].filter(isFree);
  // Not all nodes the same ones, and those last that did not answer.
  const start = free.length === 0 ? 0 : state.chance.below(free.length);
  const turned = [...free.slice(start), ...free.slice(0, start)];
  return turned.sort((one, other) => (failed.get(one.id)?.count ?? 0) - (failed.get(other.id)?.count ?? 0));
}

function dialNeighbour(state: NodeState, known: Dialled): void {
  const { dialling, failed } = state.neighbours;
  const present = state.sessions.with(known.id);
  if (present) {
    adopt(state, present);
    return;
  }
  dialling.add(known.id);
  const count = failed.get(known.id)?.count ?? 0;
  dial(state, dialPlaces(known, count), (session) => {
    dialling.delete(known.id);
    if (session) {
      failed.delete(known.id);
      adopt(state, session);
    } else {
      const until = state.now + Math.min(LONGEST, LEFT_ALONE * 2 ** count) * SECOND;
      if (failed.size < FAILED_MOST) failed.set(known.id, { count: count + 1, until });
    }
    tendNeighbours(state);
  });
}

/** From now on kept, and used. */
export function adopt(state: NodeState, session: Session): void {
  session.isRelay = true;
  keep(state, session);
  askForPeers(state, session);
  reserveWhereNeeded(state);
}

/** Every 20 s one of them is asked for more. */
export function askOnAndOn(state: NodeState): void {
  state.neighbours.asking = state.timers.at(state.now + state.settings.peersEvery * SECOND, () => {
    const relays = relaySessions(state);
    const one = relays[relays.length === 0 ? 0 : state.chance.below(relays.length)];
    if (one && !state.isGone) askForPeers(state, one);
    askOnAndOn(state);
  });
}

/** Where a supernode is, of which the key is known: from a record that was given, the bootstrap list, or the view. */
export function whereIs(state: NodeState, key: string): Dialled | undefined {
  const id = nodeId(state.crypto, fromHex(key));
  const listed = state.bootstrap.find((each) => each.key === key);
  const known = state.view.records.get(id);
  return listed ?? (known && { id, key, endpoint: known.endpoint });
}
