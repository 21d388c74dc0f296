/**
 * The tester's stations in one scenario, and what they ask of the implementation: every wait is in virtual time, every frame
 * of theirs is evidence.
 */

import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { NodeWorld } from '../../harness/world/world.ts';
import type { Endpoint } from '../../net/nat/packet.ts';
import type { Place } from '../../net/nat/place.ts';
import { random } from '../../net/random.ts';
import { attributeOf } from './frame.ts';
import { type Heard, PING_PADDING, type Said, type Session, Station } from './station.ts';

export const SECOND = 1_000_000;
/** Where every node listens. */
export const PORT = 7000;
export const LAYER = 'relay/frame';

/** A node of the implementation, as stations know it. Hex. */
export interface Known {
  readonly name: string;
  readonly id: string;
  readonly key: string;
  readonly endpoint: Endpoint;
}

export class StationTalk {
  readonly scene: Scene;
  readonly #stations = new Map<string, Station>();
  #world: Promise<NodeWorld> | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  world(): Promise<NodeWorld> {
    this.#world ??= this.scene.surface('nodes').then(({ world }) => world);
    return this.#world;
  }

  station(name: string): Station {
    const station = this.#stations.get(name);
    if (station === undefined) throw new TypeError(`no station ${name} in this scenario`);
    return station;
  }

  has(name: string): boolean {
    return this.#stations.has(name);
  }

  async pass(seconds: number): Promise<void> {
    await (await this.world()).pass(seconds * SECOND);
  }

  get stations(): readonly Station[] {
    return [...this.#stations.values()];
  }

  /** A new station, with so many addresses. */
  async found(name: string, place: Place = 'public', addresses = 1): Promise<Station> {
    const world = await this.world();
    const endpoints = await world.settle(name, place, addresses, PORT);
    const station = new Station(name, endpoints, random(this.scene.random.uint32()), () => world.now);
    this.#stations.set(name, station);
    world.join(name, station);
    return station;
  }

  /** From now on what it sends and hears is evidence. */
  witness(station: Station): void {
    station.onSent = (octets) => this.scene.evidence.sent(LAYER, octets, at(station.now));
    station.onHeard = ({ octets }) => this.scene.evidence.received(LAYER, octets, at(station.now));
  }

  /** Lets what it was told to send go out. */
  async flush(station: Station): Promise<void> {
    await (await this.world()).wake(station.name);
  }

  /** A session with a node of the implementation. @throws Unmet */
  async session(station: Station, { id, endpoint, name }: Known): Promise<Session> {
    const world = await this.world();
    station.greet(id, endpoint);
    await this.flush(station);
    const session = await world.until(this.scene.hangLimit, () => station.sessions.get(id));
    if (session === undefined) throw missing(`a session of ${station.name} with ${name}`);
    // Who sent WELCOME takes the session into use with the first frame that comes over it (section 3.2).
    await this.fence(station, session);
    return session;
  }

  /** What answers a request; undefined when nothing does. */
  async ask(station: Station, session: Session, type: string | number, said: Said = {}): Promise<Heard | undefined> {
    const messageId = station.send(session, type, { isRequest: true, ...said });
    await this.flush(station);
    return this.answer(station, messageId);
  }

  async answer(station: Station, messageId: string): Promise<Heard | undefined> {
    const answers = ({ frame }: Heard): boolean =>
      attributeOf<{ messageId: string }>(frame, 'Request')?.messageId === messageId;
    return (await this.world()).until(this.scene.hangLimit, () => station.heard.find(answers));
  }

  /** A PING that comes through the same queue. @throws Inconclusive */
  async fence(station: Station, session: Session): Promise<void> {
    const pong = await this.ask(station, session, 'PING', { attributes: [PING_PADDING] });
    if (pong?.type !== 'PONG') throw new Inconclusive('fence', 'the PING that was sent afterwards was not answered');
  }

  /** Waits for something that a station hears. */
  async hear(station: Station, matches: (heard: Heard) => boolean, within?: number): Promise<Heard | undefined> {
    return (await this.world()).until(within ?? this.scene.hangLimit, () => station.heard.find(matches));
  }
}

function at(now: number): { earliest: number; latest: number } {
  return { earliest: now, latest: now };
}

export function missing(expected: string): Unmet {
  return new Unmet({ expected: [expected], actual: 'nothing', missing: true });
}
