/** Frames of conversations that this node is an end of. */
import type { RelayContent } from '../../../generated/relay/content.types.ts';
import { find } from '../attributes.ts';
import { attributesOf, type Header } from '../frame.ts';
import type { Session } from '../session/sessions.ts';
import type { NodeState } from '../state.ts';
import { TYPE } from '../types.ts';
import { takeAccept, takeOpen } from './accept.ts';
import { type Conversation, KIND, type Path } from './conversation.ts';
import { end } from './end.ts';
import { pathOver } from './open.ts';
import { activate, moveAcknowledged, neighbourLost, pathIsUp, takeEcho, takeMove } from './paths.ts';
import { unsealed } from './seal.ts';
import { takeAck, takeData } from './stream.ts';

/** The kinds of content that a type of frame may hold: the type is what relays see, and is authenticated. */
const KINDS: ReadonlyMap<number, readonly number[]> = new Map([
  [TYPE.DATA, [KIND.data]],
  [TYPE.ACK, [KIND.ack]],
  [TYPE.MOVE, [KIND.move, KIND.close]],
  [TYPE.ECHO, [KIND.echo, KIND.echoReply]],
] as const);

export function takeEndToEnd(state: NodeState, session: Session, header: Header, octets: Uint8Array): void {
  if (header.type === TYPE.OPEN || header.type === TYPE.ACCEPT) {
    const attributes = attributesOf(octets);
    if (attributes === undefined) return;
    if (header.type === TYPE.OPEN) takeOpen(state, session, header, attributes);
    else takeAccept(state, session, header, attributes);
    return;
  }
  const conversation = state.conversations.byPeer.get(header.source);
  const kinds = KINDS.get(header.type);
  if (conversation === undefined || kinds === undefined) return;
  const content = unsealed(state, conversation, header, octets);
  if (content === undefined || !kinds.includes(content.kind)) return;
  const path = pathOver(state, conversation, session);
  if (path.state === 'opening') pathIsUp(state, conversation, path);
  follow(state, conversation, path, content);
  switch (content.kind) {
    case KIND.data:
      takeData(state, conversation, path, content);
      return;
    case KIND.ack:
      moveAcknowledged(state, conversation, content);
      takeAck(state, conversation, path, content);
      return;
    case KIND.move:
      takeMove(state, conversation, path, content);
      return;
    case KIND.close:
      end(state, conversation);
      return;
    default:
      takeEcho(state, conversation, path, content);
      return;
  }
}

/** Before the first MOVE the other end may have begun on another path than this one has: the opener's choice counts. */
function follow(state: NodeState, conversation: Conversation, path: Path, { kind, generation }: RelayContent): void {
  const isChoice = kind === KIND.data || kind === KIND.ack;
  if (conversation.isOpener || !isChoice || generation !== conversation.generation || path === conversation.active)
    return;
  activate(state, conversation, path);
}

/** A relay has closed a circuit, and says which. */
export function takeClose(state: NodeState, session: Session, octets: Uint8Array): void {
  const peer = find(attributesOf(octets) ?? [], 'Peer')?.node;
  const conversation: Conversation | undefined = peer === undefined ? undefined : state.conversations.byPeer.get(peer);
  if (conversation && session.peer !== conversation.peer) neighbourLost(state, conversation, session.peer);
}
