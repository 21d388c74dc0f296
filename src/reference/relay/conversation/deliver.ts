/** Messages handed to the application: data as an event, questions as events that can be answered, answers to their question. */
import { toHex } from '../../../contract/hex.ts';
import { type NodeState, tell } from '../state.ts';
import { readCall } from './call.ts';
import { type Conversation, PURPOSE } from './conversation.ts';
import type { Message } from './incoming.ts';

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

function hand(state: NodeState, conversation: Conversation, message: Message): void {
  const data = toHex(message.body);
  switch (message.purpose) {
    case PURPOSE.data:
      tell(state, 'message', { from: conversation.name, data });
      return;
    case PURPOSE.request:
      tell(state, 'request', { from: conversation.name, message: ask(state, conversation, message), data });
      return;
    case PURPOSE.call: {
      const { name, argument } = readCall(message.body);
      const asked = ask(state, conversation, message);
      tell(state, 'call', { from: conversation.name, message: asked, function: name, arguments: argument });
      return;
    }
    case PURPOSE.program:
      tell(state, 'program', {
        from: conversation.name,
        message: ask(state, conversation, message),
        program: data,
      });
      return;
    default:
      answer(state, conversation, message, data);
      return;
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
