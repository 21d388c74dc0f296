/**
 * Sessions with neighbours: found by where a frame comes from, and by who is wanted. Two nodes that dial each other at once
 * have two for a moment; both are good.
 */
import { type Endpoint, keyOf } from '../endpoint.ts';
import type { ReplayWindow } from '../replay-window.ts';
import type { Timer } from '../timers.ts';

export interface Session {
  /** Identifier and key of the other side, hex. */
  readonly peer: string;
  readonly peerKey: string;
  /** Where it is sent to. */
  readonly endpoint: Endpoint;
  /** Where its frames come from: another port, where a translator there makes one for each destination (HPR-PATH-01). */
  readonly heardFrom: Endpoint;
  readonly sendKey: Uint8Array;
  readonly receiveKey: Uint8Array;
  readonly window: ReplayWindow;
  /** The handshake that made it, so that a HELLO that comes again gets the same answer. */
  readonly handshake: string;
  /** Where the other side sees this node. */
  observed: Endpoint | undefined;
  /** A frame of the other side has come whose MAC held. */
  isConfirmed: boolean;
  isOver: boolean;
  lastHeard: number;
  /** Seconds. */
  roundTrip: number | undefined;
  /** This side pings it. */
  isKept: boolean;
  missed: number;
  ping: Timer | undefined;
  /** When each ping that has no answer yet was sent, by message id. */
  readonly pings: Map<string, number>;
  /** Records that it was asked for and may still tell. */
  asked: number;
  /** It has said that it is a supernode, or is known as one. */
  isRelay: boolean;
}

function isSamePlace(one: Session, other: Session): boolean {
  return keyOf(one.heardFrom) === keyOf(other.heardFrom);
}

/** As many can a neighbour have at one place: one in use, one that is being made, one before. */
const AT_ONE_PLACE = 3;

export class Sessions {
  readonly #places = new Map<string, Session[]>();
  readonly #peers = new Map<string, Session>();
  /** Of each node the one that was in use before. */
  readonly #replaced = new Map<string, Session>();

  get size(): number {
    return this.#peers.size;
  }

  /** All that are in use. */
  all(): Session[] {
    return [...this.#peers.values()];
  }

  /** The one in use with a node. */
  with(peer: string): Session | undefined {
    return this.#peers.get(peer);
  }

  /** Also those that are not in use yet, or no more. */
  everywhere(): Session[] {
    return [...new Set([...this.#places.values()].flat())];
  }

  at(endpoint: Endpoint): readonly Session[] {
    return this.#places.get(keyOf(endpoint)) ?? [];
  }

  /** Somebody at that address is a neighbour, or was a moment ago. */
  hasAddress(address: string): boolean {
    for (const [session] of this.#places.values()) if (session?.endpoint.address === address) return true;
    return false;
  }

  add(session: Session): void {
    const place = keyOf(session.heardFrom);
    const there = [...this.at(session.heardFrom), session];
    this.#places.set(place, there.slice(-AT_ONE_PLACE));
  }

  /**
   * From now on the one in use. The one before is still heard, wherever it is: where both sides dialled, and translators make
   * ports for each of them, the other side may have taken the other one into use. Returns that one.
   */
  use(session: Session): Session | undefined {
    const before = this.#peers.get(session.peer);
    if (before === session) return undefined;
    this.#peers.set(session.peer, session);
    const older = this.#replaced.get(session.peer);
    if (older !== undefined && older !== session && !isSamePlace(older, session)) this.#dropAt(older);
    if (before === undefined) return undefined;
    this.#replaced.set(session.peer, before);
    return before;
  }

  /** Returns whether it was in use. */
  drop(session: Session): boolean {
    this.#dropAt(session);
    if (this.#replaced.get(session.peer) === session) this.#replaced.delete(session.peer);
    if (this.#peers.get(session.peer) !== session) return false;
    this.#peers.delete(session.peer);
    return true;
  }

  #dropAt(session: Session): void {
    const left = this.at(session.heardFrom).filter((each) => each !== session);
    if (left.length === 0) this.#places.delete(keyOf(session.heardFrom));
    else this.#places.set(keyOf(session.heardFrom), left);
  }
}
