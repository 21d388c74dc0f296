/**
 * The tester's end of one connection: numbers of its own, what it has sent and what has come. It is no TCP: it sends what
 * it is told, acknowledges only when it is told, and never sends anything again.
 */
import { Unmet } from '../../harness/outcome.ts';
import type { Probe } from '../ipv4/datagram.ts';
import { locate } from '../ipv4/difference.ts';
import type { Wire } from '../ipv4/wire.ts';
import type { HeaderFields } from '../ipv4/words.ts';
import { describeSegment } from './describe.ts';
import { type Ends, flagsOf, type SegmentFields, type SegmentSeen, segmentIn, segmentProbe } from './segment.ts';
import { edgeOf, isWindowUpdate } from './window-update.ts';
import { readData, readFlags, readNumber, readOptions, type SegmentRow } from './words.ts';

const WINDOW = 65_535;
/** All that 16 bits can offer, before they are shifted. */
const WIDEST_WINDOW = 65_535;
/** Where the checksum stands in a segment. */
const CHECKSUM_AT = 16;

export type MatchesSegment = (seen: SegmentSeen) => boolean;

/** How much of sequence space a segment takes: data, SYN and FIN (RFC 9293 section 3.4). */
export const octetsOfSequence = ({ syn, fin, data = '' }: SegmentFields): number =>
  data.length / 2 + (syn ? 1 : 0) + (fin ? 1 : 0);

export class TcpEnd {
  readonly ends: Ends;
  /** The tester's first number, and the next that it will send. */
  readonly iss: number;
  next: number;
  /** The implementation's first number, and the next that the tester expects of it. */
  irs: number | undefined;
  expected = 0;
  /** The first number outside of the window that the implementation offered last. */
  edge = 0;
  /** By how many bits its windows are to be shifted. */
  scale = 0;
  window = WINDOW;
  /** Sent with every segment for which no others are stated. */
  options: SegmentFields['options'];
  /** The implementation's FIN has come, and all before it. */
  finCame = false;
  readonly sent: Probe[] = [];
  /** The fields of the last segment sent. */
  lastSent: SegmentFields = {};
  /** All that was found so far. */
  readonly came: SegmentSeen[] = [];
  readonly #wire: Wire;
  readonly #into: number;
  /** The exchange from which on something may answer what was sent last. */
  #asked = 0;

  /** `first`: the tester's first number, drawn unless it matters. `into`: the interface that it stands at. */
  constructor(wire: Wire, ends: Ends, { first, into = 0 }: { readonly first?: number; readonly into?: number } = {}) {
    this.#wire = wire;
    this.#into = into;
    this.ends = ends;
    this.iss = first ?? wire.scene.random.uint32();
    this.next = this.iss;
  }

  get wire(): Wire {
    return this.#wire;
  }

  /**
   * Behind the edge of any window that the implementation can offer. The one that it offered last is no measure of it: it
   * may have grown since, with a segment that is on its way. At the very edge an acknowledgement may still count (RFC
   * 9293 appendix A.2).
   */
  get beyond(): number {
    return (this.next + WIDEST_WINDOW * 2 ** this.scale + 1) >>> 0;
  }

  /** Sends a segment as a row says; what stands in order moves the tester's next number on. */
  async sendRow(row: SegmentRow, header: HeaderFields = {}): Promise<Probe> {
    return this.send(this.read(row), header);
  }

  /** As `sendRow`, for what must not be taken: the tester's next number stays. */
  async sendAside(row: SegmentRow, changes: SegmentFields = {}): Promise<Probe> {
    const { next } = this;
    const probe = await this.send({ ...this.read(row), ...changes });
    this.next = next;
    return probe;
  }

  /** As `sendAside`, with one bit of the checksum, 0 to 15, inverted. */
  async sendSpoilt(row: SegmentRow, bit: number): Promise<void> {
    const { next } = this;
    const { octets, headerLength } = this.build(this.read(row));
    this.next = next;
    octets[headerLength + CHECKSUM_AT + (bit >> 3)]! ^= 0x80 >> (bit & 7);
    await this.#wire.send(octets, this.#into);
  }

  /** A segment as a row says. */
  read(row: SegmentRow): SegmentFields {
    return {
      ...readFlags(row.flags ?? 'ACK'),
      ...(row.seq && {
        sequenceNumber: readNumber(row.seq, { first: this.iss, next: this.next, edge: this.edge, beyond: this.beyond }),
      }),
      ...(row.ack && { acknowledgmentNumber: this.#ackOf(row.ack) }),
      ...(row.window && { window: Number(row.window) }),
      ...(row.urgent && { urgentPointer: Number(row.urgent) }),
      ...(row.options && { options: readOptions(row.options) }),
      ...(row.data && { data: readData(row.data, (octets) => this.#wire.scene.random.octets(octets)) }),
    };
  }

  async send(fields: SegmentFields, header: HeaderFields = {}): Promise<Probe> {
    const probe = this.build(fields, header);
    await this.#wire.send(probe.octets, this.#into);
    return probe;
  }

  /** A segment that is about to be sent: it counts as sent. */
  build(fields: SegmentFields, header: HeaderFields = {}): Probe {
    const whole: SegmentFields = {
      sequenceNumber: this.next,
      acknowledgmentNumber: fields.ack ? this.expected : 0,
      window: this.window,
      ...(this.options && { options: this.options }),
      ...fields,
    };
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    const probe = segmentProbe(this.ends, whole, { dontFragment: true, ...header }, identification);
    if (whole.sequenceNumber === this.next) this.next = (this.next + octetsOfSequence(whole)) >>> 0;
    this.sent.push(probe);
    this.lastSent = whole;
    return probe;
  }

  /** The next segment of this connection that matches; undefined when none comes. */
  async find(matches: MatchesSegment, within?: number): Promise<SegmentSeen | undefined> {
    const seen = await this.#wire.find((each) => this.#isOurs(segmentIn(each), matches), within);
    const segment = seen && segmentIn(seen);
    if (segment === undefined) return undefined;
    this.came.push(segment);
    this.#note(segment);
    return segment;
  }

  /** Takes in what has come by now; the number of the next exchange. What has a lower one answers nothing sent from now on. */
  async present(): Promise<number> {
    await this.#wire.find(() => false, 0);
    return this.#wire.scene.evidence.entries.length;
  }

  /** What is sent next is what answers are looked for to. */
  async ask(): Promise<void> {
    this.#asked = await this.present();
  }

  /** Whether a segment came only after what was asked last. */
  isLater({ datagram }: SegmentSeen): boolean {
    return datagram.exchange >= this.#asked;
  }

  /** Whether it may have come by itself at any time, only to say that the window is larger now. */
  isWindowUpdate(segment: SegmentSeen): boolean {
    const before = this.#wire.came
      .filter(({ exchange }) => exchange < segment.datagram.exchange)
      .map(segmentIn)
      .filter((each): each is SegmentSeen => this.#isOurs(each, () => true));
    return isWindowUpdate(segment, before, this.scale);
  }

  /**
   * The next segment that came after what was asked last, or after the exchange `since`. What only looks like an update of
   * the window is taken where nothing else comes: the answer may bring one with it.
   */
  async findAnswer(matches: MatchesSegment = () => true, since = this.#asked): Promise<SegmentSeen | undefined> {
    const isAnswer = (segment: SegmentSeen): boolean => segment.datagram.exchange >= since && matches(segment);
    const answer = await this.find((segment) => isAnswer(segment) && !this.isWindowUpdate(segment));
    return answer ?? this.find(isAnswer, 0);
  }

  /** As `findAnswer`, but something must come. @throws Unmet */
  async expectAnswer(matches: MatchesSegment, expected: string): Promise<SegmentSeen> {
    const answer = await this.findAnswer(matches);
    if (answer !== undefined) return answer;
    throw new Unmet({ expected: [expected], actual: this.instead(), missing: true });
  }

  /** Takes all that has come by now. */
  async drain(): Promise<void> {
    while ((await this.find(() => true, 0)) !== undefined);
  }

  /** As `find`, but something must come. @throws Unmet */
  async expect(matches: MatchesSegment, expected: string, within?: number): Promise<SegmentSeen> {
    const found = await this.find(matches, within);
    if (found !== undefined) return found;
    throw new Unmet({ expected: [expected], actual: this.instead(), missing: true });
  }

  /** The next answer must be as the row says. @throws Unmet */
  async expectRow(row: SegmentRow): Promise<SegmentSeen> {
    const segment = await this.expectAnswer(() => true, `a segment: ${wordsOf(row)}`);
    this.assertRow(segment, row);
    return segment;
  }

  /** @throws Unmet */
  assertRow(segment: SegmentSeen, row: SegmentRow): void {
    const wrong = this.#differences(segment, row);
    const [first] = wrong;
    if (first === undefined) return;
    throw new Unmet({
      expected: [wrong.map(({ field, expected }) => `${field} ${expected}`).join(', ')],
      actual: describeSegment(segment.datagram.octets),
      difference: locate(first.field, first.expected, first.actual, {
        exchange: segment.datagram.exchange,
        where: segment.where,
      }),
    });
  }

  /** What came and was not asked for. Waits for nothing. */
  already(matches: MatchesSegment): SegmentSeen | undefined {
    const seen = this.#wire.already((each) => this.#isOurs(segmentIn(each), matches));
    return seen && segmentIn(seen);
  }

  instead(): string {
    return this.#wire.instead();
  }

  /** Numbers of the implementation from its first on, as features write them. */
  relative(sequenceNumber: number): number {
    return (sequenceNumber - (this.irs ?? 0)) >>> 0;
  }

  /** Says that the connection is to be forgotten: nothing of it is left at the implementation. */
  async reset(): Promise<void> {
    await this.send({ rst: true, ack: true });
  }

  #ackOf(word: string): number {
    return readNumber(word, { first: this.irs ?? 0, next: this.expected });
  }

  #isOurs(segment: SegmentSeen | undefined, matches: MatchesSegment): boolean {
    if (segment === undefined) return false;
    const { fields, datagram } = segment;
    const isOurs =
      fields.sourcePort === this.ends.destinationPort &&
      fields.destinationPort === this.ends.sourcePort &&
      datagram.header.source === this.ends.destination &&
      datagram.header.destination === this.ends.source;
    return isOurs && matches(segment);
  }

  /** Keeps up with what the implementation sends in order, and with the window that it offers. */
  #note({ fields }: SegmentSeen): void {
    const { sequenceNumber = 0, syn, rst, ack } = fields;
    if (rst) return;
    if (syn && this.irs === undefined) {
      this.irs = sequenceNumber;
      this.expected = sequenceNumber;
      const scaling = fields.options?.find((option) => option.kind === 3) as { shift?: number } | undefined;
      this.scale = scaling?.shift ?? 0;
    }
    const length = octetsOfSequence(fields);
    if (length > 0 && sequenceNumber === this.expected) {
      this.expected = (sequenceNumber + length) >>> 0;
      this.finCame = fields.fin === true;
    }
    if (ack) this.edge = edgeOf(fields, this.scale);
  }

  #differences({ fields, dataLength }: SegmentSeen, row: SegmentRow) {
    const { sequenceNumber = 0, acknowledgmentNumber = 0 } = fields;
    const found: { field: string; expected: string; actual: string }[] = [];
    const check = (field: string, expected: string, actual: string): void => {
      if (expected !== actual) found.push({ field, expected, actual });
    };
    // PSH says nothing that anybody is bound by.
    if (row.flags) check('flags', flagsOf(readFlags(row.flags)), flagsOf({ ...fields, psh: false }));
    if (row.seq) {
      // `next` of the implementation is what the tester had expected before this segment.
      const before =
        (this.expected -
          (sequenceNumber + octetsOfSequence(fields) === this.expected ? octetsOfSequence(fields) : 0)) >>>
        0;
      const wanted = readNumber(row.seq, { first: this.irs ?? 0, next: before });
      check('sequenceNumber', String(wanted), String(sequenceNumber));
    }
    if (row.ack) {
      const wanted = readNumber(row.ack, { first: this.iss, next: this.next });
      check('acknowledgmentNumber', String(wanted), String(acknowledgmentNumber));
    }
    if (row.window) check('window', row.window, String(fields.window));
    if (row.urgent) check('urgentPointer', row.urgent, String(fields.urgentPointer));
    if (row.data) check('data', row.data, `${dataLength} octet${dataLength === 1 ? '' : 's'}`);
    return found;
  }
}

function wordsOf(row: SegmentRow): string {
  return Object.entries(row)
    .map(([column, word]) => `${column} ${word}`)
    .join(', ');
}
