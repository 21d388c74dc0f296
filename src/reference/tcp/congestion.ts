/**
 * How much may be on its way (RFC 5681): slow start, congestion avoidance, fast retransmit and recovery, by NewReno
 * (RFC 6582) or, where the peer tells what it has, by SACK (RFC 6675). Counts octets; sends nothing itself.
 */
import type { Range } from './ranges.ts';
import { Scoreboard } from './scoreboard.ts';
import { type SeqNumber, seqDiff, seqLt } from './seq.ts';

const DUPLICATE_THRESHOLD = 3;

/** What an acknowledgement asks of the sender. */
export type Reaction = 'nothing' | 'retransmit-first' | 'send-new';

export interface Timeout {
  readonly flight: number;
  readonly max: SeqNumber;
  readonly mss: number;
  /** Whether the timer had not run out for this segment before. */
  readonly isFirst: boolean;
}

/** An acknowledgement that moved nothing. */
export interface Duplicate {
  readonly sack: readonly Range[];
  readonly sackPermitted: boolean;
  readonly una: SeqNumber;
  readonly max: SeqNumber;
  readonly mss: number;
}

export class Congestion {
  readonly scoreboard = new Scoreboard();
  /** Arbitrarily high at first (RFC 5681 section 3.1). */
  #threshold = Infinity;
  #window = 0;
  #duplicates = 0;
  /** Where the recovery that is under way ends. */
  #recoveryPoint: SeqNumber | undefined;
  /** What was on its way when the first duplicate came. */
  #flightBefore = 0;
  /** After a timeout duplicates of what is below this say nothing new (RFC 6582 section 4, RFC 6675 section 5.1). */
  #timedOut: SeqNumber | undefined;

  get window(): number {
    return this.#window;
  }

  get threshold(): number {
    return this.#threshold;
  }

  get isRecovering(): boolean {
    return this.#recoveryPoint !== undefined;
  }

  get duplicates(): number {
    return this.#duplicates;
  }

  /** RFC 5681 section 3.1: two, three or four segments, and one where the SYN or its answer was lost. */
  begin(mss: number, synWasLost: boolean): void {
    const segments = synWasLost ? 1 : mss > 2190 ? 2 : mss > 1095 ? 3 : 4;
    this.#window = segments * mss;
  }

  /** `acknowledged` octets are new; `una` is what is acknowledged now, `flight` what still is on its way. */
  acknowledge(acknowledged: number, una: SeqNumber, flight: number, mss: number): Reaction {
    this.#duplicates = 0;
    this.scoreboard.advance(una);
    if (this.#timedOut !== undefined && !seqLt(una, this.#timedOut)) this.#timedOut = undefined;
    if (this.#recoveryPoint === undefined) {
      this.#grow(acknowledged, mss);
      return 'nothing';
    }
    if (!seqLt(una, this.#recoveryPoint)) {
      this.#recoveryPoint = undefined;
      this.#window = Math.min(this.#threshold, Math.max(flight, mss) + mss);
      return 'nothing';
    }
    if (this.scoreboard.isInUse) return 'send-new';
    // RFC 6582 section 3.2, step 3: the next one is missing, too.
    this.#window = Math.max(mss, this.#window - acknowledged + (acknowledged >= mss ? mss : 0));
    return 'retransmit-first';
  }

  /** An acknowledgement that moved nothing (RFC 5681 section 2), with what it told of later octets. */
  duplicate({ sack, sackPermitted, una, max, mss }: Duplicate): Reaction {
    const isNews = this.scoreboard.add(sack, una, max);
    // RFC 5681 section 3.2, RFC 6675 section 2: where SACK is used, only news counts.
    if (sackPermitted && !isNews) return 'nothing';
    // Limited transmit has not sent anything yet.
    if (this.#duplicates === 0) this.#flightBefore = seqDiff(max, una);
    this.#duplicates += 1;
    if (this.#recoveryPoint !== undefined) {
      if (this.scoreboard.isInUse) return 'send-new';
      this.#window += mss;
      return 'send-new';
    }
    const isLost = this.#duplicates >= DUPLICATE_THRESHOLD || this.scoreboard.isLost(una, mss);
    // RFC6675-5.1, and RFC 6582 section 4.1 likewise.
    if (!isLost || this.#timedOut !== undefined) return 'send-new';
    this.#halve(this.#flightBefore, mss);
    this.#recoveryPoint = max;
    this.#window = this.#threshold + (this.scoreboard.isInUse ? 0 : DUPLICATE_THRESHOLD * mss);
    return 'retransmit-first';
  }

  /** RFC 5681 section 3.1, equation 4, and one segment; RFC 2018 section 5.1: what SACK told is forgotten. */
  timeOut({ flight, max, mss, isFirst }: Timeout): void {
    if (isFirst) this.#halve(flight, mss);
    this.#window = mss;
    this.#duplicates = 0;
    this.#recoveryPoint = undefined;
    this.#timedOut = max;
    this.scoreboard.clear();
  }

  /** A router has marked what it might have dropped (RFC 3168 section 6.1.2). */
  slowDown(flight: number, mss: number): void {
    if (this.#recoveryPoint !== undefined) return;
    this.#halve(flight, mss);
    this.#window = this.#threshold;
  }

  /** RFC 5681 section 4.1: after a long rest the window starts anew. */
  rest(mss: number): void {
    const before = this.#window;
    this.begin(mss, false);
    this.#window = Math.min(before, this.#window);
  }

  #halve(flight: number, mss: number): void {
    this.#threshold = Math.max(Math.floor(flight / 2), 2 * mss);
  }

  #grow(acknowledged: number, mss: number): void {
    if (this.#window < this.#threshold) this.#window += Math.min(acknowledged, mss);
    else this.#window += Math.max(1, Math.floor((mss * mss) / this.#window));
  }
}
