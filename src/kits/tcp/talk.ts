/** What the tester does as the peer of a TCP: opens connections to its services, sends segments, expects others. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Random } from '../../net/random.ts';
import type { Wire } from '../ipv4/wire.ts';
import { TcpEnd } from './end.ts';
import { assertSilent, unasked } from './fence.ts';
import type { SegmentSeen } from './segment.ts';
import type { SegmentRow } from './words.ts';

/** RFC 862, 863, 867, 864; and one where nobody listens. */
export const PORTS: Readonly<Record<string, number>> = { echo: 7, discard: 9, daytime: 13, characters: 19, closed: 4 };
const FIRST_DYNAMIC_PORT = 0xc000;

export class TcpTalk {
  readonly #wire: Wire;
  readonly #ends: TcpEnd[] = [];
  #last: SegmentSeen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** An end that has sent nothing yet. Names are those of PORTS. */
  async begin(service: string, first?: number): Promise<TcpEnd> {
    const port = PORTS[service];
    if (port === undefined) throw new TypeError(`no service ${service}`);
    return this.beginAt(port, first);
  }

  /** As `begin`, at a port of the implementation. */
  async beginAt(port: number, first?: number): Promise<TcpEnd> {
    const { tester: source, iut: destination } = (await this.#wire.link()).addresses;
    const sourcePort = FIRST_DYNAMIC_PORT + this.#wire.scene.random.below(0x10000 - FIRST_DYNAMIC_PORT);
    const ends = { source, destination, sourcePort, destinationPort: port };
    return this.adopt(new TcpEnd(this.#wire, ends, first === undefined ? {} : { first }));
  }

  /** An end that was made elsewhere is the one that the scenario speaks of from now on. */
  adopt(end: TcpEnd): TcpEnd {
    this.#ends.push(end);
    return end;
  }

  /** The three messages of the handshake, the tester first. @throws Unmet */
  async establish(service: string, syn: SegmentRow = {}): Promise<TcpEnd> {
    return this.shakeHands(await this.begin(service), syn);
  }

  /** @throws Unmet */
  async shakeHands(end: TcpEnd, syn: SegmentRow = {}): Promise<TcpEnd> {
    await end.sendRow({ flags: 'SYN', ...syn });
    const answer = await end.expect(({ fields }) => fields.syn === true || fields.rst === true, 'SYN,ACK');
    end.assertRow(answer, { flags: 'SYN,ACK', ack: '1' });
    await end.ask();
    await end.sendRow({ flags: 'ACK' });
    return end;
  }

  get random(): Random {
    return this.#wire.scene.random;
  }

  /** The connection that a scenario speaks of. */
  get end(): TcpEnd {
    const end = this.#ends.at(-1);
    if (end === undefined) throw new TypeError('no connection was begun');
    return end;
  }

  get ends(): readonly TcpEnd[] {
    return this.#ends;
  }

  /** The segment that was expected last. */
  get last(): SegmentSeen {
    if (this.#last === undefined) throw new TypeError('no segment was waited for');
    return this.#last;
  }

  /** As the segment that was expected last. */
  note(segment: SegmentSeen): void {
    this.#last = segment;
  }

  async send(rows: readonly SegmentRow[]): Promise<void> {
    await this.end.ask();
    for (const row of rows) await this.end.sendRow(row);
  }

  /** What is not to be taken. */
  async sendAside(rows: readonly SegmentRow[]): Promise<void> {
    await this.end.ask();
    for (const row of rows) await this.end.sendAside(row);
  }

  /** With that bit of their checksums inverted. */
  async sendSpoilt(rows: readonly SegmentRow[], bit: number): Promise<void> {
    await this.end.ask();
    for (const row of rows) await this.end.sendSpoilt(row, bit);
  }

  /** In this order, and the first of them the next answer. @throws Unmet */
  async expect(rows: readonly SegmentRow[]): Promise<void> {
    for (const row of rows) this.#last = await this.end.expectRow(row);
  }

  /** @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    await assertSilent(this.end);
  }

  /**
   * Of a port, not of a connection: a SYN from elsewhere to the same port is the fence.
   *
   * @throws Unmet, Inconclusive
   */
  async assertPortSilence(service: string): Promise<void> {
    const { end } = this;
    const other = await this.begin(service);
    await other.sendRow({ flags: 'SYN' });
    if ((await other.find(() => true)) === undefined) {
      throw new Inconclusive('fence', 'a SYN sent afterwards was not answered either');
    }
    await this.#wire.settle();
    const seen = end.already((segment) => end.isLater(segment));
    if (seen !== undefined) throw unasked(seen);
  }

  /** Data goes there and comes back. @throws Unmet */
  async assertAlive(): Promise<void> {
    await echoes(this.end);
  }

  /** Leaves nothing at the implementation. */
  async close(): Promise<void> {
    for (const end of this.#ends) if (end.irs !== undefined) await end.reset();
  }
}

/** On a connection to the echo service. @throws Unmet */
async function echoes(end: TcpEnd): Promise<void> {
  const DATA = 5;
  const before = end.expected;
  await end.sendRow({ flags: 'PSH,ACK', data: `${DATA} octets` });
  const wanted = (before + DATA) >>> 0;
  const found = await end.find(({ fields, dataLength }) => {
    const last = ((fields.sequenceNumber ?? 0) + dataLength) >>> 0;
    return dataLength > 0 && last === wanted;
  });
  if (found === undefined) throw new Unmet({ expected: ['the data comes back'], actual: end.instead(), missing: true });
  await end.sendRow({ flags: 'ACK' });
}
