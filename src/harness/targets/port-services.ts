/**
 * The surface services over a Port: one node of the implementation that is sent on errands, in virtual time, and the places
 * at which the tester serves it. Nothing is lost on the way and nothing takes time.
 */
import { toHex } from '../../contract/hex.ts';
import { keyOf, type Packet, type Transport } from '../../net/nat/packet.ts';
import { type Interval, point } from '../interval.ts';
import type { Errand, ServiceEvent, ServicesSurface, TransportAddress } from '../surface.ts';
import type { ErrandAnswer } from './errand-answers.ts';
import { errandMembers } from './errand-members.ts';
import { PortNode } from './port-node.ts';
import type { Asked, VirtualClock } from './port-surfaces.ts';

/** Where the tester serves, and the addresses that the implementation has. */
const SERVICE = '198.18.0.1';
const FIRST_PORT = 3478;
const OWN = [40_001, 40_002, 40_003, 40_004].map((port) => ({ address: '198.18.1.1', port }));

export class VirtualServices implements ServicesSurface {
  readonly #node: PortNode;
  readonly #places: { readonly address: TransportAddress; readonly transport: Transport }[] = [];
  readonly #events: ServiceEvent[] = [];

  constructor(port: Asked, id: number, seed: number, clock: VirtualClock) {
    this.#node = new PortNode(port, id, seed, clock, (answer) => this.#take(answer));
  }

  now(): Interval {
    return point(this.#node.now);
  }

  configure(params: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#node.open({ addresses: OWN, ...params });
  }

  async serve(transport: Transport): Promise<TransportAddress> {
    const address = { address: SERVICE, port: FIRST_PORT + this.#places.length };
    this.#places.push({ address, transport });
    return address;
  }

  start(errand: Errand): Promise<void> {
    return this.#node.step([{ errand: errandMembers(errand) }]);
  }

  async send(place: number, octets: Uint8Array, to: TransportAddress): Promise<Interval> {
    const { address: from, transport } = this.#places[place]!;
    const at = this.now();
    await this.#node.step([{ datagram: toHex(octets), from, to, ...(transport === 'udp' ? {} : { transport }) }]);
    return at;
  }

  next(within: number): Promise<ServiceEvent | undefined> {
    return this.#node.until(within, () => this.#events.shift());
  }

  /** The node is gone. @throws IutFault */
  end(): Promise<void> {
    return this.#node.end();
  }

  /** What is for nobody is lost. */
  #take({ packets, done }: ErrandAnswer): void {
    const at = this.now();
    for (const { octets, from, to, transport } of packets as readonly Packet[]) {
      const place = this.#places.findIndex((each) => each.transport === transport && keyOf(each.address) === keyOf(to));
      if (place >= 0) this.#events.push({ kind: 'came', place, from, octets, at });
    }
    for (const each of done) this.#events.push({ ...each, at });
  }
}
