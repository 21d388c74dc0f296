/** A small internet for relay nodes: each at an address of its own, or behind a translator; virtual time, and a trace. */
import { EventQueue } from '../../../../src/net/event-queue.ts';
import { type Random, random } from '../../../../src/net/random.ts';
import {
  type Call,
  type Crypto,
  countingModel,
  type Datagram,
  type Endpoint,
  type NodeConfig,
  type Output,
  openNode,
  type RelayNode,
} from '../../../../src/reference/relay/index.ts';

type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };
export type Told = Readonly<Record<string, unknown>> & { readonly event: string; readonly at: number };

/** Lets in whom it was sent to, by address and port; `mapping`: one port for all, or one for each. */
interface Translator {
  readonly address: string;
  readonly mapping: 'one' | 'each';
  readonly filtering: 'any' | 'sent-to';
}

interface Member {
  readonly name: string;
  readonly node: RelayNode;
  readonly place: string;
  readonly translator: Translator | undefined;
  readonly events: Told[];
  readonly results: Map<number, Result>;
  wakeAt: number | undefined;
  isGone: boolean;
}

interface Sent {
  readonly at: number;
  readonly by: string;
  readonly datagram: Datagram;
}

export type Fate = (sent: Datagram, by: string) => readonly { readonly after: number; readonly octets: Uint8Array }[];

const PORT = 4000;
const DELAY = 10_000;

export function at(address: string, port = PORT): Endpoint {
  return { address, port, transport: 'udp' };
}

export class World {
  readonly sent: Sent[] = [];
  readonly draw: Random;
  readonly crypto: Crypto;
  /** What becomes of a datagram: usually it arrives after 10 ms. */
  fate: Fate = ({ octets }) => [{ after: DELAY, octets }];
  now = 0;
  readonly #members = new Map<string, Member>();
  readonly #mappings = new Map<string, Endpoint & { readonly name: string; readonly seen: Set<string> }>();
  readonly #flights = new EventQueue<Datagram>();
  #ports = 20_000;
  #refs = 0;

  constructor(seed: number, crypto: Crypto = countingModel()) {
    this.draw = random(seed);
    this.crypto = crypto;
  }

  join(
    name: string,
    address: string,
    config: Partial<NodeConfig> & Pick<NodeConfig, 'role'>,
    translator?: Translator,
  ): RelayNode {
    const chance = random(this.draw.uint32());
    const node = openNode({ crypto: this.crypto, chance, endpoints: [at(address)], ...config });
    const member = { name, node, place: address, translator, events: [], results: new Map(), wakeAt: 0, isGone: false };
    this.#members.set(name, member);
    return node;
  }

  member(name: string): Member {
    return this.#members.get(name)!;
  }

  crash(name: string): void {
    this.member(name).isGone = true;
  }

  call(name: string, call: string, words: Readonly<Record<string, unknown>> = {}): number {
    this.#refs += 1;
    this.#step(this.member(name), [{ ...words, call, ref: this.#refs }]);
    return this.#refs;
  }

  result(name: string, ref: number): Result | undefined {
    return this.member(name).results.get(ref);
  }

  status(
    name: string,
  ): Readonly<Record<string, unknown>> & { readonly conversations: readonly Record<string, unknown>[] } {
    return this.result(name, this.call(name, 'status')) as never;
  }

  /** Puts a datagram into the network, as though anybody had sent it. */
  inject(datagram: Datagram, by = ''): void {
    for (const { after, octets } of this.fate(datagram, by))
      this.#flights.push(this.now + after, { ...datagram, octets });
  }

  /** Lives on for so many seconds. */
  run(seconds: number): void {
    const until = this.now + seconds * 1_000_000;
    for (;;) {
      const members = [...this.#members.values()].filter(({ isGone }) => !isGone);
      const wake = members.reduce((least, { wakeAt = Infinity }) => Math.min(least, wakeAt), Infinity);
      const next = Math.max(this.now, Math.min(wake, this.#flights.first?.at ?? Infinity));
      if (next > until) break;
      this.now = next;
      if ((this.#flights.first?.at ?? Infinity) <= next) this.#arrive(this.#flights.pop()!);
      else for (const member of members) if ((member.wakeAt ?? Infinity) <= next) this.#step(member, []);
    }
    this.now = until;
  }

  #arrive(datagram: Datagram): void {
    const { to, from } = datagram;
    const mapping = this.#mappings.get(`${to.address}:${to.port}`);
    const direct = [...this.#members.values()].find(
      ({ place, translator, isGone }) => place === to.address && !translator && !isGone,
    );
    if (direct) {
      this.#step(direct, [datagram]);
      return;
    }
    const behind = mapping && this.#members.get(mapping.name);
    if (mapping === undefined || behind === undefined || behind.isGone) return;
    if (behind.translator?.filtering === 'sent-to' && !mapping.seen.has(`${from.address}:${from.port}`)) return;
    this.#step(behind, [{ ...datagram, to: at(behind.place) }]);
  }

  #step(member: Member, inputs: readonly (Datagram | Call)[]): void {
    const { outputs, wakeAt } = member.node.step(this.now, inputs);
    member.wakeAt = wakeAt;
    for (const output of outputs) this.#put(member, output);
  }

  #put(member: Member, output: Output): void {
    if ('octets' in output) {
      const datagram = { ...output, from: this.#outside(member, output as Datagram) } as Datagram;
      this.sent.push({ at: this.now, by: member.name, datagram });
      this.inject(datagram, member.name);
    } else if ('event' in output) member.events.push({ ...output, at: this.now } as Told);
    else member.results.set(output.ref as number, output.result as Result);
  }

  #outside({ name, translator }: Member, { from, to }: Datagram): Endpoint {
    if (translator === undefined) return from;
    const key = `${name} ${translator.mapping === 'each' ? `${to.address}:${to.port}` : ''}`;
    this.#ports += 1;
    const known = this.#mappings.get(key) ?? {
      address: translator.address,
      port: this.#ports,
      transport: 'udp' as const,
      name,
      seen: new Set<string>(),
    };
    this.#mappings.set(key, known);
    this.#mappings.set(`${known.address}:${known.port}`, known);
    known.seen.add(`${to.address}:${to.port}`);
    return { address: known.address, port: known.port, transport: from.transport };
  }
}

/** A directory, relays with a second address each, and users who have one another on their lists. */
export function peopledWorld(
  seed: number,
  users: readonly string[],
  relays = 4,
  crypto?: Crypto,
  isServing = false,
): World {
  const world = new World(seed, crypto);
  const settings = { scryptCost: 4 };
  const accounts = users.map((name) => ({
    name,
    password: `${name}!`,
    contacts: users.filter((each) => each !== name),
  }));
  const directory = world.join('directory', '198.18.0.1', { role: 'directory', accounts, settings, isServing });
  const known = isServing ? [{ endpoint: at('198.18.0.1'), key: directory.key }] : [];
  for (let number = 1; number <= relays; number += 1) {
    const endpoints = [at(`198.18.1.${number}`), at(`198.18.2.${number}`)];
    const node = world.join(`relay${number}`, `198.18.1.${number}`, {
      role: 'relay',
      endpoints,
      bootstrap: [...known],
    });
    known.push({ endpoint: endpoints[0]!, key: node.key });
  }
  worldKnown.set(world, { directory: { endpoint: at('198.18.0.1'), key: directory.key }, bootstrap: known, users });
  return world;
}

interface Known {
  readonly directory: { readonly endpoint: Endpoint; readonly key: string };
  readonly bootstrap: readonly { readonly endpoint: Endpoint; readonly key: string }[];
  readonly users: readonly string[];
}

const worldKnown = new WeakMap<World, Known>();

/** Lets a user of a peopled world join it. */
export function joinUser(
  world: World,
  name: string,
  address: string,
  translator?: Translator,
  more: Partial<NodeConfig> = {},
): RelayNode {
  const { directory, bootstrap, users } = worldKnown.get(world)!;
  const contacts = users.filter((each) => each !== name);
  const words = { role: 'node', name, password: `${name}!`, contacts, directory, bootstrap } as const;
  return world.join(name, address, { ...words, ...more }, translator);
}

export const hex = (text: string): string => Buffer.from(text).toString('hex');
