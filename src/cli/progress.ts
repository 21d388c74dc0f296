/** Progress on standard error: a line that is written over on a terminal; elsewhere a plain line now and then, once a run is long. */
import { type Progress, progress } from '../report/progress.ts';

/** Milliseconds that a run may take in silence where nobody watches. */
const SILENCE = 5000;

export function showProgress(): Progress {
  const { isTTY: terminal = false, columns } = process.stderr;
  const started = performance.now();
  const write = (text: string): void => {
    if (terminal || performance.now() - started > SILENCE) process.stderr.write(text);
  };
  return progress(write, { terminal, ...(columns ? { columns } : {}) });
}
