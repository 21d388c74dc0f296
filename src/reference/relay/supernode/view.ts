/**
 * The part of the supernodes that a node knows (HPR-VIEW-01, HPR-VIEW-03): records that are signed, live and come with
 * proofs, so many at most, and no more than a share from one informer.
 */
import { fromHex } from '../../../contract/hex.ts';
import {
  type Attribute,
  all,
  attribute,
  find,
  is,
  isSigned,
  type ReachProof,
  type SupernodeRecord,
} from '../attributes.ts';
import { type Endpoint, endpointOf } from '../endpoint.ts';
import type { Header } from '../frame.ts';
import { isProven } from '../reach/verdict.ts';
import { reply, send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { type NodeState, nodeId, seconds } from '../state.ts';
import { TYPE } from '../types.ts';

interface Known {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly record: SupernodeRecord;
  readonly proofs: readonly ReachProof[];
  /** Identifier of who told. */
  readonly informer: string;
}

export interface View {
  readonly records: Map<string, Known>;
}

/** Records in one frame, each with its proofs. */
const IN_ONE_FRAME = 2;
/** Records that are asked for at a time. */
const ASKED = 20;
/** Clocks may differ by so much. */
const LEEWAY = 5;

export function takeRole(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  const record = find(attributes, 'Record');
  if (record?.publicKey !== session.peerKey) return;
  session.isRelay = accept(state, record, all(attributes, 'ReachProof'), session.peer);
}

/** Whether the record is in the view now. */
function accept(state: NodeState, record: SupernodeRecord, proofs: readonly ReachProof[], informer: string): boolean {
  const { records } = state.view;
  const id = nodeId(state.crypto, fromHex(record.publicKey));
  const before = records.get(id);
  if (before && before.record.sequence >= record.sequence) return true;
  const endpoint = endpointOf(record);
  if (endpoint === undefined || id === state.identity.id) return false;
  // What there is no room for costs no signatures.
  if (before === undefined && hasTold(state, informer)) return false;
  if (!isSigned(state.crypto, record.publicKey, record)) return false;
  // It takes itself back.
  if (record.expires <= seconds(state)) records.delete(id);
  if (!isLive(state, record) || !isProven(state, id, endpoint, proofs)) return false;
  if (before === undefined) makeRoom(state);
  records.set(id, {
    id,
    endpoint,
    record,
    proofs: proofs.slice(0, state.settings.proofsNeeded),
    informer: before?.informer ?? informer,
  });
  return true;
}

function isLive(state: NodeState, { expires }: SupernodeRecord): boolean {
  const now = seconds(state);
  return expires > now && expires <= now + state.settings.recordLife + LEEWAY;
}

/** Whether the view holds all that it takes of one informer. */
function hasTold(state: NodeState, informer: string): boolean {
  expireRecords(state);
  const { viewMost, informerShare } = state.settings;
  let told = 0;
  for (const each of state.view.records.values()) if (each.informer === informer) told += 1;
  return told >= viewMost * informerShare;
}

/** For one more. */
function makeRoom(state: NodeState): void {
  const { records } = state.view;
  if (records.size < state.settings.viewMost) return;
  const [first] = [...records.values()].sort((one, other) => one.record.expires - other.record.expires);
  if (first) records.delete(first.id);
}

export function expireRecords(state: NodeState): void {
  for (const { id, record } of state.view.records.values()) if (!isLive(state, record)) state.view.records.delete(id);
}

export function askForPeers(state: NodeState, session: Session): void {
  session.asked = ASKED;
  send(state, session, TYPE.PEERS_ASK, [attribute('Count', { count: ASKED })], { isRequest: true });
}

export function takePeersAsk(
  state: NodeState,
  session: Session,
  header: Header,
  attributes: readonly Attribute[],
): void {
  expireRecords(state);
  const count = Math.min(find(attributes, 'Count')?.count ?? 0, ASKED);
  const known = [...state.view.records.values()].filter(({ id }) => id !== session.peer);
  const start = known.length === 0 ? 0 : state.chance.below(known.length);
  const chosen = [...known.slice(start), ...known.slice(0, start)].slice(0, count);
  for (let at = 0; at < Math.max(1, chosen.length); at += IN_ONE_FRAME) {
    const told = chosen.slice(at, at + IN_ONE_FRAME).flatMap(({ record, proofs }) => [record, ...proofs]);
    reply(state, session, header, TYPE.PEERS, told as Attribute[]);
  }
}

export function takePeers(state: NodeState, session: Session, attributes: readonly Attribute[]): void {
  attributes.forEach((one, place) => {
    if (!is(one, 'Record') || session.asked === 0) return;
    session.asked -= 1;
    const next = attributes.findIndex((each, at) => at > place && is(each, 'Record'));
    const own = attributes.slice(place + 1, next < 0 ? undefined : next);
    accept(state, one, all(own, 'ReachProof'), session.peer);
  });
}
