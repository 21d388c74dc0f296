/**
 * The lives of a server that we start, one after the other: one that ends is started again for the next seat; one that
 * fails to start thrice in a row is not.
 */
import { IutFault } from '../outcome.ts';
import type { ServerProcess } from './server-process.ts';

const FAILED_STARTS = 3;

export class ServerLives {
  readonly #begin: () => Promise<ServerProcess>;
  #server: ServerProcess | undefined;
  #starting: Promise<ServerProcess> | undefined;
  #failures = 0;
  #lastFailure: IutFault | undefined;

  constructor(begin: () => Promise<ServerProcess>) {
    this.#begin = begin;
  }

  /** The last one, alive or not. */
  get latest(): ServerProcess | undefined {
    return this.#server;
  }

  /** The one that lives, or a new one. @throws IutFault iut-start */
  async running(): Promise<ServerProcess> {
    if (this.#server?.isAlive) return this.#server;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async close(): Promise<void> {
    await this.#starting?.catch(() => {});
    await this.#server?.close();
  }

  async #start(): Promise<ServerProcess> {
    if (this.#failures >= FAILED_STARTS && this.#lastFailure) throw this.#lastFailure;
    await this.#server?.close();
    try {
      this.#server = await this.#begin();
      this.#failures = 0;
      return this.#server;
    } catch (thrown) {
      this.#failures += 1;
      if (thrown instanceof IutFault) this.#lastFailure = thrown;
      throw thrown;
    }
  }
}
