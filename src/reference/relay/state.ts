/** What a node holds while it runs. One a node; the functions around it take it as their first argument. */
import { toHex } from '../../contract/hex.ts';
import type { Contact, Contacts } from './client/contacts.ts';
import type { LoginState } from './client/login.ts';
import type { Neighbours } from './client/neighbours.ts';
import type { PresenceState } from './client/presence.ts';
import type { Held } from './client/reserve.ts';
import type { Conversation, Conversations } from './conversation/conversation.ts';
import type { Crypto, KeyPair } from './crypto/provider.ts';
import type { Directory } from './directory/accounts.ts';
import type { Endpoint } from './endpoint.ts';
import type { Prober } from './reach/prober.ts';
import type { Reachability } from './reach/verdict.ts';
import type { Dial } from './session/dial.ts';
import type { Requests } from './session/request.ts';
import type { Session, Sessions } from './session/sessions.ts';
import type { Settings } from './settings.ts';
import type { Circuits } from './supernode/circuits.ts';
import type { Reservations } from './supernode/reservation-table.ts';
import type { Service } from './supernode/role.ts';
import type { View } from './supernode/view.ts';
import type { Timers } from './timers.ts';

/** Randomness from outside: a seed in virtual time, the machine's own on a real network. */
export interface Chance {
  octets(length: number): Uint8Array;
  /** An integer in [0, below). */
  below(below: number): number;
}

export interface Identity {
  readonly pair: KeyPair;
  /** Hex. */
  readonly key: string;
  readonly id: string;
}

export interface KnownNode {
  readonly endpoint: Endpoint;
  /** Hex. */
  readonly key: string;
  readonly id: string;
}

export interface Told {
  sessionBegun(session: Session): void;
  sessionOver(session: Session): void;
  /** A neighbour says where it sees this node; `before`: where it saw it then. */
  observed(session: Session, before: Endpoint | undefined): void;
  verdictChanged(): void;
  serviceEnded(): void;
  /** `error` when the directory has refused. */
  loginEnded(error: number | undefined): void;
  /** A contact is somewhere else, or holds other reservations. */
  contactMoved(contact: Contact): void;
  /** A contact has asked the directory for this node. */
  contactAsks(contact: Contact): void;
  /** A conversation has lost its last path. */
  seeking(conversation: Conversation): void;
}

export type Role = 'directory' | 'node' | 'relay';

export interface Datagram {
  readonly octets: Uint8Array;
  readonly from: Endpoint;
  readonly to: Endpoint;
}

export type Output =
  | Datagram
  | { readonly ref: number; readonly result: Readonly<Record<string, unknown>> & { readonly ok: boolean } }
  | (Readonly<Record<string, unknown>> & { readonly event: string });

export interface NodeState {
  readonly role: Role;
  readonly crypto: Crypto;
  readonly chance: Chance;
  readonly settings: Settings;
  readonly identity: Identity;
  /** Its own; the first is where it is met, another is for probes alone. */
  readonly endpoints: readonly Endpoint[];
  readonly bootstrap: readonly KnownNode[];
  readonly timers: Timers;
  readonly sessions: Sessions;
  readonly requests: Requests;
  readonly dials: Set<Dial>;
  /** Who hears what becomes of sessions; set once all parts of the node are there. */
  told: Told;
  readonly reachability: Reachability;
  readonly prober: Prober;
  readonly service: Service;
  readonly view: View;
  readonly reservations: Reservations;
  readonly circuits: Circuits;
  readonly directory: Directory | undefined;
  readonly login: LoginState | undefined;
  readonly contacts: Contacts;
  readonly neighbours: Neighbours;
  readonly presence: PresenceState;
  /** Reservations of this node, by the supernode's identifier, and supernodes that have refused one of late. */
  readonly held: Map<string, Held>;
  readonly refusing: Set<string>;
  /** Relays that are dialled for a conversation, and nodes that are dialled directly. */
  readonly seeking: Set<string>;
  readonly punching: Set<string>;
  readonly conversations: Conversations;
  /** Octets a second that it relays; 0: as many as come. */
  readonly bandwidth: number;
  isWilling: boolean;
  isGone: boolean;
  /** Microseconds. */
  now: number;
  lastMessageId: number;
  outputs: Output[];
}

export function identityOf(crypto: Crypto, secret: Uint8Array): Identity {
  const pair = crypto.signingPair(secret);
  return { pair, key: toHex(pair.publicKey), id: nodeId(crypto, pair.publicKey) };
}

/** The first 16 octets of the SHA-256 of its key, in hex. */
export function nodeId(crypto: Crypto, publicKey: Uint8Array): string {
  return toHex(crypto.sha256(publicKey).subarray(0, 16));
}

/** HPR-HOP-03: never used before, also not by this node before it was started again. */
export function nextMessageId(state: NodeState): string {
  state.lastMessageId = Math.max(state.lastMessageId + 1, state.now);
  return state.lastMessageId.toString(16).padStart(16, '0');
}

/** Seconds, as times go on the wire. */
export function seconds(state: NodeState): number {
  return Math.floor(state.now / 1_000_000);
}

export function tell(state: NodeState, event: string, members: Readonly<Record<string, unknown>> = {}): void {
  state.outputs.push({ event, ...members });
}
