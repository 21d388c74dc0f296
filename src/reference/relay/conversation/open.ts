/**
 * OPEN and ACCEPT: two ends prove their keys to each other by certificates of the directory, and agree on the keys of a
 * conversation (spec/relay/hpr-1.md section 9.1). The same OPEN goes over every path; each that it comes back by can be used.
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, find, type Voucher } from '../attributes.ts';
import { believe, type Contact, isWelcome } from '../client/contacts.ts';
import { hkdf } from '../crypto/provider.ts';
import type { Header } from '../frame.ts';
import { joined, textOctets } from '../octets.ts';
import { ReplayWindow } from '../replay-window.ts';
import { send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { callOff } from '../timers.ts';
import { TYPE } from '../types.ts';
import { type Conversation, type Keys, newPath, type Path } from './conversation.ts';
import { end, handOver } from './end.ts';
import { Incoming } from './incoming.ts';
import { Outgoing } from './outgoing.ts';
import { pathIsUp } from './paths.ts';
import { punch, startTick } from './seek.ts';

/** OPENs over one path: half a second apart at first, two at last. */
const ATTEMPTS = 8;

interface Ends {
  readonly opener: string;
  readonly accepter: string;
  readonly conversation: string;
  readonly openerEphemeral: string;
  readonly accepterEphemeral: string;
}

function openTranscript(source: string, destination: string, conversation: string, ephemeral: string): Uint8Array {
  return joined('HPR/1 open', ...[source, destination, conversation, ephemeral].map(fromHex));
}

function acceptTranscript({ opener, accepter, conversation, openerEphemeral, accepterEphemeral }: Ends): Uint8Array {
  const parts = [opener, accepter, conversation, openerEphemeral, accepterEphemeral].map(fromHex);
  return joined('HPR/1 accept', ...parts);
}

export function newConversation(state: NodeState, contact: Contact & { id: string }, opened?: string): Conversation {
  const id = opened ?? toHex(state.chance.octets(8));
  const nothing = {
    keys: undefined,
    active: undefined,
    next: undefined,
    tick: undefined,
    resend: undefined,
    moving: undefined,
  };
  return {
    id,
    name: contact.name,
    peer: contact.id,
    isOpener: opened === undefined,
    pair: state.crypto.agreementPair(state.chance.octets(32)),
    words: [],
    openerEphemeral: '',
    window: new ReplayWindow(state.settings.replayWindow),
    paths: new Map(),
    out: new Outgoing(state.settings.window),
    in: new Incoming(),
    state: 'SEEKING',
    generation: 0,
    switchedAt: Number.NEGATIVE_INFINITY,
    lastData: state.now,
    alone: state.now,
    echoes: 0,
    ...nothing,
  };
}

/** What the opener's OPEN says; undefined without a certificate of its own. */
export function prepareOpen(state: NodeState, conversation: Conversation): boolean {
  const certificate = state.login?.certificate;
  if (certificate === undefined) return false;
  const { id, peer, pair } = conversation;
  const ephemeral = toHex(pair.publicKey);
  conversation.openerEphemeral = ephemeral;
  const transcript = openTranscript(state.identity.id, peer, id, ephemeral);
  conversation.words = wordsOf(state, certificate as Attribute, id, ephemeral, transcript);
  return true;
}

function wordsOf(
  state: NodeState,
  certificate: Attribute,
  conversation: string,
  publicKey: string,
  transcript: Uint8Array,
): Attribute[] {
  return [
    certificate,
    attribute('Conversation', { conversation }),
    attribute('Ephemeral', { publicKey }),
    attribute('Signature', { signature: toHex(state.crypto.sign(state.identity.pair, transcript)) }),
  ];
}

/** Sends OPEN over a neighbour until it is accepted there. */
export function openOver(state: NodeState, conversation: Conversation, session: Session, voucher?: Voucher): void {
  const isDirect = session.peer === conversation.peer;
  const known = conversation.paths.get(session.peer);
  if (known && known.state !== 'dead') return;
  const path = newPath(session.peer, isDirect, state.settings.credit);
  path.voucher = voucher;
  conversation.paths.set(session.peer, path);
  const attempt = (): void => {
    const current = state.sessions.with(path.via);
    if (path.state !== 'opening' || conversation.state === 'ENDED' || current === undefined) return;
    path.attempts += 1;
    if (path.attempts > ATTEMPTS) {
      path.state = 'dead';
      return;
    }
    const words = voucher ? [...conversation.words, voucher as unknown as Attribute] : conversation.words;
    send(state, current, TYPE.OPEN, words, { isRequest: true, destination: conversation.peer });
    const wait = Math.min(2, state.settings.retryAfter * 2 ** (path.attempts - 1));
    path.retry = state.timers.at(state.now + wait * SECOND, attempt);
  };
  attempt();
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
  const conversation =
    before?.id === words.conversation ? before : accept(state, words, certificate as Attribute, before);
  if (conversation === undefined || conversation.openerEphemeral !== words.ephemeral) return;
  send(state, session, TYPE.ACCEPT, conversation.words, { destination: conversation.peer });
  pathIsUp(state, conversation, pathOver(state, conversation, session));
  punch(state, conversation);
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

/** The path by which something of the other end has come. */
export function pathOver(state: NodeState, conversation: Conversation, session: Session): Path {
  const known = conversation.paths.get(session.peer);
  if (known) return known;
  const made = newPath(session.peer, session.peer === conversation.peer, state.settings.credit);
  conversation.paths.set(session.peer, made);
  return made;
}
