/** What a conversation is: two nodes, two keys, numbered contents in each direction, and the paths that they can take. */
import type { Attribute, Voucher } from '../attributes.ts';
import type { KeyPair } from '../crypto/provider.ts';
import type { ReplayWindow } from '../replay-window.ts';
import type { Timer } from '../timers.ts';
import type { Incoming } from './incoming.ts';
import type { Outgoing } from './outgoing.ts';

/** States as spec/relay/conversation.machine.json names them, those with a path as one. */
type ConversationState = 'SEEKING' | 'OPENING' | 'TALKING' | 'MOVING' | 'ENDED';

/** By which neighbour the frames go, and what is known of that. */
export interface Path {
  /** Identifier of the neighbour: the peer itself when direct. */
  readonly via: string;
  readonly isDirect: boolean;
  /** What the relay is shown. */
  voucher: Voucher | undefined;
  state: 'opening' | 'up' | 'dead';
  /** Seconds, smoothed. */
  roundTrip: number | undefined;
  /** Of it, in seconds. */
  variation: number;
  /** When the last of all that has come over it was sent. Microseconds. */
  newest: number;
  /** The echo that is out: its number, and when it was sent. */
  echo: { readonly number: number; readonly at: number } | undefined;
  missed: number;
  attempts: number;
  retry: Timer | undefined;
  /** Octets that the relay lets be under way, that it says are queued, and frames that it has not told of. */
  credit: number;
  queued: number;
  underWay: { readonly id: string; readonly size: number; readonly at: number }[];
}

export interface Keys {
  readonly send: Uint8Array;
  readonly receive: Uint8Array;
}

export interface Conversation {
  /** Hex. */
  readonly id: string;
  readonly name: string;
  readonly peer: string;
  readonly isOpener: boolean;
  readonly pair: KeyPair;
  /** What OPEN or ACCEPT carries, but for the voucher. */
  words: readonly Attribute[];
  /** Of the opener's ephemeral key, so that an OPEN that comes again gets the same ACCEPT. */
  openerEphemeral: string;
  readonly window: ReplayWindow;
  /** The highest message id of what has come of it, hex: an OPEN of another one that is older was sent before. */
  newest: string;
  readonly paths: Map<string, Path>;
  readonly out: Outgoing;
  readonly in: Incoming;
  state: ConversationState;
  keys: Keys | undefined;
  active: Path | undefined;
  /** The path that is being moved to. */
  next: Path | undefined;
  generation: number;
  /** Microseconds. */
  switchedAt: number;
  lastData: number;
  /** Since when there has been no path. */
  alone: number;
  echoes: number;
  tick: Timer | undefined;
  resend: Timer | undefined;
  moving: Timer | undefined;
}

export interface Conversations {
  /** By identifier of the peer: the one in use. */
  readonly byPeer: Map<string, Conversation>;
  /** By their own identifier: also those that ended, so that nothing of them is taken again. */
  readonly ended: Set<string>;
  /** Messages that want an answer from this user, by a number of this node. */
  readonly asked: Map<number, Asked>;
  lastAsked: number;
  isPaused: boolean;
}

interface Asked {
  readonly peer: string;
  readonly sequence: number;
  readonly purpose: number;
}

/** What a message is for, as contents have it. */
export const PURPOSE = { data: 1, request: 2, response: 3, call: 4, result: 5, program: 6, outcome: 7 } as const;
/** Kinds of content. */
export const KIND = { data: 1, ack: 2, move: 3, echo: 4, echoReply: 5, close: 6 } as const;

export function openConversations(): Conversations {
  return { byPeer: new Map(), ended: new Set(), asked: new Map(), lastAsked: 0, isPaused: false };
}

/** Something has gone there and come back: the echo that is out is not waited for. */
export function isAlive(path: Path): void {
  path.echo = undefined;
  path.missed = 0;
}

/** Something of the other end has come, and held. */
export function heardOf(conversation: Conversation, { messageId }: { readonly messageId: string }): void {
  if (messageId > conversation.newest) conversation.newest = messageId;
}

export function newPath(via: string, isDirect: boolean, credit: number): Path {
  const nothing = { voucher: undefined, roundTrip: undefined, echo: undefined, retry: undefined };
  return {
    via,
    isDirect,
    state: 'opening',
    missed: 0,
    attempts: 0,
    variation: 0,
    newest: Number.NEGATIVE_INFINITY,
    credit,
    queued: 0,
    underWay: [],
    ...nothing,
  };
}
