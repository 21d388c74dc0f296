/**
 * The tester sends a stream in pieces of one size, numbered from 1, in whatever order and as often as it is told; and what
 * the implementation says to that: acknowledgements, SACK blocks, the window's edge, the data sent back.
 */
import { elapsed, type Interval, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import type { TcpTalk } from './talk.ts';
import { readData } from './words.ts';

/** Longer than the longest legal delay of an acknowledgement (RFC 9293 section 3.8.6.3). */
const ALL_ACKNOWLEDGED = 700_000;
const MOST_REPEATS = 20;
const MOST_WAITS = 35;
/** The largest segment of an Ethernet. */
const CARRIED = 1460;
const SACK = 5;

export interface Block {
  readonly left: number;
  readonly right: number;
}

export class StreamTalk {
  readonly #talk: TcpTalk;
  readonly #pieces = new Map<number, string>();
  #base: number | undefined;
  #octets = 0;
  #sentAt: Interval | undefined;
  /** What came since data was sent. */
  #answers: SegmentSeen[] = [];

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /**
   * `order`: numbers of pieces, `1 3 2`; `apart`: milliseconds between them. Who is asked for many acknowledgements needs
   * that: those who read two segments together answer both with one (RFC9293-MUST-59).
   */
  async send(order: string, octets: number, apart = 0): Promise<void> {
    const { end } = this.#talk;
    this.#base ??= end.next;
    this.#octets = octets;
    for (const [place, word] of order.split(' ').entries()) {
      if (place > 0 && apart > 0) await this.collect(apart * 1000);
      await this.#sendPiece(Number(word));
      end.next = this.#contiguous;
    }
  }

  async sendMany(count: number, octets: number, apart = 0): Promise<void> {
    const order = Array.from({ length: count }, (_, index) => index + 1);
    await this.send(order.join(' '), octets, apart);
  }

  /** Nothing beyond the window: that is thrown away, and each such segment answered at once. @throws Inconclusive */
  async sendWithinWindow(count: number, octets: number): Promise<void> {
    this.#base ??= this.#talk.end.next;
    for (let number = 1; number <= count; number += 1) {
      await this.#awaitRoom((this.#base + number * octets) >>> 0);
      await this.send(`${number}`, octets);
    }
  }

  /** As large as the implementation's SYN said that it takes. @throws Inconclusive */
  async sendFull(count: number, apart: number): Promise<void> {
    await this.sendMany(count, this.#largest, apart);
  }

  async sendHalves(count: number, apart: number): Promise<void> {
    await this.sendMany(count, Math.floor(this.#largest / 2), apart);
  }

  /** All that comes until nothing has come for so long. */
  async collect(rest: number = ALL_ACKNOWLEDGED): Promise<void> {
    const { end } = this.#talk;
    const deadline = (await this.#now()).latest + rest;
    for (;;) {
      const left = deadline - (await this.#now()).latest;
      const seen = left > 0 ? await end.find(() => true, left) : undefined;
      if (seen === undefined) return;
      this.#answers.push(seen);
    }
  }

  /** What is not acknowledged is sent again, until all is. @throws Unmet */
  async repeatUntilAcknowledged(): Promise<void> {
    const { end } = this.#talk;
    for (let repeats = 0; repeats < MOST_REPEATS; repeats += 1) {
      await this.collect();
      const acknowledged = Math.max(0, ...this.#answers.map(({ fields }) => this.#offset(fields.acknowledgmentNumber)));
      if (acknowledged >= this.#pieces.size * this.#octets) return;
      await this.#sendPiece(Math.floor(acknowledged / this.#octets) + 1);
      end.next = this.#contiguous;
    }
    throw new Unmet({ expected: ['all data is acknowledged'], actual: end.instead(), missing: true });
  }

  /** All that was sent, each octet once and in order. @throws Unmet */
  async assertComesBack(): Promise<void> {
    const { end } = this.#talk;
    const first = (end.irs ?? 0) + 1;
    const sent = [...this.#pieces.keys()].sort((one, other) => one - other).map((number) => this.#pieces.get(number));
    const wanted = sent.join('');
    const came = new Map<number, string>();
    const note = ({ fields }: SegmentSeen): void => {
      if (fields.data) came.set(((fields.sequenceNumber ?? 0) - first) >>> 0, fields.data);
    };
    for (const answer of this.#answers) note(answer);
    for (let back = joined(came); back.length < wanted.length; back = joined(came)) {
      await end.sendRow({ flags: 'ACK' });
      const seen = await end.find(({ dataLength }) => dataLength > 0);
      if (seen === undefined) throw new Unmet({ expected: [words(wanted)], actual: words(back), missing: true });
      note(seen);
    }
    const back = joined(came);
    if (back !== wanted) throw new Unmet({ expected: [words(wanted)], actual: words(back) });
  }

  /** Of so many octets in all. @throws Unmet */
  async assertAcknowledged(octets: number): Promise<void> {
    await this.collect();
    const isIt = ({ fields }: SegmentSeen): boolean => this.#offset(fields.acknowledgmentNumber) === octets;
    if (this.#answers.some(isIt)) return;
    throw this.#missing(`an acknowledgement of ${octets} octets`);
  }

  /** Window updates aside: those that acknowledge nothing new and open the window. @throws Unmet */
  async assertAcknowledgements(atLeast: number, atMost: number): Promise<void> {
    await this.collect();
    const count = this.#acknowledgements.length;
    if (count >= atLeast && count <= atMost) return;
    const expected = atMost === Infinity ? `at least ${atLeast}` : `at most ${atMost}`;
    throw new Unmet({
      expected: [`${expected} acknowledgements`],
      actual: `${count}`,
      ...(count < atLeast && { missing: true }),
    });
  }

  /** The first acknowledgement of new data, from the first piece on. @throws Unmet, Inconclusive */
  async assertAcknowledgedWithin(milliseconds: number): Promise<void> {
    await this.collect();
    const first = this.#answers.find(({ fields }) => this.#offset(fields.acknowledgmentNumber) > 0);
    if (first === undefined || this.#sentAt === undefined) throw this.#missing('an acknowledgement');
    const waited = elapsed(this.#sentAt, first.datagram.at);
    const verdict = within(waited, 0, milliseconds * 1000 - 1);
    const actual = `after ${(waited.latest / 1000).toFixed(1)} ms`;
    if (verdict === 'unsure') throw new Inconclusive('unsure', `${actual}, which may be too late`);
    if (verdict === 'outside') throw new Unmet({ expected: [`within ${milliseconds} ms`], actual });
  }

  /** The window's right edge never moves to the left. @throws Unmet */
  async assertEdgeStays(): Promise<void> {
    await this.collect();
    const { scale } = this.#talk.end;
    let edge: number | undefined;
    for (const { fields, datagram } of this.#answers) {
      const now = ((fields.acknowledgmentNumber ?? 0) + (fields.window ?? 0) * 2 ** scale) >>> 0;
      const moved = edge === undefined ? 0 : (now - edge) | 0;
      // RFC 7323 section 2.4: what scaling cuts off may be lost.
      if (moved <= -(2 ** scale)) {
        throw new Unmet({
          expected: ['the right edge of the window stays, or moves on'],
          actual: `${-moved} octets back: ${describeSegment(datagram.octets)}`,
        });
      }
      if (moved > 0 || edge === undefined) edge = now;
    }
  }

  /** SACK blocks of each acknowledgement, the earliest first, in octets from the first one sent. */
  get sacks(): readonly (readonly Block[])[] {
    return this.#answers.map(({ fields }) => {
      const option = fields.options?.find(({ kind }) => kind === SACK) as { readonly blocks?: string } | undefined;
      const numbers = option?.blocks?.match(/.{8}/g)?.map((hex) => this.#offset(Number.parseInt(hex, 16))) ?? [];
      return numbers.flatMap((left, at) => (at % 2 === 0 ? [{ left, right: numbers[at + 1] ?? left }] : []));
    });
  }

  /** Pieces by their numbers, as octets. */
  placeOf(number: number): Block {
    return { left: (number - 1) * this.#octets, right: number * this.#octets };
  }

  get #acknowledgements(): readonly SegmentSeen[] {
    let last: { readonly ack: number; readonly window: number } | undefined;
    return this.#answers.filter(({ fields }) => {
      const now = { ack: fields.acknowledgmentNumber ?? 0, window: fields.window ?? 0 };
      const isUpdate = last !== undefined && now.ack === last.ack && now.window > last.window;
      last = now;
      return !isUpdate;
    });
  }

  async #sendPiece(number: number): Promise<void> {
    const { end } = this.#talk;
    const data = this.#pieces.get(number) ?? readData(`${this.#octets} octets`, (octets) => this.#random(octets));
    this.#pieces.set(number, data);
    const sequenceNumber = (this.#base! + (number - 1) * this.#octets) >>> 0;
    this.#sentAt ??= await this.#now();
    await end.send({ ack: true, psh: true, sequenceNumber, data });
  }

  /** Until the window reaches so far. @throws Inconclusive */
  async #awaitRoom(to: number): Promise<void> {
    const { end } = this.#talk;
    for (let waits = 0; seqBefore(end.edge, to); waits += 1) {
      if (waits === MOST_WAITS) throw new Inconclusive('precondition', 'its window does not let so much in');
      await this.collect(ALL_ACKNOWLEDGED / MOST_WAITS);
    }
  }

  #random(octets: number): Uint8Array {
    return this.#talk.end.wire.scene.random.octets(octets);
  }

  async #now(): Promise<Interval> {
    return (await this.#talk.end.wire.link()).now();
  }

  get #contiguous(): number {
    let number = 1;
    while (this.#pieces.has(number)) number += 1;
    return (this.#base! + (number - 1) * this.#octets) >>> 0;
  }

  get #largest(): number {
    const DEFAULT = 536;
    const answer = this.#talk.end.came.find(({ fields }) => fields.syn);
    const option = answer?.fields.options?.find(({ kind }) => kind === 2) as { readonly mss?: number } | undefined;
    const mss = option?.mss ?? DEFAULT;
    if (mss > CARRIED)
      throw new Inconclusive('precondition', `it takes ${mss} octets, and the link carries ${CARRIED}`);
    return mss;
  }

  #offset(number = 0): number {
    return (number - (this.#base ?? 0)) | 0;
  }

  #missing(expected: string): Unmet {
    const last = this.#answers.at(-1);
    const actual = last === undefined ? 'nothing' : describeSegment(last.datagram.octets);
    return new Unmet({ expected: [expected], actual, missing: true });
  }
}

/** Octets in order from the first on, as far as there is no gap. */
function joined(came: ReadonlyMap<number, string>): string {
  let hex = '';
  for (const [from, data] of [...came].sort(([one], [other]) => one - other)) {
    const skip = hex.length - 2 * from;
    if (skip < 0) break;
    hex += data.slice(skip);
  }
  return hex;
}

function words(hex: string): string {
  return `${hex.length / 2} octets: ${hex}`;
}
