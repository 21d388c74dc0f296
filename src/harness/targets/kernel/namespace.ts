/**
 * A network namespace without a name and without a process: it lives as long as file descriptors hold it and is gone
 * with the last of them, however this process ends. The calling thread is inside only while `within` runs.
 */
import { closeSync, openSync } from 'node:fs';
import type { Libc } from '../../../linux/libc.ts';

/** The calling thread's: /proc/self would be the main thread's. */
const OWN = '/proc/thread-self/ns/net';

export class NetworkNamespace {
  readonly #libc: Libc;
  readonly #file: number;
  #closed = false;

  /** @throws SystemCallError EPERM without the right to make one */
  constructor(libc: Libc) {
    this.#libc = libc;
    const home = openSync(OWN, 'r');
    try {
      libc.unshareNetwork();
      try {
        this.#file = openSync(OWN, 'r');
      } finally {
        libc.enterNetwork(home);
      }
    } finally {
      closeSync(home);
    }
  }

  /** Files and sockets that `run` opens belong to the namespace for good. `run` must not wait for anything. */
  within<T>(run: () => T): T {
    const home = openSync(OWN, 'r');
    try {
      this.#libc.enterNetwork(this.#file);
      try {
        return run();
      } finally {
        this.#libc.enterNetwork(home);
      }
    } finally {
      closeSync(home);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#file);
  }
}
