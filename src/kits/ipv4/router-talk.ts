/** Datagrams from the tester to the far side of a router: forwarded, discarded, or reported about. */
import { Unmet } from '../../harness/outcome.ts';
import { identificationFor, type Probe, probe, udp, withChecksumOf } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields, type Expected, locate, throwIf } from './difference.ts';
import { assertChecksum } from './echo-talk.ts';
import { assertSilence, INTERFACE_TO, passForward, type Side } from './fence.ts';
import { isCopyOf, isForwarded, type Seen } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const DATA_OCTETS = 32;
/** RFC 3692: a protocol that nobody has. */
const EXPERIMENT = 253;

/** What a datagram is like, but for its header. */
export interface Course {
  /** Of data; a UDP header in it. */
  readonly octets: number;
  readonly side: Side | 'nowhere';
  /** The interface that it comes by. */
  readonly into: number;
}

export class RouterTalk {
  readonly #wire: Wire;
  #header: HeaderFields = {};
  #course: Course = { octets: DATA_OCTETS, side: 'beyond', into: 0 };
  #sent: Probe | undefined;
  #copy: Seen | undefined;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async send(header: HeaderFields = {}, course: Partial<Course> = {}): Promise<void> {
    this.#header = header;
    this.#course = { octets: DATA_OCTETS, side: 'beyond', into: 0, ...course };
    await this.put(await this.like());
  }

  /** One like the last but for what `header` says. */
  async sendAgain(header: HeaderFields): Promise<void> {
    await this.put(await this.like(header));
  }

  /** Sends one whose header has that checksum. */
  async sendWithChecksum(checksum: number): Promise<void> {
    const identification = identificationFor(await this.like(), checksum);
    await this.send({ identification });
  }

  async sendAgainWithLeastTimeToLive(): Promise<void> {
    const taken = (this.sent.octets[8] ?? 0) - (this.copy.header.timeToLive ?? 0);
    await this.put(await this.like({ timeToLive: taken + 1 }));
  }

  /** One like the last, not sent yet. */
  async like(header: HeaderFields = {}, octets: number = this.#course.octets): Promise<Probe> {
    const { side } = this.#course;
    const { tester: source, [side]: destination } = (await this.#wire.link()).addresses;
    const fields = { source, destination, ...this.#header, ...header };
    if (octets > 0) return udp(fields, octets, this.#wire.scene.random);
    return probe({ ...udp(fields, 0, this.#wire.scene.random).header, protocol: EXPERIMENT }, new Uint8Array());
  }

  async put(datagram: Probe): Promise<void> {
    this.#sent = datagram;
    await this.#wire.send(datagram.octets, this.#course.into);
  }

  /** @throws Unmet */
  async expectForwarded(): Promise<void> {
    const port = this.#port;
    this.#copy = await this.#wire.expect(isForwarded(this.sent, port), 'the datagram on the far side', (seen) =>
      isCopyOf(this.sent, port)(seen)
        ? { expected: ['the data as it was sent'], actual: describeDatagram(seen.octets) }
        : undefined,
    );
  }

  /** @throws Unmet, Inconclusive */
  async assertNotForwarded(): Promise<void> {
    await passForward(this.#wire);
    assertSilence(this.#wire, isCopyOf(this.sent), 'not forwarded', this.sent);
  }

  /** @throws Unmet, Inconclusive */
  async assertNoneWithoutTime(): Promise<void> {
    await passForward(this.#wire);
    const isCopy = isCopyOf(this.sent);
    const matches = (seen: Seen): boolean => isCopy(seen) && seen.header.timeToLive === 0;
    assertSilence(this.#wire, matches, 'not forwarded with time to live 0', this.sent);
  }

  /** @throws Unmet */
  assertHolds(expected: Expected): void {
    throwIf(compareFields(expected, this.copy.header, this.copy));
  }

  /** @throws Unmet */
  assertTimeToLiveBelow(limit: number): void {
    assertTimeToLiveBelow(limit, this.copy);
  }

  /** @throws Unmet */
  assertChecksum(): void {
    assertChecksum(this.copy, 'headerChecksum');
  }

  /** RFC 1624: zero has two forms in ones-complement, and a header's checksum has but one of them. @throws Unmet */
  assertExactChecksum(): void {
    const { octets, data } = this.copy;
    const anew = withChecksumOf(octets, octets.length - data.length);
    const headerChecksum = new DataView(anew.buffer).getUint16(10);
    throwIf(compareFields([['headerChecksum', headerChecksum]], this.copy.header, this.copy));
  }

  /** The implementation's own, on this side or on the far side. */
  async ownAddress(side: 'near' | 'far'): Promise<string> {
    const { iut, iutBeyond } = (await this.#wire.link()).addresses;
    return side === 'far' ? iutBeyond : iut;
  }

  get sent(): Probe {
    if (this.#sent === undefined) throw new TypeError('no datagram was sent to the far side');
    return this.#sent;
  }

  get copy(): Seen {
    if (this.#copy === undefined) throw new TypeError('no datagram was waited for on the far side');
    return this.#copy;
  }

  get #port(): number {
    const { side } = this.#course;
    if (side === 'nowhere') throw new TypeError('no route leads there');
    return INTERFACE_TO[side];
  }
}

/** @throws Unmet */
export function assertTimeToLiveBelow(limit: number, copy: Seen): void {
  const { timeToLive = 0 } = copy.header;
  if (timeToLive < limit) return;
  const [expected, actual] = [`below ${limit}`, String(timeToLive)];
  throw new Unmet({
    expected: [`timeToLive ${expected}`],
    actual: `timeToLive ${actual}`,
    difference: locate('timeToLive', expected, actual, copy),
  });
}
