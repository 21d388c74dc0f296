/**
 * ACCEPT, and what it answers: the other end proves its key too, and both have the keys of the conversation. Who is no contact,
 * or shows another key than the one met first, is not answered (HPR-CONF-04).
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, find } from '../attributes.ts';
import { believe, type Contact, isWelcome } from '../client/contacts.ts';
import { hkdf } from '../crypto/provider.ts';
import type { Header } from '../frame.ts';
import { joined } from '../octets.ts';
import { send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import type { NodeState } from '../state.ts';
import { textOctets } from '../text.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import { type Conversation, heardOf, type Keys } from './conversation.ts';
import { end, handOver } from './end.ts';
import { newConversation, openTranscript, pathOver, wordsOf } from './open.ts';
import { pathIsUp } from './paths.ts';
import { punch, startTick } from './seek.ts';

interface Ends {
  readonly opener: string;
  readonly accepter: string;
  readonly conversation: string;
  readonly openerEphemeral: string;
  readonly accepterEphemeral: string;
}

function acceptTranscript({ opener, accepter, conversation, openerEphemeral, accepterEphemeral }: Ends): Uint8Array {
  const parts = [opener, accepter, conversation, openerEphemeral, accepterEphemeral].map(fromHex);
  return joined('HPR/1 accept', ...parts);
}

interface Said {
  readonly contact: Contact & { id: string; pinned: string };
  readonly conversation: string;
  readonly ephemeral: string;
  readonly signature: Uint8Array;
}

/** What an OPEN or ACCEPT says, if whoever it is from is a contact with the certificate and key to say it. */
function said(state: NodeState, header: Header, attributes: readonly Attribute[]): Said | undefined {
  const certificate = find(attributes, 'Certificate');
  const conversation = find(attributes, 'Conversation')?.conversation;
  const ephemeral = find(attributes, 'Ephemeral')?.publicKey;
  const signature = find(attributes, 'Signature')?.signature;
  if (!certificate || conversation === undefined || ephemeral === undefined || signature === undefined)
    return undefined;
  const contact = believe(state, certificate);
  if (!isKnown(contact) || contact.id !== header.source || !isWelcome(contact)) return undefined;
  return { contact, conversation, ephemeral, signature: fromHex(signature) };
}

function isKnown(contact: Contact | undefined): contact is Contact & { id: string; pinned: string } {
  return contact?.id !== undefined && contact.pinned !== undefined;
}

export function takeOpen(state: NodeState, session: Session, header: Header, attributes: readonly Attribute[]): void {
  const words = said(state, header, attributes);
  const certificate = state.login?.certificate;
  if (words === undefined || certificate === undefined || state.conversations.ended.has(words.conversation)) return;
  const transcript = openTranscript(header.source, state.identity.id, words.conversation, words.ephemeral);
  if (!state.crypto.isSigned(fromHex(words.contact.pinned), transcript, words.signature)) return;
  const before = state.conversations.byPeer.get(header.source);
  if (isLate(before, words, header)) return;
  const conversation =
    before?.id === words.conversation ? before : accept(state, words, certificate as Attribute, before);
  if (conversation === undefined || conversation.openerEphemeral !== words.ephemeral) return;
  heardOf(conversation, header);
  send(state, session, TYPE.ACCEPT, conversation.words, { destination: conversation.peer });
  pathIsUp(state, conversation, pathOver(state, conversation, session));
  punch(state, conversation);
}

/**
 * Who opened another one has taken this one into use since: two had crossed, and the OPEN of the one that gave way was held up
 * on its way. Whoever took it now would talk in a conversation that the other end has ended.
 */
function isLate(before: Conversation | undefined, { conversation }: Said, { messageId }: Header): boolean {
  return before !== undefined && before.id !== conversation && messageId < before.newest;
}

/** A new conversation that the other has opened; undefined where this node's own goes first. */
function accept(
  state: NodeState,
  words: Said,
  certificate: Attribute,
  before: Conversation | undefined,
): Conversation | undefined {
  // Both have opened one at once: the lower number stays.
  const isCrossing = before?.isOpener === true && before.keys === undefined;
  if (before && isCrossing && before.id < words.conversation) return undefined;
  const conversation = newConversation(state, words.contact, words.conversation);
  const accepterEphemeral = toHex(conversation.pair.publicKey);
  const ends = {
    opener: conversation.peer,
    accepter: state.identity.id,
    conversation: conversation.id,
    openerEphemeral: words.ephemeral,
    accepterEphemeral,
  };
  const keys = keysFrom(state, conversation, words.ephemeral, acceptTranscript(ends));
  if (keys === undefined) return undefined;
  conversation.openerEphemeral = words.ephemeral;
  conversation.keys = { send: keys.accepter, receive: keys.opener };
  conversation.words = wordsOf(state, certificate, conversation.id, accepterEphemeral, acceptTranscript(ends));
  conversation.state = 'TALKING';
  if (before) {
    if (isCrossing) handOver(before, conversation);
    end(state, before);
  }
  state.conversations.byPeer.set(conversation.peer, conversation);
  startTick(state, conversation);
  return conversation;
}

function keysFrom(
  state: NodeState,
  conversation: Conversation,
  theirs: string,
  transcript: Uint8Array,
): { readonly opener: Uint8Array; readonly accepter: Uint8Array } | undefined {
  const { crypto } = state;
  const secret = crypto.agree(conversation.pair, fromHex(theirs));
  if (secret === undefined) return undefined;
  const keys = hkdf(crypto, secret, crypto.sha256(transcript), textOctets('HPR/1 conversation'), 64);
  return { opener: keys.slice(0, 32), accepter: keys.slice(32) };
}

export function takeAccept(state: NodeState, session: Session, header: Header, attributes: readonly Attribute[]): void {
  const words = said(state, header, attributes);
  const conversation = state.conversations.byPeer.get(header.source);
  if (words === undefined || conversation?.id !== words.conversation || !conversation.isOpener) return;
  const path = conversation.paths.get(session.peer);
  if (path === undefined) return;
  const keys = conversation.keys ?? keysOfAccept(state, conversation, words);
  if (keys === undefined) return;
  conversation.keys = keys;
  heardOf(conversation, header);
  callOff(path.retry);
  if (path.state === 'opening') pathIsUp(state, conversation, path);
}

function keysOfAccept(state: NodeState, conversation: Conversation, words: Said): Keys | undefined {
  const ends = {
    opener: state.identity.id,
    accepter: conversation.peer,
    conversation: conversation.id,
    openerEphemeral: conversation.openerEphemeral,
    accepterEphemeral: words.ephemeral,
  };
  const transcript = acceptTranscript(ends);
  if (!state.crypto.isSigned(fromHex(words.contact.pinned), transcript, words.signature)) return undefined;
  const keys = keysFrom(state, conversation, words.ephemeral, transcript);
  return keys && { send: keys.opener, receive: keys.accepter };
}
