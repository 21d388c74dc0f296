/**
 * What waits in a relay: nothing, while its bandwidth is not capped; otherwise one frame of each lane in turn. Senders are
 * told by CREDIT how far their frames have come (spec/relay/hpr-1.md section 10.1).
 */
import { attribute } from '../attributes.ts';
import { forward, send } from '../session/send.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { TYPE } from '../types.ts';
import type { Lane } from './circuits.ts';

/** Octets forwarded until the next CREDIT: a quarter of what may be under way. */
const CREDIT_AFTER = 16_384;

export function enqueue(state: NodeState, lane: Lane, octets: Uint8Array): void {
  if (state.bandwidth === 0) {
    sendOn(state, lane, octets);
    return;
  }
  if (lane.queue.length === 0) state.circuits.waiting.push(lane);
  lane.queue.push(octets);
  lane.queued += octets.length;
  if (state.circuits.sending === undefined) sendNext(state);
}

/** One frame, and the next when the line is free again. */
function sendNext(state: NodeState): void {
  const { circuits } = state;
  circuits.sending = undefined;
  let lane = circuits.waiting.shift();
  // Lanes of circuits that are closed have nothing left.
  while (lane && lane.queue.length === 0) lane = circuits.waiting.shift();
  const octets = lane?.queue.shift();
  if (lane === undefined || octets === undefined) return;
  lane.queued -= octets.length;
  if (lane.queue.length > 0) circuits.waiting.push(lane);
  sendOn(state, lane, octets);
  const busy = (octets.length / state.bandwidth) * SECOND;
  circuits.sending = state.timers.at(state.now + busy, () => sendNext(state));
}

function sendOn(state: NodeState, lane: Lane, octets: Uint8Array): void {
  const session = state.sessions.with(lane.to);
  if (session) forward(state, session, octets);
  lane.sinceCredit += octets.length;
  const isDrained = state.bandwidth > 0 && lane.queue.length === 0;
  if (lane.sinceCredit >= CREDIT_AFTER || isDrained) tellCredit(state, lane);
}

function tellCredit(state: NodeState, lane: Lane): void {
  lane.sinceCredit = 0;
  const session = state.sessions.with(lane.from);
  const words = { queued: lane.queued, credit: state.settings.credit, upTo: lane.upTo };
  if (session)
    send(state, session, TYPE.CREDIT, [attribute('Peer', { node: lane.destination }), attribute('Credit', words)]);
}
