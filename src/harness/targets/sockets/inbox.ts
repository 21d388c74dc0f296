/** What has come to one socket and was not yet asked for, and who asks. */
import type { Delivery } from '../../surface.ts';

/** A timer may run a millisecond early, and a busy machine runs it before what waits to be read. */
const SECOND_LOOK = 2;
/** Timers cannot wait longer (2^31 - 1 milliseconds); who wants to has no time limit. */
const LONGEST_WAIT = 0x7fff_ffff;

export class Inbox {
  readonly #deliveries: Delivery[] = [];
  #waiting: ((delivery: Delivery | undefined) => void) | undefined;
  #closed = false;

  /** Nothing will come any more. */
  get closed(): boolean {
    return this.#closed;
  }

  deliver(delivery: Delivery): void {
    if (this.#waiting === undefined) this.#deliveries.push(delivery);
    else this.#waiting(delivery);
  }

  close(): void {
    this.#closed = true;
    this.#waiting?.(undefined);
  }

  /** One asks at a time. The next delivery, or undefined after `within` microseconds without one. */
  async receive(within: number): Promise<Delivery | undefined> {
    const delivery = this.#deliveries.shift();
    if (delivery !== undefined || this.#closed) return delivery;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (found: Delivery | undefined): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(found);
      };
      this.#waiting = settle;
      const delay = Math.ceil(Math.max(0, within) / 1000) + 1;
      if (delay > LONGEST_WAIT) return;
      timer = setTimeout(() => {
        timer = setTimeout(() => settle(undefined), SECOND_LOOK);
      }, delay);
    });
  }
}
