/**
 * When something that was read from a pipe may have come. The event loop reads pipes only between its other work, so what
 * is read now came after the last pass over them began. Two immediates have such a pass between them.
 */
import { type Interval, microseconds } from '../../interval.ts';

/** Milliseconds between looks while somebody waits: as much as an arrival's time may be in doubt on an idle machine. */
const LOOK_EVERY = 20;

export class PipeClock {
  #emptyAt = microseconds();
  #watchers = 0;
  #looking: NodeJS.Timeout | undefined;

  /** Of something that was read just now. */
  arrival(): Interval {
    return { earliest: this.#emptyAt, latest: microseconds() };
  }

  /** Resolves when what lies in the pipe has been read. */
  look(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        const before = microseconds();
        setImmediate(() => {
          this.#emptyAt = Math.max(this.#emptyAt, before);
          resolve();
        });
      });
    });
  }

  /** Looks now and then until the function that it returns is called. */
  keepLooking(): () => void {
    this.#watchers += 1;
    this.#looking ??= setInterval(() => void this.look(), LOOK_EVERY);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#watchers -= 1;
      if (this.#watchers > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
    };
  }
}
