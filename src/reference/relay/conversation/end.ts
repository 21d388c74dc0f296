/** The end of a conversation: who waits is told what is known, and nothing of it is taken any more. */
import type { NodeState } from '../state.ts';
import { callOff } from '../timers.ts';
import type { Conversation } from './conversation.ts';

/** Ended conversations whose numbers are remembered. */
const REMEMBERED = 4096;

export function end(state: NodeState, conversation: Conversation): void {
  conversation.state = 'ENDED';
  for (const timer of [conversation.tick, conversation.resend, conversation.moving]) callOff(timer);
  for (const path of conversation.paths.values()) callOff(path.retry);
  const { byPeer, ended } = state.conversations;
  if (byPeer.get(conversation.peer) === conversation) byPeer.delete(conversation.peer);
  ended.add(conversation.id);
  const [oldest] = ended;
  if (ended.size > REMEMBERED && oldest !== undefined) ended.delete(oldest);
  // HPR-DELIV-04
  for (const { ref, outcome } of conversation.out.outcomes()) {
    if (ref >= 0) state.outputs.push({ ref, result: { ok: true, outcome } });
  }
  for (const ref of conversation.out.questions.values()) {
    state.outputs.push({ ref, result: { ok: true, outcome: 'delivered' } });
  }
}

/** Two conversations crossed: what was to be said in the one is said in the other, nothing of it having been sent. */
export function handOver(from: Conversation, to: Conversation): void {
  to.out.takeOver(from.out);
}
