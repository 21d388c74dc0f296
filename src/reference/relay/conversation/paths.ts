/**
 * Which path a conversation takes: measured by echoes, left when three in a row are missed, changed for a better one now and
 * then, and always by a MOVE that the other end acknowledges (HPR-PATH-02, HPR-PATH-03, HPR-FAIL-01, HPR-FAIL-02).
 */
import type { RelayContent } from '../../../generated/relay/content.types.ts';
import { suspect } from '../session/keep-alive.ts';
import { SECOND } from '../settings.ts';
import { type NodeState, tell } from '../state.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import { type Conversation, isAlive, KIND, type Path } from './conversation.ts';
import { measure } from './recovery.ts';
import { sendSealed } from './seal.ts';
import { acknowledge, pump, sendAllAgain } from './stream.ts';

/** A MOVE is sent so often, half a second apart, before another path is tried. */
const MOVES = 4;

export function pathIsUp(state: NodeState, conversation: Conversation, path: Path): void {
  const wasUp = path.state === 'up';
  path.state = 'up';
  path.missed = 0;
  if (conversation.active === undefined && conversation.next === undefined) {
    if (conversation.generation > 0 && conversation.isOpener) {
      moveTo(state, conversation, path);
      return;
    }
    conversation.state = 'TALKING';
    activate(state, conversation, path);
  } else if (!wasUp && conversation.isOpener) considerPaths(state, conversation);
  if (!wasUp) echo(state, conversation, path);
}

export function activate(state: NodeState, conversation: Conversation, path: Path): void {
  conversation.active = path;
  const kind = path.isDirect ? 'direct' : 'relayed';
  tell(state, 'path', { to: conversation.name, kind, via: path.via });
  sendAllAgain(state, conversation);
  // Nothing to say: the other end hears of the choice all the same.
  if (conversation.isOpener && conversation.out.parts.length === 0) acknowledge(state, conversation, path);
}

/** Once a second while they talk. */
export function echoAll(state: NodeState, conversation: Conversation): void {
  for (const path of conversation.paths.values()) {
    if (path.state !== 'up') continue;
    const isUsed = path === conversation.active || conversation.isOpener;
    if (path.echo !== undefined) path.missed += 1;
    if (path.missed >= state.settings.echoMissed) losePath(state, conversation, path);
    else if (isUsed) echo(state, conversation, path);
  }
  if (conversation.isOpener) considerPaths(state, conversation);
}

function echo(state: NodeState, conversation: Conversation, path: Path): void {
  conversation.echoes += 1;
  path.echo = { number: conversation.echoes, at: state.now };
  const words = { kind: KIND.echo, generation: conversation.generation, sequence: conversation.echoes };
  sendSealed(state, conversation, path, TYPE.ECHO, words);
}

export function takeEcho(state: NodeState, conversation: Conversation, path: Path, content: RelayContent): void {
  if (content.kind === KIND.echo) {
    const words = { kind: KIND.echoReply, generation: conversation.generation, sequence: content.sequence };
    sendSealed(state, conversation, path, TYPE.ECHO, words);
    // In case the last acknowledgement was lost, which nobody would ever miss.
    if (conversation.in.received > 0) acknowledge(state, conversation, conversation.active ?? path);
    if (path.state !== 'up') pathIsUp(state, conversation, path);
    return;
  }
  if (path.echo === undefined || content.sequence > path.echo.number) return;
  if (content.sequence === path.echo.number) {
    measure(path, (state.now - path.echo.at) / SECOND);
    path.newest = Math.max(path.newest, path.echo.at);
  }
  isAlive(path);
}

/** A path has died. The one in use is left at once. */
function losePath(state: NodeState, conversation: Conversation, path: Path): void {
  path.state = 'dead';
  conversation.paths.delete(path.via);
  const session = state.sessions.with(path.via);
  if (session) suspect(state, session);
  if (conversation.active === path) leave(state, conversation);
  else if (conversation.next === path) moveOn(state, conversation);
}

function leave(state: NodeState, conversation: Conversation): void {
  conversation.active = undefined;
  conversation.alone = state.now;
  tell(state, 'path', { to: conversation.name, kind: 'none' });
  if (conversation.isOpener) moveOn(state, conversation);
}

/** The neighbour that a path goes over is gone. */
export function neighbourLost(state: NodeState, conversation: Conversation, via: string): void {
  const path = conversation.paths.get(via);
  if (path) losePath(state, conversation, path);
}

function alternatives(conversation: Conversation): Path[] {
  const up = [...conversation.paths.values()].filter((path) => path.state === 'up' && path.missed === 0);
  return up.sort((one, other) => worth(one) - worth(other));
}

/** Seconds; a direct path before all others (HPR-PATH-01). */
function worth(path: Path): number {
  return path.isDirect ? -1 : (path.roundTrip ?? Number.POSITIVE_INFINITY);
}

/** To the best path that is left; without one new ones are sought. */
function moveOn(state: NodeState, conversation: Conversation): void {
  callOff(conversation.moving);
  conversation.next = undefined;
  const [best] = alternatives(conversation).filter((path) => path !== conversation.active);
  if (best) moveTo(state, conversation, best);
  else {
    conversation.state = conversation.active ? 'TALKING' : 'SEEKING';
    if (!conversation.active) state.told.seeking(conversation);
  }
}

/** HPR-PATH-03: for a fifth of the round trip, and five seconds after the last change. */
function considerPaths(state: NodeState, conversation: Conversation): void {
  const { active, next, switchedAt } = conversation;
  const { switchEvery, switchGain } = state.settings;
  if (active === undefined || next !== undefined || state.now - switchedAt < switchEvery * SECOND) return;
  const [best] = alternatives(conversation);
  if (best === undefined || best === active || active.isDirect) return;
  const gains = (best.roundTrip ?? Number.POSITIVE_INFINITY) <= (active.roundTrip ?? 0) * (1 - switchGain);
  if (best.isDirect || gains) moveTo(state, conversation, best);
}

function moveTo(state: NodeState, conversation: Conversation, path: Path): void {
  conversation.state = 'MOVING';
  conversation.next = path;
  conversation.generation += 1;
  const attempt = (count: number): void => {
    if (conversation.next !== path || conversation.state !== 'MOVING') return;
    if (count === MOVES) {
      path.state = 'dead';
      conversation.paths.delete(path.via);
      moveOn(state, conversation);
      return;
    }
    sendSealed(state, conversation, path, TYPE.MOVE, { kind: KIND.move, generation: conversation.generation });
    const wait = state.settings.retryAfter * SECOND;
    conversation.moving = state.timers.at(state.now + wait, () => attempt(count + 1));
  };
  attempt(0);
}

/** The other end goes over to another path: so does this one, and what was sent over the one before counts no more. */
export function takeMove(state: NodeState, conversation: Conversation, path: Path, content: RelayContent): void {
  if (conversation.isOpener || content.generation < conversation.generation) return;
  if (content.generation > conversation.generation) {
    conversation.generation = content.generation;
    path.state = 'up';
    path.missed = 0;
    conversation.state = 'TALKING';
    activate(state, conversation, path);
  }
  acknowledge(state, conversation, path);
}

/** An acknowledgement of the new generation confirms a move. */
export function moveAcknowledged(state: NodeState, conversation: Conversation, content: RelayContent): void {
  const { next } = conversation;
  if (next === undefined || content.generation !== conversation.generation) return;
  callOff(conversation.moving);
  conversation.next = undefined;
  conversation.switchedAt = state.now;
  conversation.state = 'TALKING';
  activate(state, conversation, next);
  pump(state, conversation);
}
