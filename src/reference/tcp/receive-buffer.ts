/**
 * What has come and was not read: octets in order, and behind them, at their places, those that came too early (RFC 9293
 * section 3.10.7.4, seventh: kept, not thrown away). Its capacity is the largest window, so that nothing that the window
 * allowed ever lacks room.
 */
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { type Range, withRange } from './ranges.ts';
import { Ring } from './ring.ts';
import { type SeqNumber, seqAdd, seqDiff, seqLeq, seqLt, seqMax } from './seq.ts';

/** As many as a SACK option can tell. */
const MOST_TOLD = 4;

export class ReceiveBuffer {
  readonly #ring: Ring;
  readonly #mostRanges: number;
  #length = 0;
  /** What came too early, in order of sequence, none touching another. */
  #early: Range[] = [];
  /** Where the last arrivals among them began, the latest first (RFC 2018 section 4). */
  #recent: SeqNumber[] = [];

  constructor(capacity: number, mostRanges: number) {
    this.#ring = new Ring(capacity);
    this.#mostRanges = mostRanges;
  }

  get capacity(): number {
    return this.#ring.capacity;
  }

  /** Octets in order that wait for the user. */
  get readable(): number {
    return this.#length;
  }

  get room(): number {
    return this.#ring.capacity - this.#length;
  }

  get hasEarly(): boolean {
    return this.#early.length > 0;
  }

  /** What came too early, the range with the latest arrival first. */
  get early(): readonly Range[] {
    const latest = this.#recent.flatMap((at) =>
      this.#early.filter(({ left, right }) => seqLeq(left, at) && seqLt(at, right)),
    );
    return [...new Set([...latest, ...this.#early])];
  }

  /**
   * Puts data that starts at `at` where it belongs; `next` is the first number not yet received. How far `next` moves on.
   * What lies outside the window must have been cut off.
   */
  put(data: Uint8Array, at: SeqNumber, next: SeqNumber): number {
    const offset = seqDiff(at, next);
    if (offset > 0 && this.#early.length >= this.#mostRanges) return 0;
    this.#ring.put(this.#length + offset, data);
    if (offset > 0) {
      this.#note(at, seqAdd(at, data.length));
      return 0;
    }
    let end = seqAdd(at, data.length);
    while (this.#early.length > 0 && seqLeq(this.#early[0]!.left, end)) end = seqMax(end, this.#early.shift()!.right);
    if (this.#recent.length > 0) this.#recent = this.#recent.filter((each) => seqLt(end, each));
    const moved = seqDiff(end, next);
    this.#length += moved;
    return moved;
  }

  /** At most `most` octets, taken out. */
  read(most: number): Uint8Array {
    const octets = freshOctets(Math.min(most, this.#length));
    this.#ring.copy(0, octets.length, octets, 0);
    this.#ring.drop(octets.length);
    this.#length -= octets.length;
    return octets;
  }

  clear(): void {
    this.#length = 0;
    this.#early = [];
    this.#recent = [];
    this.#ring.release();
  }

  #note(from: SeqNumber, to: SeqNumber): void {
    this.#early = withRange(this.#early, { left: from, right: to });
    this.#recent = [from, ...this.#recent.filter((each) => each !== from)].slice(0, MOST_TOLD);
  }
}
