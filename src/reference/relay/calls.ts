/** What the user of a node asks for. The result may come in a later step. */
import { fromHex, hexFaultAt } from '../../contract/hex.ts';
import { attribute } from './attributes.ts';
import { contactNamed, takeContactList } from './client/contacts.ts';
import { directorySession } from './client/login.ts';
import { sayGoodbye } from './client/presence.ts';
import { releaseAll } from './client/reserve.ts';
import { writeCall } from './conversation/call.ts';
import { type Conversation, PURPOSE } from './conversation/conversation.ts';
import { end } from './conversation/end.ts';
import { newConversation, prepareOpen } from './conversation/open.ts';
import { lookUp, seek, startTick } from './conversation/seek.ts';
import { deliverAll, pump } from './conversation/stream.ts';
import { nameHex } from './directory/accounts.ts';
import { STANDING } from './directory/contacts.ts';
import { request } from './session/request.ts';
import { send } from './session/send.ts';
import { SECOND } from './settings.ts';
import type { NodeState } from './state.ts';
import { statusOf } from './status.ts';
import { reconsider } from './supernode/role.ts';
import { TYPE } from './types.ts';

export type Call = Readonly<Record<string, unknown>> & { readonly call: string; readonly ref: number };

/** Whether there is such a call. */
export function isCall(name: string): boolean {
  return Object.hasOwn(CALLS, name);
}

export function takeCall(state: NodeState, call: Call): void {
  const act = CALLS[call.call];
  if (act === undefined) {
    finish(state, call, { ok: false, error: 'no such call' });
    return;
  }
  if (state.isGone) {
    finish(state, call, { ok: false, error: 'it has left' });
    return;
  }
  act(state, call);
}

const CALLS: Readonly<Record<string, (state: NodeState, call: Call) => void>> = {
  send: (state, call) => say(state, call, PURPOSE.data, octetsOf(call.data)),
  request: (state, call) => say(state, call, PURPOSE.request, octetsOf(call.data)),
  call: (state, call) => {
    const argument = octetsOf(call.arguments ?? '');
    const body = argument && typeof call.function === 'string' ? writeCall(call.function, argument) : undefined;
    say(state, call, PURPOSE.call, body);
  },
  run: (state, call) => say(state, call, PURPOSE.program, octetsOf(call.program)),
  respond,
  befriend,
  unfriend: befriend,
  pause: (state, call) => {
    state.conversations.isPaused = true;
    finish(state, call, { ok: true });
  },
  resume: (state, call) => {
    state.conversations.isPaused = false;
    deliverAll(state);
    finish(state, call, { ok: true });
  },
  release: (state, call) => {
    releaseAll(state);
    finish(state, call, { ok: true });
  },
  willing: (state, call) => {
    state.isWilling = call.value !== false;
    reconsider(state);
    finish(state, call, { ok: true });
  },
  leave,
  status: (state, call) => finish(state, call, { ok: true, ...statusOf(state) }),
};

function finish(
  state: NodeState,
  { ref }: Call,
  result: Readonly<Record<string, unknown>> & { readonly ok: boolean },
): void {
  state.outputs.push({ ref, result });
}

function octetsOf(value: unknown): Uint8Array | undefined {
  return typeof value === 'string' && hexFaultAt(value) < 0 ? fromHex(value) : undefined;
}

/** Puts a message into the conversation with a contact, which is opened if there is none. */
function say(state: NodeState, call: Call, purpose: number, body: Uint8Array | undefined): void {
  if (body === undefined || typeof call.to !== 'string') {
    finish(state, call, { ok: false, error: 'what, and to whom?' });
    return;
  }
  const conversation = conversationWith(state, call.to);
  if (conversation === undefined) {
    finish(state, call, { ok: false, error: 'nothing is known of that contact' });
    return;
  }
  conversation.out.add(purpose, 0, body, call.ref);
  conversation.lastData = state.now;
  pump(state, conversation);
}

function conversationWith(state: NodeState, name: string): Conversation | undefined {
  const contact = state.contacts.byName.get(name);
  if (contact?.id === undefined) return undefined;
  const known = state.conversations.byPeer.get(contact.id);
  if (known) return known;
  const conversation = newConversation(state, { ...contact, id: contact.id });
  if (!prepareOpen(state, conversation)) return undefined;
  state.conversations.byPeer.set(contact.id, conversation);
  startTick(state, conversation);
  lookUp(state, conversation);
  seek(state, conversation);
  return conversation;
}

/** The answer to a question, by the number that its event gave. */
function respond(state: NodeState, call: Call): void {
  const body = octetsOf(call.data);
  const asked = typeof call.message === 'number' ? state.conversations.asked.get(call.message) : undefined;
  const conversation = asked && state.conversations.byPeer.get(asked.peer);
  if (body === undefined || asked === undefined || conversation === undefined) {
    finish(state, call, { ok: false, error: 'nobody asks that' });
    return;
  }
  state.conversations.asked.delete(Number(call.message));
  conversation.out.add(asked.purpose + 1, asked.sequence, body, call.ref);
  conversation.lastData = state.now;
  pump(state, conversation);
}

function befriend(state: NodeState, call: Call): void {
  const session = directorySession(state);
  if (typeof call.name !== 'string') {
    finish(state, call, { ok: false, error: 'whom?' });
    return;
  }
  if (session === undefined) {
    finish(state, call, { ok: false, error: 'the directory is away' });
    return;
  }
  const standing = call.call === 'befriend' ? STANDING.asked : STANDING.removed;
  contactNamed(state, call.name).standing = standing;
  const words = [attribute('Contact', { standing, name: nameHex(call.name) })];
  request(state, session, TYPE.CONTACTS, words, (answer) => {
    if (answer?.type === TYPE.CONTACT_LIST) takeContactList(state, session, answer.attributes);
    finish(state, call, answer?.type === TYPE.CONTACT_LIST ? { ok: true } : { ok: false, error: 'no answer' });
  });
}

/** Seconds until the last words are surely out and confirmed. */
const PARTING = 1;

/** HPR-PRES-02: contacts hear of it, reservations are let go, and then it says no more. */
function leave(state: NodeState, call: Call): void {
  for (const conversation of [...state.conversations.byPeer.values()]) end(state, conversation);
  sayGoodbye(state);
  releaseAll(state);
  state.isWilling = false;
  reconsider(state);
  state.timers.at(state.now + PARTING * SECOND, () => {
    for (const session of state.sessions.all()) send(state, session, TYPE.BYE, []);
    state.isGone = true;
    finish(state, call, { ok: true });
  });
}
