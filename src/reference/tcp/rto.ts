/** The retransmission timeout (RFC 6298): an estimate of the round trip and of how much it varies. Microseconds. */

/** RFC 6298 (2.1), (2.4), (2.5); the clock that measures is exact to a microsecond. */
const INITIAL = 1_000_000;
const LEAST = 1_000_000;
const MOST = 60_000_000;
const GRANULARITY = 1;
/** (5.7): where the SYN had to be sent again. */
const AFTER_LOST_SYN = 3_000_000;

export class RetransmissionTimeout {
  #smoothed: number | undefined;
  #variation = 0;
  #rto = INITIAL;

  /** How long to wait now, backing off included. */
  get value(): number {
    return this.#rto;
  }

  /** Undefined before the first measurement. */
  get smoothedRoundTrip(): number | undefined {
    return this.#smoothed;
  }

  /** A round trip was measured, on a segment that was sent once or is known by its timestamp (Karn). */
  measure(roundTrip: number): void {
    if (this.#smoothed === undefined) {
      // (2.2)
      this.#smoothed = roundTrip;
      this.#variation = roundTrip / 2;
    } else {
      // (2.3): the variation first, with the old estimate.
      this.#variation = 0.75 * this.#variation + 0.25 * Math.abs(this.#smoothed - roundTrip);
      this.#smoothed = 0.875 * this.#smoothed + 0.125 * roundTrip;
    }
    const rto = this.#smoothed + Math.max(GRANULARITY, 4 * this.#variation);
    this.#rto = Math.round(Math.min(MOST, Math.max(LEAST, rto)));
  }

  /** (5.5) */
  backOff(): void {
    this.#rto = Math.min(MOST, 2 * this.#rto);
  }

  /** The SYN was acknowledged, after the timer had run out for it. */
  afterLostSyn(): void {
    this.#rto = Math.max(this.#rto, AFTER_LOST_SYN);
  }
}
