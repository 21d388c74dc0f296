/**
 * Data and acknowledgements: within the window and the credit of the path, again when nothing is heard, and told to the sender
 * only once the other application has it (HPR-DELIV-01 to -04).
 */

import { toHex } from '../../../contract/hex.ts';
import type { RelayContent } from '../../../generated/relay/content.types.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import { type Conversation, isAlive, KIND, type Path } from './conversation.ts';
import { deliver } from './deliver.ts';
import { isQuestion, type Part } from './outgoing.ts';
import { dueAt, markLost, measureFirst } from './recovery.ts';
import { sendSealed } from './seal.ts';

/** Seconds that frames are taken to be under way while no echo has measured the path. */
const FIRST_ROUND_TRIP = 0.3;
/** Octets of a full frame, for which there must be credit. */
const FULL = 1256;

/** Sends what may be sent, and looks again when something is due. */
export function pump(state: NodeState, conversation: Conversation): void {
  callOff(conversation.resend);
  const path = conversation.active;
  if (path === undefined || conversation.state !== 'TALKING' || path.state !== 'up') return;
  let next = Number.POSITIVE_INFINITY;
  for (const part of conversation.out.parts) {
    if (part.sequence > conversation.out.limit) break;
    const due = dueAt(state, path, part);
    if (due > state.now) next = Math.min(next, due);
    else if (mayCarry(state, path)) next = Math.min(next, transmit(state, conversation, path, part));
    else {
      next = Math.min(next, state.now + state.settings.sendLeast * SECOND);
      break;
    }
  }
  if (Number.isFinite(next)) conversation.resend = state.timers.at(next, () => pump(state, conversation));
}

/** HPR-FLOW-01: the sender's half. What nobody has told of for long enough is not under way any more. */
function mayCarry(state: NodeState, path: Path): boolean {
  if (path.isDirect) return true;
  const old = state.now - state.settings.sendMost * SECOND;
  path.underWay = path.underWay.filter(({ at }) => at > old);
  const used = path.underWay.reduce((sum, { size }) => sum + size, path.queued);
  return used + FULL <= path.credit;
}

function transmit(state: NodeState, conversation: Conversation, path: Path, part: Part): number {
  if (part.attempts > 0 && !part.isLost) part.timeouts += 1;
  part.isLost = false;
  part.sentAt = state.now;
  part.attempts += 1;
  sendSealed(state, conversation, path, TYPE.DATA, {
    kind: KIND.data,
    generation: conversation.generation,
    sequence: part.sequence,
    purpose: part.purpose,
    isMore: part.isMore,
    reference: part.reference,
    body: toHex(part.body),
  });
  return dueAt(state, path, part);
}

/** Another path: nothing that was sent over the one before is waited for. */
export function sendAllAgain(state: NodeState, conversation: Conversation): void {
  for (const part of conversation.out.parts) {
    if (part.sentAt === undefined) break;
    part.sentAt = Number.NEGATIVE_INFINITY;
    part.attempts = 0;
    part.timeouts = 0;
  }
  pump(state, conversation);
}

export function takeData(state: NodeState, conversation: Conversation, path: Path, content: RelayContent): void {
  // HPR-FAIL-02: the path before delivers nothing once the move is acknowledged; the one after nothing before.
  if (content.generation !== conversation.generation) return;
  conversation.lastData = state.now;
  conversation.in.take(content, state.settings.window);
  deliver(state, conversation);
  acknowledge(state, conversation, conversation.active ?? path);
}

export function acknowledge(state: NodeState, conversation: Conversation, path: Path): void {
  const { received, delivered, taken, selective } = conversation.in;
  sendSealed(state, conversation, path, TYPE.ACK, {
    kind: KIND.ack,
    generation: conversation.generation,
    sequence: received,
    delivered,
    window: Math.min(0xffff, taken - delivered + state.settings.window),
    selective,
  });
}

export function takeAck(state: NodeState, conversation: Conversation, path: Path, content: RelayContent): void {
  const { sequence: received, delivered = 0, selective = 0, window = 0 } = content;
  const { come, done } = conversation.out.acknowledge({ received, delivered, selective, window });
  // An acknowledgement of something new has been there and back, as an echo has.
  if (come.length > 0) isAlive(path);
  if (path === conversation.active) measureFirst(state, path, come);
  markLost(state, path, conversation.out.parts, come);
  path.underWay = path.underWay.filter(({ at }) => at > state.now - (path.roundTrip ?? FIRST_ROUND_TRIP) * SECOND);
  for (const { ref, purpose, first } of done) {
    if (isQuestion(purpose)) conversation.out.questions.set(first, ref);
    else if (ref >= 0) state.outputs.push({ ref, result: { ok: true, outcome: 'delivered' } });
  }
  pump(state, conversation);
}

/** After a pause: what has waited, and the other ends are told. */
export function deliverAll(state: NodeState): void {
  for (const conversation of state.conversations.byPeer.values()) {
    if (deliver(state, conversation) && conversation.active) acknowledge(state, conversation, conversation.active);
  }
}
