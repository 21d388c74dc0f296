/** What the peer has told by SACK that it holds (RFC 6675 section 3), and what therefore is taken for lost. */
import { type Range, withRange } from './ranges.ts';
import { type SeqNumber, seqDiff, seqLeq, seqLt, seqMax } from './seq.ts';

const DUPLICATE_THRESHOLD = 3;

/** What is to be sent again. */
export interface Hole {
  readonly from: SeqNumber;
  readonly octets: number;
}

export class Scoreboard {
  /** In order, none touching another, all above what is acknowledged. */
  #held: Range[] = [];
  /** How far holes have been sent again in this recovery: HighRxt. */
  #resent: SeqNumber | undefined;
  /** RescueRxt: whether the end of what is on its way was sent again in this recovery. */
  #isRescued = false;

  get isInUse(): boolean {
    return this.#held.length > 0;
  }

  /** Whether something was not known before. Blocks that cannot be are passed over. */
  add(blocks: readonly Range[], una: SeqNumber, max: SeqNumber): boolean {
    const before = this.#octets;
    for (const block of blocks) {
      const isSound = seqLt(block.left, block.right) && seqLeq(una, block.left) && seqLeq(block.right, max);
      if (isSound) this.#held = withRange(this.#held, block);
    }
    return this.#octets > before;
  }

  /** All below `una` is acknowledged. */
  advance(una: SeqNumber): void {
    this.#held = this.#held.filter(({ right }) => seqLt(una, right));
    if (this.#resent !== undefined && seqLt(this.#resent, una)) this.#resent = una;
  }

  /** RFC 6675 section 4, IsLost: enough lies above it that has arrived. */
  isLost(at: SeqNumber, mss: number): boolean {
    const above = this.#held.filter(({ left }) => seqLeq(at, left));
    const octets = above.reduce((sum, { left, right }) => sum + seqDiff(right, left), 0);
    return above.length >= DUPLICATE_THRESHOLD || octets > (DUPLICATE_THRESHOLD - 1) * mss;
  }

  /**
   * The next hole that was not sent again yet, and is lost unless `any` will do (RFC 6675 section 4, NextSeg, rules 1 and
   * 3); it is taken to be sent now.
   */
  nextHole(una: SeqNumber, mss: number, any = false): Hole | undefined {
    let from = this.#resent === undefined ? una : seqMax(una, this.#resent);
    for (const { left, right } of this.#held) {
      if (seqLt(from, left)) {
        if (!any && !this.isLost(from, mss)) return undefined;
        const octets = Math.min(mss, seqDiff(left, from));
        this.#resent = ((from + octets) | 0) as SeqNumber;
        return { from, octets };
      }
      from = seqMax(from, right);
    }
    return undefined;
  }

  /** Once a recovery, the last segment of all that may be missing (NextSeg, rule 4); taken to be sent now. */
  rescue(una: SeqNumber, max: SeqNumber, mss: number): Hole | undefined {
    if (this.#isRescued) return undefined;
    this.#isRescued = true;
    const last = this.#held.at(-1);
    const isLastHeld = last?.right === max;
    const end = isLastHeld ? last.left : max;
    const before = this.#held.at(isLastHeld ? -2 : -1)?.right ?? una;
    const octets = Math.min(mss, seqDiff(end, seqMax(una, before)));
    return octets > 0 ? { from: ((end - octets) | 0) as SeqNumber, octets } : undefined;
  }

  /** RFC 6675 section 4, SetPipe: what is still on its way, as far as can be known. */
  pipe(una: SeqNumber, nxt: SeqNumber, mss: number): number {
    let [pipe, at] = [0, una];
    const resent = this.#resent ?? una;
    for (const { left, right } of this.#held) {
      const hole = seqDiff(left, at);
      if (hole > 0) {
        if (!this.isLost(at, mss)) pipe += hole;
        if (seqLt(at, resent)) pipe += Math.min(hole, seqDiff(resent, at));
      }
      at = seqMax(at, right);
    }
    return pipe + Math.max(0, seqDiff(nxt, at));
  }

  /** A recovery begins: the first segment is sent again by the caller. */
  resentFirst(una: SeqNumber, octets: number): void {
    this.#isRescued = false;
    this.#resent = ((una + octets) | 0) as SeqNumber;
  }

  clear(): void {
    this.#held = [];
    this.#resent = undefined;
  }

  get #octets(): number {
    return this.#held.reduce((sum, { left, right }) => sum + seqDiff(right, left), 0);
  }
}
