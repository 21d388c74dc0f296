/**
 * The surface sockets over a Port: one node of the implementation that serves, in virtual time, and all the tester's sockets
 * around it. Nothing is lost on the way and nothing takes time; time moves only while the tester waits.
 */
import { toHex } from '../../contract/hex.ts';
import { keyOf, type Packet, type Transport } from '../../net/nat/packet.ts';
import { type Interval, point } from '../interval.ts';
import { IutFault } from '../outcome.ts';
import type { Delivery, SocketsSurface, TesterSocket, TransportAddress } from '../surface.ts';
import { readNodeStep } from './answers.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';

const SERVED: TransportAddress = { address: '198.18.0.1', port: 3478 };
const FIRST_PORT = 50_000;
/** A node that wants to be woken so often without time passing, or within one wait, never comes to rest. */
const WAKES_AT_ONCE = 1_000;
const WAKES_IN_A_WAIT = 200_000;

export class VirtualSockets implements SocketsSurface {
  readonly served = SERVED;
  readonly #port: Asked;
  readonly #id: number;
  readonly #seed: number;
  readonly #clock: VirtualClock;
  readonly #sockets = new Map<string, VirtualSocket>();
  #opened: Promise<unknown> | undefined;
  #wakeAt: number | undefined;
  #ports = 0;

  constructor(port: Asked, id: number, seed: number, clock: VirtualClock) {
    this.#port = port;
    this.#id = id;
    this.#seed = seed;
    this.#clock = clock;
  }

  now(): Interval {
    return point(this.#clock.now);
  }

  /** `params` as `node/open` has them; `addresses` are those beside where it serves. @throws Unsupported, IutFault */
  async configure({ addresses = [], ...params }: Readonly<Record<string, unknown>>): Promise<void> {
    const all = [SERVED, ...(addresses as readonly TransportAddress[])];
    this.#opened ??= ask(this.#port, 'node/open', { id: this.#id, seed: this.#seed, addresses: all, ...params });
    await this.#opened;
  }

  async datagrams(host: number): Promise<TesterSocket> {
    return this.#socket(`198.18.1.${1 + host}`, 'udp');
  }

  async connection(): Promise<TesterSocket> {
    return this.#socket('198.18.1.1', 'tcp');
  }

  async send(packet: Packet): Promise<Interval> {
    const at = this.now();
    const { octets, from, to, transport } = packet;
    if (this.#sockets.has(placeOf(to, transport))) this.#deliver(packet);
    else await this.#step([{ datagram: toHex(octets), from, to, ...(transport === 'udp' ? {} : { transport }) }]);
    return at;
  }

  /** Lets time pass until `look` finds something, or as long as is said. */
  async until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    const limit = this.#clock.now + Math.max(0, Math.ceil(within));
    for (let wakes = 0, atOnce = 0; ; wakes += 1) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#wakeAt === undefined || this.#wakeAt > limit) break;
      atOnce = this.#wakeAt > this.#clock.now ? 0 : atOnce + 1;
      if (atOnce > WAKES_AT_ONCE || wakes > WAKES_IN_A_WAIT) {
        throw new IutFault(
          'iut-hung',
          `node/step: woken ${wakes} times, and wakeAt asks for more at ${this.#wakeAt} us`,
        );
      }
      this.#clock.now = Math.max(this.#clock.now, this.#wakeAt);
      await this.#step([]);
    }
    if (Number.isFinite(limit)) this.#clock.now = limit;
    return undefined;
  }

  /** The node is gone. @throws IutFault */
  async end(): Promise<void> {
    if (this.#opened === undefined) return;
    await this.#opened;
    await ask(this.#port, 'node/close', { id: this.#id });
  }

  #socket(address: string, transport: Transport): TesterSocket {
    const socket = new VirtualSocket(this, { address, port: FIRST_PORT + this.#ports++ }, transport);
    this.#sockets.set(placeOf(socket.local, transport), socket);
    return socket;
  }

  async #step(inputs: readonly object[]): Promise<void> {
    const { now } = this.#clock;
    const answer = readNodeStep(await ask(this.#port, 'node/step', { id: this.#id, now, inputs }));
    this.#wakeAt = answer.wakeAt;
    for (const packet of answer.packets) this.#deliver(packet);
  }

  /** What is for nobody is lost. */
  #deliver({ octets, from, to, transport }: Packet): void {
    this.#sockets.get(placeOf(to, transport))?.deliver({ octets, from, at: this.now() });
  }
}

function placeOf(address: TransportAddress, transport: Transport): string {
  return `${transport} ${keyOf(address)}`;
}

class VirtualSocket implements TesterSocket {
  readonly local: TransportAddress;
  readonly ended = false;
  readonly carriesFrames: boolean;
  readonly #sockets: VirtualSockets;
  readonly #transport: Transport;
  readonly #deliveries: Delivery[] = [];

  constructor(sockets: VirtualSockets, local: TransportAddress, transport: Transport) {
    this.#sockets = sockets;
    this.local = local;
    this.#transport = transport;
    this.carriesFrames = transport === 'tcp';
  }

  send(octets: Uint8Array, to: TransportAddress): Promise<Interval> {
    return this.#sockets.send({ octets, from: this.local, to, transport: this.#transport });
  }

  receive(within: number): Promise<Delivery | undefined> {
    return this.#sockets.until(within, () => this.#deliveries.shift());
  }

  deliver(delivery: Delivery): void {
    this.#deliveries.push(delivery);
  }

  close(): void {
    this.#deliveries.length = 0;
  }
}
