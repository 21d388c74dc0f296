/** Messages handed to the application: data as an event, questions as events that can be answered, answers to their question. */
import { toHex } from '../../../contract/hex.ts';
import { type NodeState, tell } from '../state.ts';
import { readCall } from './call.ts';
import { type Conversation, PURPOSE } from './conversation.ts';
import type { Message } from './incoming.ts';
import { acknowledge } from './stream.ts';

/** Questions that nobody has answered; beyond that the oldest is forgotten. */
const ASKED_MOST = 1024;

/** HPR-DELIV-04: what the application has now counts as delivered, and nothing else. */
export function deliver(state: NodeState, conversation: Conversation): boolean {
  if (state.conversations.isPaused) return false;
  let any = false;
  for (let message = conversation.in.next(); message; message = conversation.in.next()) {
    any = true;
    hand(state, conversation, message);
  }
  return any;
}

/** After a pause: what has waited, and the other ends are told. */
export function deliverAll(state: NodeState): void {
  for (const conversation of state.conversations.byPeer.values()) {
    if (deliver(state, conversation) && conversation.active) acknowledge(state, conversation, conversation.active);
  }
}

function hand(state: NodeState, conversation: Conversation, message: Message): void {
  const data = toHex(message.body);
  switch (message.purpose) {
    case PURPOSE.data:
      return tell(state, 'message', { from: conversation.name, data });
    case PURPOSE.request:
      return tell(state, 'request', { from: conversation.name, message: ask(state, conversation, message), data });
    case PURPOSE.call: {
      const { name, argument } = readCall(message.body);
      const asked = ask(state, conversation, message);
      return tell(state, 'call', { from: conversation.name, message: asked, function: name, arguments: argument });
    }
    case PURPOSE.program:
      return tell(state, 'program', {
        from: conversation.name,
        message: ask(state, conversation, message),
        program: data,
      });
    default:
      return answer(state, conversation, message, data);
  }
}

/** Remembers who asked, under a number that the application can answer by. */
function ask(state: NodeState, conversation: Conversation, { sequence, purpose }: Message): number {
  const { conversations } = state;
  conversations.lastAsked += 1;
  conversations.asked.set(conversations.lastAsked, { peer: conversation.peer, sequence, purpose });
  const [oldest] = conversations.asked.keys();
  if (conversations.asked.size > ASKED_MOST && oldest !== undefined) conversations.asked.delete(oldest);
  return conversations.lastAsked;
}

function answer(state: NodeState, conversation: Conversation, { reference }: Message, data: string): void {
  const { out } = conversation;
  const waiting = out.waiting.findIndex(({ first }) => first === reference);
  // An answer can come before the acknowledgement of its question.
  const ref = out.questions.get(reference) ?? out.waiting[waiting]?.ref;
  if (ref === undefined) return;
  out.questions.delete(reference);
  if (waiting >= 0) out.waiting.splice(waiting, 1);
  state.outputs.push({ ref, result: { ok: true, data } });
}
