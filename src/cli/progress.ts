/** Progress on standard error: one line that is rewritten on a terminal, nothing where nobody watches. */
import type { Result } from '../generated/meta/report.ts';
import { progress } from '../report/progress.ts';

export interface Progress {
  begin(total: number): void;
  result(result: Result): void;
  end(): void;
}

export function showProgress(): Progress {
  return progress((text) => process.stderr.write(text), {
    terminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
  });
}
