/** Connections whose peer is where no route leads but the source route that its segments have come by. */
import { Unmet } from '../../harness/outcome.ts';
import { LOOSE_SOURCE_ROUTE } from '../ipv4/option-octets.ts';
import { optionOctets } from '../ipv4/option-words.ts';
import { genericOf } from '../ipv4/options-talk.ts';
import { assertReturns } from '../ipv4/return-route.ts';
import type { Wire } from '../ipv4/wire.ts';
import { type Ends, type SegmentFields, type SegmentSeen, segmentIn, segmentProbe } from './segment.ts';
import { PORTS } from './talk.ts';
import { hasData } from './window-talk.ts';

const FIRST_DYNAMIC_PORT = 0xc000;
const OCTETS = 5;

export class RouteTalk {
  readonly #wire: Wire;
  #ends: Ends | undefined;
  #next = 0;
  #expected = 0;
  /** What came last. */
  #answer: SegmentSeen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** A SYN to the echo service that has come by `route`. */
  async open(route: string): Promise<void> {
    const { nowhere: source, iut: destination } = (await this.#wire.link()).addresses;
    const sourcePort = FIRST_DYNAMIC_PORT + this.#wire.scene.random.below(0x10000 - FIRST_DYNAMIC_PORT);
    this.#ends = { source, destination, sourcePort, destinationPort: PORTS.echo! };
    this.#next = this.#wire.scene.random.uint32();
    await this.#send({ syn: true, sequenceNumber: this.#next }, route);
    this.#next = (this.#next + 1) >>> 0;
  }

  /** @throws Unmet */
  async answered(): Promise<void> {
    this.#answer = await this.#expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK');
    this.#expected = ((this.#answer.fields.sequenceNumber ?? 0) + 1) >>> 0;
  }

  /** The handshake ends, and data comes; by `route`, or straight. */
  async converse(route?: string): Promise<void> {
    const data = [...this.#wire.scene.random.octets(OCTETS)].map((each) => each.toString(16).padStart(2, '0')).join('');
    const numbers = { sequenceNumber: this.#next, acknowledgmentNumber: this.#expected };
    await this.#send({ ack: true, ...numbers }, route);
    await this.#send({ ack: true, psh: true, ...numbers, data }, route);
    this.#next = (this.#next + OCTETS) >>> 0;
  }

  /** @throws Unmet */
  async assertEchoed(back: string): Promise<void> {
    this.#answer = await this.#expect(hasData, 'the echo of the data');
    this.#expected = (this.#expected + OCTETS) >>> 0;
    await this.assertBack(back);
  }

  /** @throws Unmet */
  async assertBack(route: string): Promise<void> {
    assertReturns(this.#answer!.datagram, 'a segment', route, (await this.#wire.link()).addresses);
  }

  /** Nothing is left at the implementation. */
  async close(): Promise<void> {
    if (this.#ends === undefined) return;
    await this.#send({ rst: true, ack: true, sequenceNumber: this.#next, acknowledgmentNumber: this.#expected });
  }

  async #send(fields: SegmentFields, route?: string): Promise<void> {
    const { addresses } = await this.#wire.link();
    const options = route === undefined ? [] : [genericOf(optionOctets(LOOSE_SOURCE_ROUTE, route, addresses))];
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    const probe = segmentProbe(this.#ends!, { window: 0xffff, ...fields }, { options }, identification);
    await this.#wire.send(probe.octets);
  }

  /** Wherever it is sent: that is for the rule to say. @throws Unmet */
  async #expect(matches: (segment: SegmentSeen) => boolean, expected: string): Promise<SegmentSeen> {
    const seen = await this.#wire.find((each) => {
      const segment = segmentIn(each);
      return segment?.fields.destinationPort === this.#ends!.sourcePort && matches(segment);
    });
    if (seen !== undefined) return segmentIn(seen)!;
    throw new Unmet({ expected: [expected], actual: this.#wire.instead(), missing: true });
  }
}
