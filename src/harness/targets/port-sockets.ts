/**
 * The surface sockets over a Port: one node of the implementation that serves, in virtual time, and all the tester's sockets
 * around it. Nothing is lost on the way and nothing takes time; time moves only while the tester waits.
 */
import { toHex } from '../../contract/hex.ts';
import { keyOf, type Packet, type Transport } from '../../net/nat/packet.ts';
import { type Interval, point } from '../interval.ts';
import type { Delivery, SocketsSurface, TesterSocket, TransportAddress } from '../surface.ts';
import { PortNode } from './port-node.ts';
import type { Asked, VirtualClock } from './port-surfaces.ts';

const SERVED: TransportAddress = { address: '198.18.0.1', port: 3478 };
const FIRST_PORT = 50_000;

export class VirtualSockets implements SocketsSurface {
  readonly served = SERVED;
  readonly #node: PortNode;
  readonly #sockets = new Map<string, VirtualSocket>();
  #ports = 0;

  constructor(port: Asked, id: number, seed: number, clock: VirtualClock) {
    this.#node = new PortNode(port, id, seed, clock, ({ packets }) => {
      for (const packet of packets) this.#deliver(packet);
    });
  }

  now(): Interval {
    return point(this.#node.now);
  }

  /** `params` as `node/open` has them; `addresses` are those beside where it serves. @throws Unsupported, IutFault */
  async configure({ addresses = [], ...params }: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#node.open({ addresses: [SERVED, ...(addresses as readonly TransportAddress[])], ...params });
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
    else await this.#node.step([{ datagram: toHex(octets), from, to, ...(transport === 'udp' ? {} : { transport }) }]);
    return at;
  }

  /** Lets time pass until `look` finds something, or as long as is said. */
  until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    return this.#node.until(within, look);
  }

  /** The node is gone. @throws IutFault */
  end(): Promise<void> {
    return this.#node.end();
  }

  #socket(address: string, transport: Transport): TesterSocket {
    const socket = new VirtualSocket(this, { address, port: FIRST_PORT + this.#ports++ }, transport);
    this.#sockets.set(placeOf(socket.local, transport), socket);
    return socket;
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
