/**
 * A node of the tester's: it makes sessions, sends what it is told to, right or wrong, and keeps all that it hears. What it
 * does unasked are habits, each of which a scenario can take away.
 */
import { fromHex, toHex } from '../../contract/hex.ts';
import { parameters } from '../../generated/relay/parameters.ts';
import type { Actor } from '../../harness/world/member.ts';
import { EventQueue } from '../../net/event-queue.ts';
import type { Endpoint, Packet, Transport } from '../../net/nat/packet.ts';
import type { Random } from '../../net/random.ts';
import { attributeOf, type Frame, hasHopMac, kindOf, mapped, nameOfType, readFrame, writeFrame } from './frame.ts';
import { helloAttributes, hopKeys, welcomeCovers } from './handshake.ts';
import { type Identity, identity } from './identity.ts';
import { exchangePair, isSigned, type KeyPair, sign } from './primitives.ts';

export interface Session {
  /** Identifier, hex. */
  readonly peer: string;
  readonly endpoint: Endpoint;
  readonly own: Endpoint;
  readonly sendKey: Uint8Array;
  readonly receiveKey: Uint8Array;
  readonly openedAt: number;
  readonly transport: Transport;
}

export interface Heard {
  readonly at: number;
  readonly frame: Frame;
  readonly type: string;
  readonly octets: Uint8Array;
  readonly packet: Packet;
  /** Whose MAC it bears; undefined for what came without a session. */
  readonly session: Session | undefined;
}

export type Habit = (station: Station, heard: Heard) => void;

export interface Said {
  readonly attributes?: readonly object[];
  readonly isRequest?: boolean;
  readonly timeToLive?: number;
  readonly source?: string;
  readonly destination?: string;
  readonly messageId?: string;
}

/** Section 3.3. Microseconds. */
const PING_EVERY = parameters.pingEvery * 1_000_000;
/** A PING is as long as its PONG, for who answers nobody with more (HPR-HOP-06). */
export const PING_PADDING = { kind: kindOf('Padding'), padding: '00'.repeat(29) };

const COOKIE = { kind: kindOf('Cookie'), cookie: 'c0'.repeat(16) };

interface Asking {
  readonly ephemeral: KeyPair;
  readonly peer: string;
  readonly to: Endpoint;
  readonly from: Endpoint;
}

export class Station implements Actor {
  readonly name: string;
  readonly identity: Identity;
  /** The first for everything; a second one only for probes. */
  readonly endpoints: readonly Endpoint[];
  readonly heard: Heard[] = [];
  /** Newest session with each peer, by identifier. */
  readonly sessions = new Map<string, Session>();
  readonly habits = new Map<string, Habit>();
  readonly random: Random;
  /** The time of its world; microseconds. */
  readonly #clock: () => number;
  onSent: ((octets: Uint8Array) => void) | undefined;
  onHeard: ((heard: Heard) => void) | undefined;
  /** Whether it pings its sessions, so that they last. */
  isKeeping = true;
  #pingAt = 0;
  readonly #outbox: Packet[] = [];
  readonly #plans = new EventQueue<() => void>();
  readonly #asking = new Map<string, Asking>();
  #messages = 0;

  constructor(name: string, endpoints: readonly Endpoint[], random: Random, clock: () => number) {
    this.#clock = clock;
    this.name = name;
    this.endpoints = endpoints;
    this.random = random;
    this.identity = identity(random);
    this.habits.set('welcome', welcome);
    this.habits.set('pong', pong);
    this.habits.set('probing', unable);
    this.habits.set('peers', knowingNobody);
  }

  get now(): number {
    return this.#clock();
  }

  get id(): string {
    return this.identity.id;
  }

  /** Does something later, in its turn. Microseconds. */
  later(at: number, act: () => void): void {
    this.#plans.push(at, act);
  }

  step(now: number, packets: readonly Packet[]) {
    for (const packet of packets) this.#take(packet);
    while ((this.#plans.first?.at ?? Number.POSITIVE_INFINITY) <= now) this.#plans.pop()?.();
    if (this.isKeeping && now >= this.#pingAt) {
      this.#pingAt = now + PING_EVERY;
      for (const session of this.sessions.values())
        this.send(session, 'PING', { isRequest: true, attributes: [PING_PADDING] });
    }
    const next = Math.min(
      this.#plans.first?.at ?? Number.POSITIVE_INFINITY,
      this.isKeeping ? this.#pingAt : Number.POSITIVE_INFINITY,
    );
    return { packets: this.#outbox.splice(0), wakeAt: Number.isFinite(next) ? next : undefined };
  }

  /** Octets as they are. */
  sendOctets(
    octets: Uint8Array,
    to: Endpoint,
    from: Endpoint = this.endpoints[0]!,
    transport: Transport = 'udp',
  ): void {
    this.onSent?.(octets);
    this.#outbox.push({ from, to, transport, octets });
  }

  /** Octets as they are, to whoever a session is with. */
  put(octets: Uint8Array, { endpoint, own, transport }: Session): void {
    this.sendOctets(octets, endpoint, own, transport);
  }

  /** Over a session; what is not said is right. Its message id. */
  send(session: Session, type: string | number, said: Said = {}): string {
    const octets = this.write(session, type, said);
    this.put(octets, session);
    return toHex(octets.subarray(40, 48));
  }

  write(session: Session, type: string | number, said: Said = {}): Uint8Array {
    return writeFrame({
      type,
      source: this.id,
      destination: session.peer,
      messageId: this.nextMessageId(),
      hopKey: session.sendKey,
      ...said,
    });
  }

  /** Without a session: HELLO, COOKIE, WELCOME, PROBE. */
  sendOpenly(type: string, to: Endpoint, said: Said, from?: Endpoint, transport?: Transport): string {
    const messageId = said.messageId ?? this.nextMessageId();
    this.sendOctets(writeFrame({ type, source: this.id, ...said, messageId }), to, from, transport);
    return messageId;
  }

  /** Grows with every frame (section 2.1). */
  nextMessageId(): string {
    this.#messages += 1;
    return this.#messages.toString(16).padStart(16, '0');
  }

  /** Asks for a session with who has that key (hex); goes on by itself when the cookie comes. */
  greet(peer: string, to: Endpoint, from: Endpoint = this.endpoints[0]!, cookie?: object): void {
    const known = this.#asking.get(peer);
    const ephemeral = known?.ephemeral ?? exchangePair(this.random.octets(32));
    this.#asking.set(peer, { ephemeral, peer, to, from });
    const attributes = helloAttributes(this.identity, ephemeral, peer, cookie);
    this.sendOpenly('HELLO', to, { attributes, destination: peer, isRequest: true }, from);
  }

  admit(session: Session): void {
    this.sessions.set(session.peer, session);
  }

  #take(packet: Packet): void {
    const frame = readFrame(packet.octets);
    if (frame === undefined) return;
    const session = this.#whose(packet.octets, frame.source);
    const heard = { at: this.now, frame, type: nameOfType(frame.type), octets: packet.octets, packet, session };
    this.heard.push(heard);
    this.onHeard?.(heard);
    if (heard.type === 'COOKIE') this.#returnCookie(heard);
    if (heard.type === 'WELCOME') this.#beWelcome(heard);
    for (const habit of this.habits.values()) habit(this, heard);
  }

  /** Whose MAC it bears: that of its source most often, that of a relay otherwise. */
  #whose(octets: Uint8Array, source: string): Session | undefined {
    const likely = this.sessions.get(source);
    if (likely !== undefined && hasHopMac(octets, likely.receiveKey)) return likely;
    const others = [...this.sessions.values()].filter((session) => session !== likely);
    return others.find(({ receiveKey }) => hasHopMac(octets, receiveKey));
  }

  #returnCookie({ frame }: Heard): void {
    const asking = this.#asking.get(frame.source);
    const cookie = attributeOf(frame, 'Cookie');
    if (asking !== undefined && cookie !== undefined) this.greet(asking.peer, asking.to, asking.from, cookie);
  }

  #beWelcome({ frame, packet }: Heard): void {
    const asking = this.#asking.get(frame.source);
    const ephemeral = attributeOf<{ publicKey: string }>(frame, 'Ephemeral');
    const key = attributeOf<{ publicKey: string }>(frame, 'Key');
    const signed = attributeOf<{ signature: string }>(frame, 'Signature');
    if (asking === undefined || ephemeral === undefined || key === undefined || signed === undefined) return;
    const handshake = {
      asker: this.id,
      other: frame.source,
      askerEphemeral: toHex(asking.ephemeral.publicKey),
      otherEphemeral: ephemeral.publicKey,
    };
    if (!isSigned(welcomeCovers(handshake), fromHex(signed.signature), fromHex(key.publicKey))) return;
    const keys = hopKeys(asking.ephemeral, ephemeral.publicKey, handshake);
    if (keys === undefined || !hasHopMac(packet.octets, keys.other)) return;
    this.#asking.delete(frame.source);
    this.admit(this.#sessionOf(frame.source, packet, keys.asker, keys.other));
  }

  /** Answers a HELLO, by COOKIE first (section 3.1). It is nobody's server, so any cookie will do. */
  welcome({ frame, packet }: Heard): void {
    const theirs = attributeOf<{ publicKey: string }>(frame, 'Ephemeral');
    if (theirs === undefined || frame.destination !== this.id) return;
    if (attributeOf(frame, 'Cookie') === undefined) {
      const attributes = [requestOf(frame), COOKIE];
      this.sendOpenly('COOKIE', packet.from, { destination: frame.source, attributes }, packet.to, packet.transport);
      return;
    }
    const ephemeral = exchangePair(this.random.octets(32));
    const handshake = {
      asker: frame.source,
      other: this.id,
      askerEphemeral: theirs.publicKey,
      otherEphemeral: toHex(ephemeral.publicKey),
    };
    const keys = hopKeys(ephemeral, theirs.publicKey, handshake);
    if (keys === undefined) return;
    const session = this.#sessionOf(frame.source, packet, keys.other, keys.asker);
    this.send(session, 'WELCOME', { attributes: this.#welcomeAttributes(frame, packet, handshake) });
    this.admit(session);
  }

  #welcomeAttributes(frame: Frame, { from }: Packet, handshake: Parameters<typeof welcomeCovers>[0]): object[] {
    return [
      requestOf(frame),
      { kind: kindOf('Key'), publicKey: this.identity.key },
      { kind: kindOf('Ephemeral'), publicKey: handshake.otherEphemeral },
      seenAt(from),
      { kind: kindOf('Signature'), signature: toHex(sign(this.identity.pair, welcomeCovers(handshake))) },
    ];
  }

  #sessionOf(peer: string, packet: Packet, sendKey: Uint8Array, receiveKey: Uint8Array): Session {
    const { from, to, transport } = packet;
    return { peer, endpoint: from, own: to, transport, sendKey, receiveKey, openedAt: this.now };
  }
}

const welcome: Habit = (station, heard) => {
  if (heard.type === 'HELLO') station.welcome(heard);
};

const pong: Habit = (station, { type, session, frame, packet }) => {
  if (type !== 'PING' || session === undefined) return;
  station.send(session, 'PONG', { attributes: [requestOf(frame), seenAt(packet.from)] });
};

/** It has nobody to send a probe, and sends none for others. */
export const unable: Habit = (station, { type, session, frame }) => {
  if (session === undefined || (type !== 'PROBE-ME' && type !== 'DIAL')) return;
  const refusal = { kind: kindOf('ErrorCode'), code: 503, about: frame.type };
  station.send(session, 'ERROR', { attributes: [requestOf(frame), refusal] });
};

export const knowingNobody: Habit = (station, { type, session, frame }) => {
  if (type === 'PEERS-ASK' && session !== undefined) station.send(session, 'PEERS', { attributes: [requestOf(frame)] });
};

/** Which request is answered. */
export function requestOf({ messageId }: Frame): object {
  return { kind: kindOf('Request'), messageId };
}

function seenAt({ address, port }: Endpoint): object {
  return { kind: kindOf('Endpoint'), port, address: mapped(address) };
}
