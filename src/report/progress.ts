/**
 * Progress of a run: on a terminal one line that is written over, elsewhere a plain line now and then. Writes by the
 * function that it is given; knows no clock.
 */
import type { Result } from '../generated/meta/report.ts';
import { plainLine } from './view/plain.ts';

export interface Progress {
  /** How many results will come. */
  begin(total: number): void;
  result(result: Result): void;
  end(): void;
}

export interface ProgressOptions {
  readonly terminal: boolean;
  /** Width of the terminal; 80 when not given. */
  readonly columns?: number;
}

/** Back to the line's start, and what stands there away. */
const CLEAR = '\r\u001b[K';

/** Elsewhere than on a terminal: a line every tenth of the way, but never more often than after this many results. */
const LEAST_BETWEEN = 50;

export function progress(write: (text: string) => void, { terminal, columns = 80 }: ProgressOptions): Progress {
  let total = 0;
  let done = 0;
  let failed = 0;
  let shown = false;
  const count = (): string => `${done}/${total}${failed > 0 ? ` (${failed} failed)` : ''}`;
  return {
    begin: (expected) => {
      total = expected;
      done = 0;
      failed = 0;
    },
    result: ({ scenario, verdict }) => {
      done += 1;
      if (verdict === 'fail' || verdict === 'error') failed += 1;
      if (terminal) {
        write(CLEAR + plainLine(`${count()} ${scenario}`).slice(0, columns - 1));
        shown = true;
      } else if (done % Math.max(LEAST_BETWEEN, Math.ceil(total / 10)) === 0) write(`${count()}\n`);
    },
    end: () => {
      if (shown) write(CLEAR);
      shown = false;
    },
  };
}
