/**
 * What has come for one scenario and was not yet asked for, and who asks. Somebody who waits gets a datagram as soon as
 * it is read; silence is only claimed after one more look at the devices, for a busy machine runs timers first.
 */
import type { Arrival } from '../../surface.ts';

/** As much of the wire as somebody who waits needs. */
export interface Watched {
  /** Delivers now whatever waits at the devices. */
  look(): void;
  /** Looks now and then until the function that it returns is called. */
  keepLooking(): () => void;
}

/** Timers cannot wait longer (2^31 - 1 milliseconds); who wants to has no time limit. */
const LONGEST_WAIT = 0x7fff_ffff;

type Waiter = (arrival: Arrival | undefined) => void;

export class Mailbox {
  readonly #watched: Watched;
  readonly #arrivals: Arrival[] = [];
  readonly #waiters: Waiter[] = [];
  #closed = false;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  deliver(arrival: Arrival): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#arrivals.push(arrival);
    else waiter(arrival);
  }

  /** The next datagram, or undefined after `within` microseconds without one, or when the mailbox is closed. */
  async receive(within: number): Promise<Arrival | undefined> {
    if (this.#closed) return undefined;
    return this.#arrivals.shift() ?? this.#wait(within);
  }

  close(): void {
    this.#closed = true;
    this.#arrivals.length = 0;
    for (const waiter of this.#waiters.splice(0)) waiter(undefined);
  }

  #wait(within: number): Promise<Arrival | undefined> {
    return new Promise((resolve, reject) => {
      const stopLooking = this.#watched.keepLooking();
      let timer: NodeJS.Timeout | undefined;
      const settle: Waiter = (arrival) => {
        clearTimeout(timer);
        stopLooking();
        resolve(arrival);
      };
      const giveUp = (): void => {
        try {
          this.#watched.look();
        } catch (fault) {
          reject(fault);
        }
        const at = this.#waiters.indexOf(settle);
        if (at < 0) return;
        this.#waiters.splice(at, 1);
        settle(undefined);
      };
      this.#waiters.push(settle);
      // A timer may run a millisecond early.
      const delay = Math.ceil(Math.max(0, within) / 1000) + 1;
      if (delay <= LONGEST_WAIT) timer = setTimeout(giveUp, delay);
    });
  }
}
