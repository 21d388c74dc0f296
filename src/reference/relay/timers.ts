/** What a node has still to do, by the time at which it is due. One that is called off is dropped when its turn comes. */
import { EventQueue } from '../../net/event-queue.ts';

export interface Timer {
  readonly at: number;
  isOff: boolean;
}

interface Due extends Timer {
  readonly act: () => void;
}

export class Timers {
  readonly #queue = new EventQueue<Due>();

  /** Microseconds. */
  at(at: number, act: () => void): Timer {
    const due: Due = { at: Math.ceil(at), act, isOff: false };
    this.#queue.push(due.at, due);
    return due;
  }

  get next(): number | undefined {
    while (this.#queue.first?.event.isOff) this.#queue.pop();
    return this.#queue.first?.at;
  }

  /** Does what is due by `now`, in its order; what comes up meanwhile and is due too, as well. */
  run(now: number): void {
    for (let next = this.next; next !== undefined && next <= now; next = this.next) this.#queue.pop()!.act();
  }
}

export function callOff(timer: Timer | undefined): void {
  if (timer) timer.isOff = true;
}
