/**
 * When this process last looked for what had come: what it reads now was not there then, however long the process was held up
 * since. A timer runs before the reading of each round; what is read behind it came after the reading of the round before.
 */
import { type Interval, microseconds } from '../../interval.ts';

/** Milliseconds from round to round. */
const EVERY = 5;

export class LastLooks {
  readonly #timer: NodeJS.Timeout;
  #before = microseconds();
  #last = this.#before;

  constructor() {
    this.#timer = setInterval(() => {
      this.#before = this.#last;
      this.#last = microseconds();
    }, EVERY);
  }

  /** When something came that is read now. */
  read(): Interval {
    return { earliest: this.#before, latest: microseconds() };
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
