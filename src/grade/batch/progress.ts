/** Progress of a batch: done of total, the rate, the time left. Written over on a terminal, a line now and then elsewhere. */

export interface BatchProgress {
  begin(total: number): void;
  done(): void;
  end(): void;
}

const CLEAR = '\r\u001b[K';
/** Milliseconds between two lines where nobody watches. */
const BETWEEN = 5000;

/** @param now milliseconds */
export function batchProgress(
  write: (text: string) => void,
  terminal: boolean,
  now: () => number = () => performance.now(),
): BatchProgress {
  let [total, count, started, told] = [0, 0, 0, 0];
  return {
    begin: (expected) => {
      total = expected;
      started = now();
      told = started;
    },
    done: () => {
      count += 1;
      const line = progressLine(count, total, now() - started);
      if (terminal) write(CLEAR + line);
      else if (now() - told >= BETWEEN || count === total) {
        told = now();
        write(`${line}\n`);
      }
    },
    end: () => {
      if (terminal && count > 0) write(CLEAR);
    },
  };
}

/** `120/300, 4.2 a second, 43 s left` */
export function progressLine(done: number, total: number, milliseconds: number): string {
  const rate = (done * 1000) / Math.max(1, milliseconds);
  const pace = rate >= 1 ? `${rate.toFixed(1)} a second` : `${(rate * 60).toFixed(1)} a minute`;
  return `${done}/${total}, ${pace}, ${timeInWords((total - done) / rate)} left`;
}

function timeInWords(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
