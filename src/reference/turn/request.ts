/** A request at the server: who may make it (RFC 8489 section 9.2.4, RFC 8656 section 5), and what it is answered. */
import { allocate } from './allocate.ts';
import { type Answer, notUnderstood, refusal, success } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Call } from './call.ts';
import { channelBind } from './channel-bind.ts';
import { ATTRIBUTES, METHODS } from './codes.ts';
import { type Datagram, type Endpoint, fiveTupleOf } from './endpoint.ts';
import { createPermission } from './permissions.ts';
import { find, type Message, transactionIdOf } from './read-message.ts';
import { refresh } from './refresh.ts';
import type { Allocation, ServerState } from './state.ts';
import { utf8 } from './text.ts';
import { unknownTypes } from './unknown-types.ts';
import { plain, writeMessage, xorAddress } from './write-message.ts';

type Procedure = (state: ServerState, call: Call, allocation: Allocation) => Answer;

const PROCEDURES: ReadonlyMap<number, Procedure> = new Map([
  [METHODS.Refresh, refresh],
  [METHODS.CreatePermission, createPermission],
  [METHODS.ChannelBind, channelBind],
]);

/** STUN-HDR-05: a request with another method is dropped. */
export function isServed(method: number): boolean {
  return method === METHODS.Binding || method === METHODS.Allocate || PROCEDURES.has(method);
}

/** STUN-SRC-01, STUN-SRC-02: the octets of the answer, for the way that the request came. */
export function answerRequest(state: ServerState, message: Message, datagram: Datagram, now: number): Uint8Array {
  // STUN-BIND-01: nobody needs a name for this.
  if (message.method === METHODS.Binding) return octetsOf(state, message, binding(message, datagram.from));
  const known = authenticate(state.guard, message, datagram.from, now);
  if ('kind' in known) return octetsOf(state, message, known);
  const { from, to, transport } = datagram;
  const fiveTuple = fiveTupleOf(datagram);
  if (message.method === METHODS.Allocate) {
    const before = state.allocations.get(fiveTuple)?.created;
    // TURN-A-28: sent again since its answer was lost.
    if (before?.transactionId === transactionIdOf(message)) return before.octets;
  }
  const call = { message, user: known.user, from, fiveTuple, path: { from: to, to: from, transport }, now };
  const answer = { ...perform(state, call), signature: known.signature };
  const octets = octetsOf(state, message, answer);
  const made = message.method === METHODS.Allocate ? state.allocations.get(fiveTuple) : undefined;
  if (made && answer.kind === 'success') made.created = { transactionId: transactionIdOf(message), octets };
  return octets;
}

function octetsOf({ guard, options }: ServerState, message: Message, answer: Answer): Uint8Array {
  // STUN-SW-01, TURN-G-06
  const software = plain(ATTRIBUTES.SOFTWARE, utf8(options.software));
  return writeMessage(guard.crypto, {
    // STUN-HDR-07
    method: message.method,
    kind: answer.kind,
    transactionId: transactionIdOf(message),
    attributes: [...answer.attributes, software],
    signature: answer.signature,
    fingerprint: find(message, ATTRIBUTES.FINGERPRINT) !== undefined,
  });
}

function perform(state: ServerState, call: Call): Answer {
  const { message, user, fiveTuple } = call;
  const unknown = unknownTypes(message);
  // STUN-420-01: after who it is.
  if (unknown.length > 0) return notUnderstood(unknown);
  const procedure = PROCEDURES.get(message.method);
  if (procedure === undefined) return allocate(state, call);
  const allocation = state.allocations.get(fiveTuple);
  // TURN-G-02, TURN-G-04
  if (allocation === undefined) return refusal(437);
  if (allocation.username !== user.name) return refusal(441);
  return procedure(state, call, allocation);
}

/** STUN-BIND-02. */
function binding(message: Message, from: Endpoint): Answer {
  const unknown = unknownTypes(message);
  if (unknown.length > 0) return notUnderstood(unknown);
  return success(xorAddress(ATTRIBUTES.XOR_MAPPED_ADDRESS, from));
}
