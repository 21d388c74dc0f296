/**
 * Requests that wait for an answer: sent again after half a second, then twice as long each time, under a new message id
 * (the old one would be taken for a duplicate), and given up in the end.
 */
import { type Attribute, find } from '../attributes.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff, type Timer } from '../timers.ts';
import { send } from './send.ts';
import type { Session } from './sessions.ts';

export interface Answer {
  readonly type: number;
  readonly attributes: readonly Attribute[];
  /** Of an ERROR. */
  readonly error: number | undefined;
}

/** Undefined: nobody answered, or the session is over. */
export type TakeAnswer = (answer: Answer | undefined) => void;

interface Pending {
  readonly session: Session;
  readonly ids: string[];
  readonly take: TakeAnswer;
  timer: Timer | undefined;
}

export class Requests {
  readonly pending = new Map<string, Pending>();
}

export function request(
  state: NodeState,
  session: Session,
  type: number,
  attributes: readonly Attribute[],
  take: TakeAnswer,
): void {
  const pending: Pending = { session, ids: [], take, timer: undefined };
  const attempt = (count: number): void => {
    // Meanwhile another session may have taken the place of that one.
    const current = state.sessions.with(session.peer) ?? session;
    if (count > state.settings.retries || current.isOver) {
      settle(state, pending, undefined);
      return;
    }
    const id = send(state, current, type, attributes, { isRequest: true });
    pending.ids.push(id);
    state.requests.pending.set(id, pending);
    const wait = state.settings.retryAfter * SECOND * 2 ** count;
    pending.timer = state.timers.at(state.now + wait, () => attempt(count + 1));
  };
  attempt(0);
}

/** Whether a frame answers a request of this node to that neighbour. */
export function takeAnswer(
  state: NodeState,
  session: Session,
  type: number,
  attributes: readonly Attribute[],
): boolean {
  const asked = find(attributes, 'Request');
  const pending = asked && state.requests.pending.get(asked.messageId);
  if (pending === undefined || pending.session.peer !== session.peer) return false;
  settle(state, pending, { type, attributes, error: find(attributes, 'ErrorCode')?.code });
  return true;
}

export function giveUpRequests(state: NodeState, session: Session): void {
  const lost = new Set([...state.requests.pending.values()].filter((each) => each.session.peer === session.peer));
  for (const pending of lost) settle(state, pending, undefined);
}

function settle(state: NodeState, pending: Pending, answer: Answer | undefined): void {
  callOff(pending.timer);
  for (const id of pending.ids) state.requests.pending.delete(id);
  pending.take(answer);
}
