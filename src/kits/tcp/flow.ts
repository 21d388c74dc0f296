/**
 * What an implementation sends on a connection whose other end is the tester's, who acknowledges only when told: which
 * octets are on their way, which came again, and when. Numbers count from the first octet of data, which is 0.
 */
import type { Interval } from '../../harness/interval.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';

/** After such a rest a flight is at its end. Timeouts are longer: 1 s by RFC 6298 (2.4), 200 ms in practice. */
const REST = { virtual: 20_000, real: 80_000 };

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: Interval;
  /** Whether some of it had come before. */
  readonly isAgain: boolean;
  readonly seen: SegmentSeen;
}

export class Flow {
  readonly end: TcpEnd;
  readonly pieces: Piece[] = [];
  /** All below is acknowledged; all below `highest` has come. */
  acknowledged = 0;
  highest = 0;
  /** When the last acknowledgement went out. */
  acknowledgedAt: Interval = { earliest: 0, latest: 0 };

  constructor(end: TcpEnd) {
    this.end = end;
  }

  get #rest(): number {
    return REST[this.end.wire.scene.clock];
  }

  get onTheirWay(): number {
    return this.highest - this.acknowledged;
  }

  /** The next segment with data; undefined when none comes within that many microseconds. */
  async next(within?: number): Promise<Piece | undefined> {
    const seen = await this.end.find(({ dataLength }) => dataLength > 0, within);
    if (seen === undefined) return undefined;
    const from = this.end.relative((seen.fields.sequenceNumber ?? 0) - 1);
    const to = from + seen.dataLength;
    const piece = { from, to, at: seen.datagram.at, isAgain: from < this.highest, seen };
    this.highest = Math.max(this.highest, to);
    this.pieces.push(piece);
    return piece;
  }

  /** All that comes until nothing does. The first may take its time. */
  async flight(): Promise<readonly Piece[]> {
    const pieces: Piece[] = [];
    for (let piece = await this.next(); piece !== undefined; piece = await this.next(this.#rest)) pieces.push(piece);
    return pieces;
  }

  /** All that has come, and comes while nothing is asked of it. */
  async rest(): Promise<readonly Piece[]> {
    const pieces: Piece[] = [];
    for (let piece = await this.next(this.#rest); piece; piece = await this.next(this.#rest)) pieces.push(piece);
    return pieces;
  }

  /** The next segment with octets that had come before. @throws Unmet */
  async again(within?: number): Promise<Piece> {
    for (;;) {
      const piece = await this.next(within);
      if (piece?.isAgain) return piece;
      if (piece === undefined) {
        throw new Unmet({ expected: ['data that comes again'], actual: this.end.instead(), missing: true });
      }
    }
  }

  /** `holds`: runs of octets behind it, for a SACK option. */
  async acknowledge(upTo: number, holds: readonly (readonly [number, number])[] = []): Promise<void> {
    this.acknowledged = Math.max(this.acknowledged, upTo);
    const blocks = holds.map(([from, to]) => `${this.#hex(from)}${this.#hex(to)}`);
    const option = blocks.length === 0 ? {} : { options: `1, 1, 5 ${blocks.join('')}` };
    const before = this.end.wire.now();
    await this.end.sendRow({ flags: 'ACK', ack: `${upTo + 1}`, ...option });
    this.acknowledgedAt = { earliest: before.earliest, latest: this.end.wire.now().latest };
  }

  /** Until so many microseconds have passed since then. What comes meanwhile is kept. */
  async waitUntil(since: Interval, elapsed: number): Promise<void> {
    const left = since.latest + elapsed - this.end.wire.now().earliest;
    if (left > 0) await this.end.find(() => false, left);
  }

  #hex(octet: number): string {
    return ((((this.end.irs ?? 0) + 1 + octet) >>> 0).toString(16)).padStart(8, '0');
  }
}
