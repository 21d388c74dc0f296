/** Whether what came again came again too soon: RFC 6298, on what a FlowTalk saw. */
import { elapsed, type Interval } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Piece } from './flow.ts';
import type { FlowTalk } from './flow-talk.ts';
import { leastTimeout, usualTimeout } from './least-timeout.ts';

/** Clocks are coarse, and the tester's timers lag. */
const SLACK = 50_000;

export class TimeoutChecks {
  readonly #talk: FlowTalk;

  constructor(talk: FlowTalk) {
    this.#talk = talk;
  }

  /** By the round trips that the tester gave. @throws Unmet */
  assertByRoundTrips(): void {
    const { handshake, roundTrips } = this.#talk;
    this.#assertWaited(this.#again, this.#talk.sentBefore(this.#again), leastTimeout(handshake, roundTrips));
  }

  /** As `assertByRoundTrips`, of who lets round trips count for as much as RFC 6298 (2.3) has it. @throws Unmet */
  assertByUsualGains(): void {
    const { handshake, roundTrips } = this.#talk;
    this.#assertWaited(this.#again, this.#talk.sentBefore(this.#again), usualTimeout(handshake, roundTrips));
  }

  /** As `assertByRoundTrips`, from the last acknowledgement on. @throws Unmet */
  assertSinceAcknowledged(): void {
    const { handshake, roundTrips, flow } = this.#talk;
    this.#assertWaited(this.#again, flow.acknowledgedAt, leastTimeout(handshake, roundTrips));
  }

  /** Whatever the round trips are, which must be short to show it. @throws Unmet, Inconclusive */
  assertAtLeast(milliseconds: number): void {
    const least = milliseconds * 1000;
    this.#assertWaited(this.#again, this.#talk.sentBefore(this.#again), least);
    // RFC 6298 (2.2): the first round trip makes three times as much.
    if (6 * Math.max(0, ...this.#talk.roundTrips) > least) {
      throw new Inconclusive('unsure', 'the tester was too slow to show a timeout of short round trips');
    }
  }

  /** Each time twice as long as before, unless it is a minute. @throws Unmet */
  assertDoubling(): void {
    const MOST = 60_000_000;
    const { again } = this.#talk;
    for (const [index, piece] of again.entries()) {
      const before = again[index - 1];
      if (before === undefined) continue;
      const wait = elapsed(this.#talk.sentBefore(before), before.at);
      this.#assertWaited(piece, this.#talk.sentBefore(piece), Math.min(MOST, this.#twice(wait.earliest)));
    }
  }

  /** A timer that lags makes one wait seem longer than it was, and the next shorter. */
  #twice(wait: number): number {
    return this.#talk.flow.end.wire.scene.clock === 'virtual' ? 2 * wait : 1.5 * wait;
  }

  #assertWaited(piece: Piece, since: Interval, least: number): void {
    const waited = elapsed(since, piece.at).latest;
    if (waited >= least - SLACK) return;
    const seconds = (time: number): string => `${(time / 1_000_000).toFixed(3)} s`;
    throw new Unmet({
      expected: [`it is sent again after ${seconds(least)} at the earliest`],
      actual: `after ${seconds(waited)}`,
      difference: {
        field: 'time',
        expected: `>= ${seconds(least)}`,
        actual: seconds(waited),
        exchange: piece.seen.datagram.exchange,
      },
    });
  }

  get #again(): Piece {
    const piece = this.#talk.again.at(-1);
    if (piece === undefined) throw new TypeError('nothing was waited for that comes again');
    return piece;
  }
}
