/**
 * The one order in which things happen at a seat among streams: told as they come, asked for one by one. Silence is only
 * claimed after one more look, for a busy machine runs timers before it reads.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { StreamEvent } from '../../surface.ts';

/** Milliseconds to read what may have come while this process itself was held up. */
const SECOND_LOOK = 25;
/** Timers cannot wait longer (2^31 - 1 milliseconds); who wants to has no time limit. */
const LONGEST_WAIT = 0x7fff_ffff;

export class EventLine<Event = StreamEvent> {
  readonly #events: Event[] = [];
  #wake: (() => void) | undefined;
  #fault: Error | undefined;

  tell(event: Event): void {
    this.#events.push(event);
    this.#wake?.();
  }

  /** Whoever asks next is told this instead, and so is everybody after. */
  fail(fault: Error): void {
    this.#fault ??= fault;
    this.#wake?.();
  }

  /** @param within microseconds */
  async next(within: number): Promise<Event | undefined> {
    if (this.#isEmpty) await this.#sign(Math.max(0, within) / 1000);
    if (this.#isEmpty) await pause(SECOND_LOOK);
    if (this.#fault !== undefined) throw this.#fault;
    return this.#events.shift();
  }

  get #isEmpty(): boolean {
    return this.#events.length === 0 && this.#fault === undefined;
  }

  #sign(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), Math.min(milliseconds, LONGEST_WAIT));
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve();
      };
    });
  }
}
