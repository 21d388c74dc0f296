/**
 * Contents sealed into frames and out of them. The nonce is the message id, which is never used twice; the header, but for time
 * to live and hop MAC, is authenticated with the content (HPR-CONF-02).
 */

import { fromHex } from '../../../contract/hex.ts';
import { type RelayContent, relayContent } from '../../../generated/relay/content.ts';
import { HEADER, type Header, sealedHeader, writeFrame } from '../frame.ts';
import { pass } from '../session/send.ts';
import { type NodeState, nextMessageId } from '../state.ts';
import { type Conversation, heardOf, type Path } from './conversation.ts';

/** The attribute around: kind and length. */
const [SEALED, AROUND, TAG] = [25, 3, 16];

/** Sends it over a path; the message id, or nothing when the path has no session. */
export function sendSealed(
  state: NodeState,
  conversation: Conversation,
  path: Path,
  type: number,
  content: Partial<RelayContent>,
): string | undefined {
  const session = state.sessions.with(path.via);
  const { keys } = conversation;
  if (session === undefined || keys === undefined) return undefined;
  const plain = relayContent.encode({ body: '', ...content });
  const messageId = nextMessageId(state);
  const words = { type, source: state.identity.id, destination: conversation.peer, messageId };
  const octets = writeFrame(words, new Uint8Array(AROUND + plain.length + TAG));
  const sealed = state.crypto.seal(keys.send, nonceOf(messageId), sealedHeader(octets), plain);
  octets.set([SEALED, sealed.length >> 8, sealed.length & 0xff], HEADER);
  octets.set(sealed, HEADER + AROUND);
  pass(state, session, octets);
  if (!path.isDirect) path.underWay.push({ id: messageId, size: octets.length, at: state.now });
  return messageId;
}

/** The content of a frame, if the other end sealed it and it has not come before (HPR-CONF-03). */
export function unsealed(
  state: NodeState,
  conversation: Conversation,
  header: Header,
  octets: Uint8Array,
): RelayContent | undefined {
  const { keys } = conversation;
  const length = octets.length - HEADER - AROUND;
  if (keys === undefined || length < TAG || octets[HEADER] !== SEALED) return undefined;
  if (((octets[HEADER + 1]! << 8) | octets[HEADER + 2]!) !== length) return undefined;
  const sealed = octets.subarray(HEADER + AROUND);
  const plain = state.crypto.unseal(keys.receive, nonceOf(header.messageId), sealedHeader(octets), sealed);
  if (plain === undefined || !conversation.window.take(header.messageId)) return undefined;
  heardOf(conversation, header);
  const decoded = relayContent.decode(plain);
  return decoded.ok ? decoded.value : undefined;
}

function nonceOf(messageId: string): Uint8Array {
  return fromHex(`00000000${messageId}`);
}
