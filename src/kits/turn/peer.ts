/**
 * The tester around one server, for one scenario: clients A and B, each on a 5-tuple of its own, and peers P, Q and R. P and
 * R share an address, Q has another; F, on a third one, is kept for fences.
 */
import { Inconclusive, Unsupported } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { SocketsSurface, TransportAddress } from '../../harness/surface.ts';
import type { Parameters } from '../../harness/target.ts';
import type { Credentials } from './authentication.ts';
import { type Ask, Client, type Exchange } from './client.ts';
import { PeerEnd } from './peer-end.ts';
import { find } from './read-message.ts';
import { VIRTUAL_PARAMETERS, virtualServer } from './virtual-server.ts';
import { type Named, type Rows, readAttributes } from './words.ts';

/** The tester's addresses by who lives there. Clients share the first one with P: who they are is their port. */
const HOSTS: Readonly<Record<string, number>> = { P: 0, R: 0, Q: 1, F: 2 };
/** Octets of relayed data: unlike any others, and far below what a path carries. */
const USUAL_OCTETS = 40;
/** Microseconds for which a clean end is waited. */
const LEAVE_WITHIN = 1_000_000;

type Transport = 'udp' | 'tcp';

export class TurnPeer implements Named {
  readonly scene: Scene;
  readonly #clients = new Map<string, Client>();
  readonly #peers = new Map<string, PeerEnd>();
  #surface: SocketsSurface | undefined;
  #latest: (Exchange & { readonly client: Client }) | undefined;
  #data: Uint8Array | undefined;
  #token: Uint8Array | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  async sockets(): Promise<SocketsSurface> {
    if (this.#surface !== undefined) return this.#surface;
    const surface = await this.scene.surface('sockets');
    await surface.configure?.(virtualServer(this.scene.scenario.needs));
    this.#surface = surface;
    return surface;
  }

  /** The client of that name, which comes to be when it is first named. @throws Unsupported */
  async client(name: string, transport: Transport = this.#usualTransport, credentials?: Credentials): Promise<Client> {
    const known = this.#clients.get(name);
    if (known !== undefined) return known;
    const surface = await this.sockets();
    const isStream = transport === 'tcp';
    const socket = isStream ? await surface.connection() : await surface.datagrams(0);
    const who = credentials ?? this.credentials('turn.username', 'turn.password');
    const client = new Client(this.scene, surface, socket, who, isStream);
    this.#clients.set(name, client);
    return client;
  }

  async peer(name: string): Promise<PeerEnd> {
    const known = this.#peers.get(name);
    if (known !== undefined) return known;
    const surface = await this.sockets();
    const peer = new PeerEnd(this.scene, surface, await surface.datagrams(HOSTS[name] ?? 0));
    this.#peers.set(name, peer);
    return peer;
  }

  /** @throws Unsupported when they are not told */
  credentials(username: string, password: string) {
    const [name, secret] = [this.#parameters[username], this.#parameters[password]];
    if (name === undefined || secret === undefined) throw new Unsupported(`credentials (${username}, ${password})`);
    return { username: String(name), password: String(secret) };
  }

  /** Seconds, or a count: what the implementation was told to do otherwise than the RFC's default. */
  setting(name: string, otherwise: number): number {
    return Number(this.#parameters[name] ?? otherwise);
  }

  /** Sends a request with the attributes of the table and keeps what came of it. */
  async ask(name: string, request: Omit<Ask, 'attributes'>, rows?: Rows | Ask['attributes']): Promise<Exchange> {
    const client = await this.client(name);
    const attributes = typeof rows === 'function' ? rows : rows && (await this.attributes(rows));
    if (request.authentication?.kind !== 'none') await client.learn();
    return this.keep(client, await client.ask({ ...request, ...(attributes ? { attributes } : {}) }));
  }

  /** Of an allocation with a reservation the token is kept. */
  keep(client: Client, exchange: Exchange): Exchange {
    this.#latest = { ...exchange, client };
    const token = exchange.answer && find(exchange.answer, 'RESERVATION-TOKEN');
    if (token !== undefined) this.#token = token.value;
    return exchange;
  }

  /** Everybody who is named in the table exists afterwards. */
  async attributes(rows: Rows): Promise<NonNullable<Ask['attributes']>> {
    for (const [, name] of rows.flat().flatMap((cell) => [...cell.matchAll(/\bpeer (\w)/g)])) await this.peer(name!);
    const written = new Map<string, Uint8Array>();
    // Asked again after a stale nonce, the request says the same.
    const data = (octets: number): Uint8Array => {
      const known = written.get('data') ?? this.data(octets);
      written.set('data', known);
      return known;
    };
    return (transaction) =>
      readAttributes(rows, { address: (name) => this.address(name), token: () => this.token(), data }, transaction);
  }

  /** What was asked last. @throws Inconclusive when nothing was. */
  get latest(): Exchange & { readonly client: Client } {
    if (this.#latest === undefined) throw new Inconclusive('precondition', 'nothing was asked');
    return this.#latest;
  }

  address(name: string): TransportAddress {
    const [, kind, who] = /^(peer|client) (\w)$/.exec(name) ?? [];
    const found = kind === 'peer' ? this.#peers.get(who!)?.local : this.#clients.get(who ?? '')?.relayed;
    if (found === undefined) throw new Inconclusive('precondition', `there is no ${name}`);
    return found;
  }

  token(): Uint8Array {
    if (this.#token === undefined) throw new Inconclusive('precondition', 'no reservation token was given');
    return this.#token;
  }

  data(octets: number = USUAL_OCTETS): Uint8Array {
    this.#data = this.scene.random.octets(octets);
    return this.#data;
  }

  /** Data that are not drawn by lot. */
  useData(data: Uint8Array): Uint8Array {
    this.#data = data;
    return data;
  }

  /** What was sent last to be relayed. */
  get sentData(): Uint8Array {
    if (this.#data === undefined) throw new Inconclusive('precondition', 'no data were sent');
    return this.#data;
  }

  /** Where peers send to. @throws Inconclusive */
  async relayedAddress(name: string): Promise<TransportAddress> {
    await this.client(name);
    const relayed = this.address(`client ${name}`);
    // Nothing can be sent there.
    if (relayed.port === 0) throw new Inconclusive('precondition', 'the server relays at port 0, as it says');
    return relayed;
  }

  /** Leaves no allocation behind, so that the server's quotas are there for the next. */
  async close(): Promise<void> {
    for (const client of this.#clients.values()) {
      if (client.relayed === undefined) continue;
      const lifetime = { type: 0x000d, value: new Uint8Array(4) };
      await client.ask({ method: 'Refresh', attributes: () => [lifetime] }, LEAVE_WITHIN);
    }
  }

  get #usualTransport(): Transport {
    return this.#parameters['turn.transport'] === 'tcp' ? 'tcp' : 'udp';
  }

  /** A server that is made for the scenario is told them, and need not tell them. */
  get #parameters(): Parameters {
    return this.scene.clock === 'virtual' ? VIRTUAL_PARAMETERS : this.scene.parameters;
  }
}
