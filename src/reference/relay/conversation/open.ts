/**
 * OPEN: one end proves its key by the certificate of the directory, and offers a key for the conversation (spec/relay/hpr-1.md
 * section 9.1). The same OPEN goes over every path; each that an ACCEPT comes back by can be used.
 */
import { fromHex, toHex } from '../../../contract/hex.ts';
import { type Attribute, attribute, type Voucher } from '../attributes.ts';
import type { Contact } from '../client/contacts.ts';
import { joined } from '../octets.ts';
import { ReplayWindow } from '../replay-window.ts';
import { send } from '../session/send.ts';
import type { Session } from '../session/sessions.ts';
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import { TYPE } from '../types.ts';
import { type Conversation, newPath, type Path } from './conversation.ts';
import { Incoming } from './incoming.ts';
import { Outgoing } from './outgoing.ts';

/** OPENs over one path: half a second apart at first, two at last. */
const ATTEMPTS = 8;

export function openTranscript(
  source: string,
  destination: string,
  conversation: string,
  ephemeral: string,
): Uint8Array {
  return joined('HPR/1 open', ...[source, destination, conversation, ephemeral].map(fromHex));
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
    newest: '',
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

/** What both OPEN and ACCEPT carry. */
export function wordsOf(
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

/** The path by which something of the other end has come. */
export function pathOver(state: NodeState, conversation: Conversation, session: Session): Path {
  const known = conversation.paths.get(session.peer);
  if (known) return known;
  const made = newPath(session.peer, session.peer === conversation.peer, state.settings.credit);
  conversation.paths.set(session.peer, made);
  return made;
}
