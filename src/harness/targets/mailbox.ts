/**
 * What has come for one scenario and was not yet asked for, and who asks. Somebody who waits gets a datagram as soon as
 * it is read; silence is only claimed after one more look at where datagrams come from, for a busy machine runs timers
 * first.
 */
import type { Arrival } from '../surface.ts';

/** As much of a wire as somebody who waits needs. */
export interface Watched {
  /** Delivers whatever waits to be read, now or before the promise is kept. */
  look(): void | Promise<void>;
  /** Looks now and then until the function that it returns is called. */
  keepLooking(): () => void;
}

/** Timers cannot wait longer (2^31 - 1 milliseconds); who wants to has no time limit. */
const LONGEST_WAIT = 0x7fff_ffff;

interface Waiter {
  settle(arrival: Arrival | undefined): void;
  fail(fault: unknown): void;
}

export class Mailbox {
  readonly #watched: Watched;
  readonly #arrivals: Arrival[] = [];
  readonly #waiters: Waiter[] = [];
  #closed = false;
  #failed: { readonly fault: unknown } | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  deliver(arrival: Arrival): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#arrivals.push(arrival);
    else waiter.settle(arrival);
  }

  /**
   * The next datagram, or undefined after `within` microseconds without one, or when the mailbox is closed.
   * @throws what `fail` was told, once what came before it is handed out
   */
  async receive(within: number): Promise<Arrival | undefined> {
    if (this.#closed) return undefined;
    const arrival = this.#arrivals.shift();
    if (arrival !== undefined) return arrival;
    if (this.#failed !== undefined) throw this.#failed.fault;
    return this.#wait(within);
  }

  /** Nothing will come any more, for this reason. */
  fail(fault: unknown): void {
    this.#failed ??= { fault };
    for (const waiter of this.#waiters.splice(0)) waiter.fail(fault);
  }

  close(): void {
    this.#closed = true;
    this.#arrivals.length = 0;
    for (const waiter of this.#waiters.splice(0)) waiter.settle(undefined);
  }

  #wait(within: number): Promise<Arrival | undefined> {
    return new Promise((resolve, reject) => {
      const stopLooking = this.#watched.keepLooking();
      let timer: NodeJS.Timeout | undefined;
      const stop = (): void => {
        clearTimeout(timer);
        stopLooking();
      };
      const waiter: Waiter = {
        settle: (arrival) => {
          stop();
          resolve(arrival);
        },
        fail: (fault) => {
          stop();
          reject(fault);
        },
      };
      this.#waiters.push(waiter);
      // A timer may run a millisecond early.
      const delay = Math.ceil(Math.max(0, within) / 1000) + 1;
      if (delay <= LONGEST_WAIT) timer = setTimeout(() => void this.#giveUp(waiter), delay);
    });
  }

  async #giveUp(waiter: Waiter): Promise<void> {
    try {
      await this.#watched.look();
    } catch (fault) {
      if (this.#withdraw(waiter)) waiter.fail(fault);
      return;
    }
    if (this.#withdraw(waiter)) waiter.settle(undefined);
  }

  /** Whether it still waited. */
  #withdraw(waiter: Waiter): boolean {
    const at = this.#waiters.indexOf(waiter);
    if (at >= 0) this.#waiters.splice(at, 1);
    return at >= 0;
  }
}
