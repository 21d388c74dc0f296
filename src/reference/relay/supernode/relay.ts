/**
 * Frames that pass through: once, one hop less, to a neighbour and nowhere else, within what the circuit may carry. What has
 * no circuit and opens none is dropped without a word.
 */
import { fromHex } from '../../../contract/hex.ts';
import { attribute, find, isSigned, type Voucher } from '../attributes.ts';
import { attributesOf, type Header } from '../frame.ts';
import { refuse, send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, nodeId, seconds } from '../state.ts';
import { callOff } from '../timers.ts';
import { ERROR, TYPE } from '../types.ts';
import { addCircuit, type Circuit, circuitFor, laneFrom, newLane, openedBy, removeCircuit } from './circuits.ts';
import { enqueue } from './lanes.ts';
import { isPermitted, isRedeemable, reservationsOf } from './reservation-table.ts';

/** Seconds that an OPEN may wait for its ACCEPT. */
const OPENING = 10;

export function relayFrame(state: NodeState, session: Session, header: Header, octets: Uint8Array): void {
  if (!state.service.isServing || header.type === TYPE.CLOSE) return;
  if (header.type === TYPE.OPEN) {
    takeOpen(state, session, header, octets);
    return;
  }
  const circuit = circuitFor(state.circuits, header.source, header.destination);
  if (circuit === undefined || laneFrom(circuit, header.source).from !== session.peer) return;
  const isAccept = header.type === TYPE.ACCEPT;
  if (isAccept ? openedBy(circuit) === header.source : !circuit.isOpen) return;
  if (!mayPass(state, session, header)) return;
  if (isAccept && !circuit.isOpen) open(state, circuit);
  carry(state, circuit, header, octets);
}

/** HPR-HOP-01, HPR-HOP-03 */
function mayPass(state: NodeState, session: Session, header: Header): boolean {
  if (header.timeToLive <= 1) {
    refuse(state, session, header, ERROR.tooManyHops);
    return false;
  }
  return state.circuits.duplicates.take(header.source, header.messageId, state.now);
}

function takeOpen(state: NodeState, session: Session, header: Header, octets: Uint8Array): void {
  const attributes = attributesOf(octets);
  if (attributes === undefined) {
    refuse(state, session, header, ERROR.badRequest);
    return;
  }
  const voucher = find(attributes, 'Voucher');
  const next = nextHop(state, session, header, voucher);
  if (typeof next === 'number') {
    refuse(state, session, header, next);
    return;
  }
  if (next === undefined || !mayPass(state, session, header)) return;
  const before = circuitFor(state.circuits, header.source, header.destination);
  if (before === undefined && state.circuits.byLane.size >= 2 * state.settings.circuitsMost) {
    refuse(state, session, header, ERROR.insufficientCapacity);
    return;
  }
  const isSame =
    before !== undefined && openedBy(before) === header.source && laneFrom(before, header.source).from === session.peer;
  if (before && !isSame) drop(state, before);
  carry(state, isSame ? before : begin(state, session, header, next), header, octets);
}

/** The neighbour that an OPEN goes to; an error to say; or nothing, and not a word (HPR-RES-06). */
function nextHop(
  state: NodeState,
  session: Session,
  header: Header,
  voucher: Voucher | undefined,
): Session | number | undefined {
  if (voucher && !isGood(state, header.destination, voucher)) return ERROR.forbidden;
  const isHere = reservationsOf(state, header.destination).length > 0;
  if (isHere) {
    const isLetIn = voucher?.relay === state.identity.key || isPermitted(state, header.destination, header.source);
    if (voucher?.relay === state.identity.key && !isRedeemable(state, header.destination, voucher))
      return ERROR.forbidden;
    return isLetIn ? state.sessions.with(header.destination) : undefined;
  }
  // HPR-RES-07: on to the relay that the voucher names, while there are hops.
  const other =
    voucher && voucher.relay !== state.identity.key ? nodeId(state.crypto, fromHex(voucher.relay)) : undefined;
  const onward = other === undefined || other === session.peer ? undefined : state.sessions.with(other);
  return onward ?? ERROR.noReservation;
}

/** HPR-RES-05 */
function isGood(state: NodeState, target: string, voucher: Voucher): boolean {
  return voucher.peer === target && voucher.expires > seconds(state) && isSigned(state.crypto, voucher.relay, voucher);
}

function begin(state: NodeState, session: Session, header: Header, next: Session): Circuit {
  const { source, destination } = header;
  const there = newLane(source, destination, session.peer, next.peer);
  const back = newLane(destination, source, next.peer, session.peer);
  const circuit: Circuit = { lanes: [there, back], isLast: next.peer === destination, isOpen: false, end: undefined };
  circuit.end = state.timers.at(state.now + OPENING * SECOND, () => drop(state, circuit));
  addCircuit(state.circuits, circuit);
  return circuit;
}

function open(state: NodeState, circuit: Circuit): void {
  callOff(circuit.end);
  circuit.isOpen = true;
  const until = state.now + state.settings.circuitSeconds * SECOND;
  circuit.end = state.timers.at(until, () => close(state, circuit, ERROR.quotaReached));
}

function carry(state: NodeState, circuit: Circuit, header: Header, octets: Uint8Array): void {
  const lane = laneFrom(circuit, header.source);
  // HPR-QUOTA-02: each direction by itself.
  if (lane.octets + octets.length > state.settings.circuitOctets) {
    close(state, circuit, ERROR.quotaReached);
    return;
  }
  // HPR-FLOW-01: what is beyond the credit is not taken.
  if (lane.queued + octets.length > state.settings.credit) return;
  lane.octets += octets.length;
  lane.upTo = header.messageId;
  enqueue(state, lane, octets);
}

function drop(state: NodeState, circuit: Circuit): void {
  callOff(circuit.end);
  removeCircuit(state.circuits, circuit);
}

/** Over, and both ends are told why. */
function close(state: NodeState, circuit: Circuit, code: number): void {
  drop(state, circuit);
  for (const { from, source, destination } of circuit.lanes) {
    const session = state.sessions.with(from);
    const words = [attribute('Peer', { node: destination }), attribute('ErrorCode', { code, about: TYPE.OPEN })];
    if (session && from === source) send(state, session, TYPE.CLOSE, words);
  }
}

/** A node that held a reservation here holds none any more. */
export function closeCircuitsOf(state: NodeState, owner: string, code: number): void {
  for (const circuit of new Set(state.circuits.byLane.values())) {
    if (circuit.isLast && circuit.lanes[0].destination === owner) close(state, circuit, code);
  }
}

/** A neighbour is gone, and with it what went over it. */
export function dropCircuitsOver(state: NodeState, neighbour: string): void {
  for (const circuit of new Set(state.circuits.byLane.values())) {
    if (circuit.lanes.some(({ from }) => from === neighbour)) close(state, circuit, ERROR.unavailable);
  }
}
