/**
 * A population of the implementation's own nodes: a directory, public nodes that become supernodes, and users wherever a
 * scenario puts them, each on the list of all others. What they say to each other is seen on the wire, what their users are
 * told by events.
 */
import { toHex } from '../../contract/hex.ts';
import type { Scene } from '../../harness/scene.ts';
import type { NodeWorld } from '../../harness/world/world.ts';
import type { Place } from '../../net/nat/place.ts';
import { identifierOf } from './identity.ts';
import { passwordOf } from './login-talk.ts';
import { signingPair } from './primitives.ts';
import { missing, PORT, SECOND } from './station-talk.ts';

type Settings = Readonly<Record<string, number | boolean>>;

export interface CrowdPlan {
  /** Public nodes without a user, each with a second address for probes. */
  readonly relays: number;
  readonly users: Readonly<Record<string, Place>>;
  readonly settings?: Settings;
  /** Nodes that users begin with, as `node/open` has them; the relays when left out. */
  readonly known?: readonly object[];
  /** Relays that each node begins with, others for each; all of them when left out. */
  readonly beginWith?: number;
  /** Whom each user has on the list; all others when left out. */
  readonly contacts?: Readonly<Record<string, readonly string[]>>;
}

export const DIRECTORY = 'directory';
/** Sessions, probes, logins and presences; and once more for what was lost. */
const READY_WITHIN = 60 * SECOND;
/** So that a scenario costs little. */
const CHEAP = { scryptCost: 4 };

const [TYPE_AT, RESERVED_AT, SOURCE_AT, DESTINATION_AT, ID_AT, PAYLOAD_AT] = [2, 7, 8, 24, 40, 56];

export class Crowd {
  readonly scene: Scene;
  readonly secrets = new Map<string, Uint8Array>();
  readonly ids = new Map<string, string>();
  readonly #keys = new Map<string, string>();
  #contacts: CrowdPlan['contacts'];
  #world: NodeWorld | undefined;
  #settings: Settings = {};
  #users: string[] = [];
  #relays: string[] = [];

  /** Without a world it takes that of the scene. */
  constructor(scene: Scene, world?: NodeWorld) {
    this.scene = scene;
    this.#world = world;
  }

  get world(): NodeWorld {
    if (this.#world === undefined) throw new TypeError('nobody was gathered');
    return this.#world;
  }

  get users(): readonly string[] {
    return this.#users;
  }

  get relays(): readonly string[] {
    return this.#relays;
  }

  async start(): Promise<NodeWorld> {
    this.#world ??= (await this.scene.surface('nodes')).world;
    return this.#world;
  }

  /** Opens everybody: first supernodes, then users. */
  async gather({ relays, users, settings = {}, known, beginWith = relays, contacts }: CrowdPlan): Promise<void> {
    await this.start();
    this.#settings = settings;
    this.#contacts = contacts;
    this.#users = Object.keys(users);
    this.#relays = Array.from({ length: relays }, (_, index) => `relay-${index + 1}`);
    for (const name of [DIRECTORY, ...this.#relays]) this.#settle(name, 'public', 2);
    for (const [name, place] of Object.entries(users)) this.#settle(name, place, 1);
    await this.openDirectory();
    for (const [place, name] of this.#relays.entries()) {
      await this.#open(name, { role: 'node', bootstrap: this.known(this.#someRelays(place + 1, beginWith), name) });
    }
    await this.#serving();
    for (const [place, name] of this.#users.entries()) {
      await this.openUser(name, known ?? this.known(this.#someRelays(place * beginWith, beginWith)));
    }
  }

  /** In a circle, from there on. */
  #someRelays(from: number, count: number): string[] {
    const { length } = this.#relays;
    return Array.from({ length: Math.min(count, length) }, (_, index) => this.#relays[(from + index) % length]!);
  }

  /** Every relay is a supernode, so that users find some. @throws Unmet */
  async #serving(): Promise<void> {
    const serves = (name: string): boolean => this.role(name) === 'supernode';
    // Of a thousand only one is asked at a time; all of them when it seems that they serve.
    let first = 0;
    const serve = (): true | undefined => {
      while (first < this.#relays.length && serves(this.#relays[first]!)) first += 1;
      if (first < this.#relays.length) return undefined;
      first = 0;
      return this.#relays.every(serves) || undefined;
    };
    if ((await this.world.until(READY_WITHIN, serve)) === undefined) throw missing('nodes that become supernodes');
  }

  async openDirectory(): Promise<void> {
    const accounts = this.#users.map((name) => ({ name, password: passwordOf(name), contacts: this.#others(name) }));
    await this.#open(DIRECTORY, { role: 'directory', accounts });
  }

  async openUser(name: string, bootstrap: readonly object[], settings: Settings = {}): Promise<void> {
    const [directory] = this.known([DIRECTORY]);
    const user = { name, password: passwordOf(name), contacts: this.#others(name), directory };
    await this.#open(name, { role: 'node', ...user, bootstrap }, settings);
  }

  #others(name: string): string[] {
    return [...(this.#contacts?.[name] ?? this.#users.filter((other) => other !== name))];
  }

  #settle(name: string, place: Place, addresses: number): void {
    this.world.site(name, place, addresses);
    const secret = this.scene.random.octets(32);
    this.secrets.set(name, secret);
    const { publicKey } = signingPair(secret);
    this.ids.set(name, identifierOf(publicKey));
    this.#keys.set(name, toHex(publicKey));
  }

  async #open(name: string, params: object, settings: Settings = {}): Promise<void> {
    const secret = toHex(this.secrets.get(name)!);
    await this.world.open(name, PORT, { ...params, secret, settings: { ...CHEAP, ...this.#settings, ...settings } });
  }

  /** As `node/open` has them. */
  known(names: readonly string[], but?: string): object[] {
    return names
      .filter((name) => name !== but)
      .map((name) => {
        const [address] = this.world.siteOf(name).gateway.addresses;
        return { address, port: PORT, key: this.#keys.get(name)! };
      });
  }

  /** Each user has heard that each other one is online, and every relay serves. @throws Unmet */
  async ready(users: readonly string[] = this.#users): Promise<void> {
    const { world } = this;
    const isMet = (): true | undefined =>
      users.every((name) => this.#others(name).every((other) => this.isOnline(name, other))) || undefined;
    if ((await world.until(READY_WITHIN, isMet)) === undefined) throw missing('users who see each other online');
    // Reservations take a round trip or two more.
    await world.pass(SECOND);
  }

  /** What `name` was told last about `other`. */
  isOnline(name: string, other: string): boolean {
    return this.lastEvent(name, 'presence', ({ name: about }) => about === other)?.state === 'online';
  }

  role(name: string): unknown {
    return this.lastEvent(name, 'role')?.value ?? 'client';
  }

  verdict(name: string): unknown {
    return this.lastEvent(name, 'verdict')?.value ?? 'unknown';
  }

  lastEvent(
    name: string,
    event: string,
    matches: (told: Readonly<Record<string, unknown>>) => boolean = () => true,
  ): Readonly<Record<string, unknown>> | undefined {
    return this.world.iut(name).events.findLast((told) => told.event.event === event && matches(told.event))?.event;
  }

  /** Frames of a type from one user to the other that have reached that one, with the host that they came from. */
  arrivals(from: string, to: string, type: number, since = 0): { at: number; via: string; octets: Uint8Array }[] {
    const [source, destination] = [this.ids.get(from)!, this.ids.get(to)!];
    return this.world.trace
      .filter(({ what, to: host, at }) => what === 'delivered' && host === to && at >= since)
      .filter(({ packet: { octets } }) => octets[TYPE_AT] === type && idAt(octets, SOURCE_AT) === source)
      .filter(({ packet: { octets } }) => idAt(octets, DESTINATION_AT) === destination)
      .map(({ at, from: via, packet: { octets } }) => ({ at, via, octets }));
  }
}

function idAt(octets: Uint8Array, at: number): string {
  return toHex(octets.subarray(at, at + 16));
}

export const FRAME_PLACES = {
  type: TYPE_AT,
  reserved: RESERVED_AT,
  source: SOURCE_AT,
  destination: DESTINATION_AT,
  id: ID_AT,
  payload: PAYLOAD_AT,
};
