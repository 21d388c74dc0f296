/**
 * What an implementation sends on a connection whose other end is the tester's, who acknowledges only when told: which
 * octets are on their way, which came again, and when. Octets count from the first of the data, which is 0.
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

export type Run = readonly [from: number, to: number];

export class Flow {
  readonly end: TcpEnd;
  readonly pieces: Piece[] = [];
  /** All below is acknowledged; all below `highest` has come. */
  acknowledged = 0;
  highest = 0;
  acknowledgedAt: Interval = { earliest: 0, latest: 0 };

  constructor(end: TcpEnd) {
    this.end = end;
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

  /** All that comes until nothing does. The first may take its time. @throws Unmet when there is none */
  async flight(): Promise<readonly Piece[]> {
    const first = await this.next();
    if (first === undefined) throw new Unmet({ expected: ['data'], actual: this.end.instead(), missing: true });
    return [first, ...(await this.rest())];
  }

  /** All that comes while nothing is asked of it. */
  async rest(): Promise<readonly Piece[]> {
    const pieces: Piece[] = [];
    const within = REST[this.end.wire.scene.clock];
    for (let piece = await this.next(within); piece !== undefined; piece = await this.next(within)) pieces.push(piece);
    return pieces;
  }

  /** The next segment with octets that had come before. @throws Unmet */
  async again(within?: number): Promise<Piece> {
    for (;;) {
      const piece = await this.next(within);
      if (piece?.isAgain) return piece;
      if (piece !== undefined) continue;
      throw new Unmet({ expected: ['data that comes again'], actual: this.end.instead(), missing: true });
    }
  }

  /** `holds`: runs of octets beyond it, for a SACK option. */
  async acknowledge(upTo: number, holds: readonly Run[] = []): Promise<void> {
    this.acknowledged = Math.max(this.acknowledged, upTo);
    const blocks = holds.map(([from, to]) => `${this.#hex(from)}${this.#hex(to)}`).join('');
    const before = await this.now();
    await this.end.sendRow({ flags: 'ACK', ack: `${upTo + 1}`, ...(blocks && { options: `1, 1, 5 ${blocks}` }) });
    this.acknowledgedAt = { earliest: before.earliest, latest: (await this.now()).latest };
  }

  /** Waits until so many microseconds have passed since then. What comes meanwhile is kept. */
  async waitUntil(since: Interval, microseconds: number): Promise<void> {
    const left = since.latest + microseconds - (await this.now()).earliest;
    if (left > 0) await this.end.wire.find(() => false, left);
  }

  async now(): Promise<Interval> {
    return (await this.end.wire.link()).now();
  }

  #hex(octet: number): string {
    return (((this.end.irs ?? 0) + 1 + octet) >>> 0).toString(16).padStart(8, '0');
  }
}
