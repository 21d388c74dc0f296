/**
 * A small reliable peer of the tester: a few pieces on their way at once, a timer that doubles, an acknowledgement for
 * each segment with data. Over a bad link it sends a stream to the echo service and takes it back.
 */
import { fromHex, toHex } from '../../contract/hex.ts';
import { tcpSegment } from '../../generated/tcp/segment.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { contextOf } from '../../wire/context.ts';
import { probe } from '../ipv4/datagram.ts';
import { BadLink, type Harm, type Through, type Way } from './bad-link.ts';
import { describeSegment } from './describe.ts';
import { EchoedStream } from './echoed-stream.ts';
import { type SegmentFields, TCP } from './segment.ts';
import type { TcpTalk } from './talk.ts';

/** Pieces on their way at once. */
const WINDOW = 4;
const FIRST_TIMEOUT = 100_000;
const LONGEST_TIMEOUT = 1_600_000;
/** Without any progress, in real time: timers of stacks begin at a second or three, and double. */
const REAL_PATIENCE = 15_000_000;

interface Sizes {
  readonly first: number;
  /** Of what is sent again. */
  readonly again: number;
}

export class LinkTalk {
  readonly #talk: TcpTalk;
  #link: BadLink | undefined;
  #stream = new EchoedStream(new Uint8Array());
  #sizes: Sizes = { first: 1, again: 1 };
  /** The number of the stream's first octet each way. */
  #base = { there: 0, back: 0 };
  /** Up to which octet the implementation takes data. */
  #edge = 0;
  #timeout = FIRST_TIMEOUT;
  #timer = Infinity;
  #progressAt = 0;
  #judgesSendingAgain = false;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** From now on. Each seed is a link of its own. */
  open(seed: number, harms: Readonly<Record<Way, Harm>>): void {
    this.#link = new BadLink(seed, harms);
  }

  /** What is to go there and back. */
  give(octets: number, sizes: Sizes): void {
    const { end } = this.#talk;
    this.#stream = new EchoedStream(this.#talk.random.octets(octets));
    this.#sizes = sizes;
    this.#base = { there: end.next, back: end.expected };
    this.#edge = (end.edge - end.next) | 0;
  }

  /**
   * All of it, each octet once and in its place. Who never sends again what the link lost is failed where that is the
   * rule, and by no other: there nothing can be said then. @throws Unmet, Inconclusive
   */
  async assertComesBack({ judgesSendingAgain = false } = {}): Promise<void> {
    const { end } = this.#talk;
    this.#judgesSendingAgain = judgesSendingAgain;
    this.#progressAt = await this.#now();
    try {
      while (!(await this.#goOn())) await this.#wait();
    } finally {
      // Nothing but what stands exactly there ends the connection (RFC 9293 section 3.10.7.4).
      end.next = (this.#base.there + this.#stream.acknowledged) >>> 0;
    }
  }

  /** Does what is to be done by now; true when nothing is left to do. */
  async #goOn(): Promise<boolean> {
    const now = await this.#now();
    for (let through = this.#bad.take(now); through !== undefined; through = this.#bad.take(now)) {
      await this.#letThrough(through, now);
    }
    if (this.#stream.isDone) return true;
    this.#fill(now);
    if (now >= this.#timer) this.#sendAgain(now);
    if (now - this.#progressAt >= this.#patience) this.#giveUp();
    return false;
  }

  async #wait(): Promise<void> {
    const until = Math.min(this.#bad.nextAt, this.#timer, this.#progressAt + this.#patience);
    const seen = await this.#talk.end.find(() => true, Math.max(0, until - (await this.#now())));
    if (seen !== undefined) this.#bad.carry('back', seen.datagram.data, await this.#now());
  }

  async #letThrough({ way, octets }: Through, now: number): Promise<void> {
    if (way === 'back') {
      this.#hear(octets, now);
      return;
    }
    const { wire, ends } = this.#talk.end;
    const { source, destination } = ends;
    const identification = 1 + this.#talk.random.below(0xffff);
    const header = { source, destination, protocol: TCP, identification, dontFragment: true };
    await wire.send(probe(header, octets).octets);
  }

  #hear(octets: Uint8Array, now: number): void {
    const { source, destination } = this.#talk.end.ends;
    const { value, faults } = tcpSegment.observe(octets, contextOf({ source: destination, destination: source }));
    if (faults.length > 0) return;
    const { sequenceNumber = 0, acknowledgmentNumber = 0, window = 0, data = '', ack, rst, syn } = value;
    if (syn || !ack) return;
    if (rst) throw new Unmet({ expected: ['the connection stays'], actual: `a reset: ${this.#stream.soFar}` });
    const acknowledged = (acknowledgmentNumber - this.#base.there) | 0;
    const hasMoved = this.#stream.acknowledge(acknowledged);
    this.#edge = Math.max(this.#edge, acknowledged + window);
    const hasCome = data !== '' && this.#stream.take((sequenceNumber - this.#base.back) | 0, fromHex(data));
    if (data !== '') this.#send({ ack: true }, now);
    if (hasMoved || hasCome) this.#progressAt = now;
    if (!hasMoved) return;
    this.#timeout = FIRST_TIMEOUT;
    this.#timer = this.#stream.acknowledged < this.#stream.length ? now + this.#timeout : Infinity;
  }

  /** Sends what may be on its way. */
  #fill(now: number): void {
    const stream = this.#stream;
    const most = Math.min(stream.acknowledged + WINDOW * this.#sizes.first, this.#edge, stream.length);
    while (stream.given < most) {
      this.#sendPiece(stream.given, Math.min(this.#sizes.first, most - stream.given), now);
      if (this.#timer === Infinity) this.#timer = now + this.#timeout;
    }
  }

  /** The first that is not acknowledged; a closed window is probed by one octet. */
  #sendAgain(now: number): void {
    this.#timeout = Math.min(2 * this.#timeout, LONGEST_TIMEOUT);
    this.#timer = now + this.#timeout;
    const from = this.#stream.acknowledged;
    this.#sendPiece(from, Math.max(1, Math.min(this.#sizes.again, this.#edge - from)), now);
  }

  #sendPiece(from: number, octets: number, now: number): void {
    const data = this.#stream.piece(from, octets);
    this.#stream.given = Math.max(this.#stream.given, from + data.length);
    const sequenceNumber = (this.#base.there + from) >>> 0;
    this.#send({ ack: true, psh: true, sequenceNumber, data: toHex(data) }, now);
  }

  #send(fields: SegmentFields, now: number): void {
    const { there, back } = this.#base;
    const probe = this.#talk.end.build({
      sequenceNumber: (there + this.#stream.given) >>> 0,
      acknowledgmentNumber: (back + this.#stream.back) >>> 0,
      ...fields,
    });
    this.#bad.carry('there', probe.payload, now);
  }

  /** No clause says how long a stack may take in real time. @throws Unmet, Inconclusive */
  #giveUp(): never {
    const { wire, came } = this.#talk.end;
    const last = came.at(-1);
    const actual = `${this.#stream.soFar}; last ${last === undefined ? 'nothing' : describeSegment(last.datagram.octets)}`;
    if (wire.scene.clock === 'real') throw new Inconclusive('unsure', `nothing new for long: ${actual}`);
    if (!this.#judgesSendingAgain && this.#bad.losesBack && this.#stream.acknowledged === this.#stream.length) {
      throw new Inconclusive('precondition', `what was lost is not sent again: ${this.#stream.soFar}`);
    }
    throw new Unmet({ expected: [`${this.#stream.length} octets acknowledged and back`], actual, missing: true });
  }

  get #patience(): number {
    const { wire } = this.#talk.end;
    return wire.scene.clock === 'real' ? Math.max(wire.patience, REAL_PATIENCE) : wire.patience;
  }

  get #bad(): BadLink {
    if (this.#link === undefined) throw new TypeError('no link was opened');
    return this.#link;
  }

  async #now(): Promise<number> {
    return (await this.#talk.end.wire.link()).now().latest;
  }
}
