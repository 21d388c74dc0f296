/**
 * Watches that the oldest request is answered in time. Its time begins when it is sent or when those before it have been
 * answered, whichever is later, so that a queue accuses nobody. One timer for all requests, wound up only when it fires.
 */

/** Time given to read what may have come while this process itself was held up, before anybody is accused. */
const SECOND_LOOK = 25;

export interface Oldest {
  readonly id: number;
  /** Milliseconds that it may take. */
  readonly limit: number;
}

export class HangWatch {
  readonly #oldest: () => Oldest | undefined;
  readonly #onHang: (limit: number) => void;
  #timer: NodeJS.Timeout | undefined;
  #firesAt = 0;
  #id = 0;
  #since = 0;
  #suspect = 0;

  /** `oldest` tells the request that has waited longest, if one waits; `onHang` its limit. */
  constructor(oldest: () => Oldest | undefined, onHang: (limit: number) => void) {
    this.#oldest = oldest;
    this.#onHang = onHang;
  }

  /** To be called when another request may have become the oldest. */
  turn(): void {
    const oldest = this.#oldest();
    if (oldest === undefined || oldest.id === this.#id) return;
    this.#id = oldest.id;
    this.#since = performance.now();
    if (this.#timer === undefined || this.#firesAt > this.#since + oldest.limit) this.#wind(oldest.limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wind(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!Number.isFinite(milliseconds)) return;
    this.#firesAt = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.#look(), milliseconds).unref();
  }

  #look(): void {
    this.#timer = undefined;
    const oldest = this.#oldest();
    if (oldest === undefined) return;
    const left = this.#since + oldest.limit - performance.now();
    if (left > 0) {
      this.#wind(left);
    } else if (this.#suspect === oldest.id) {
      this.#onHang(oldest.limit);
    } else {
      this.#suspect = oldest.id;
      this.#wind(SECOND_LOOK);
    }
  }
}
