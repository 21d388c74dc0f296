/** Being told to end: by Ctrl-C, by a terminal that goes, by a CI that gives up. */
import { once } from 'node:events';

export interface FirstSignal {
  /** Aborted by the first; the second is not caught, and ends the process at once. */
  readonly signal: AbortSignal;
  /** From now on not even the first is caught. */
  close(): void;
}

/** Resolves at the first. */
export async function toldToEnd(): Promise<void> {
  await once(firstSignal().signal, 'abort');
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function firstSignal(): FirstSignal {
  const stop = new AbortController();
  const close = (): void => {
    for (const name of SIGNALS) process.off(name, end);
  };
  const end = (): void => {
    stop.abort();
    // Whoever else listens sees that this one is caught.
    process.nextTick(close);
  };
  for (const name of SIGNALS) process.on(name, end);
  return { signal: stop.signal, close };
}
