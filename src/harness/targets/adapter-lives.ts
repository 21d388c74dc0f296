/**
 * An adapter that is started again when a life of it has ended: the seats of a dead process stay with its fault, the next
 * new seat finds a fresh one. After three starts in a row that failed there are no more.
 */
import type { Keeper } from '../keeper.ts';
import { IutFault } from '../outcome.ts';
import { AdapterProcess, type Limits } from './adapter-process.ts';
import type { Declaration } from './answers.ts';
import { type Entrance, introduce, type Visit } from './port-target.ts';

const FAILED_STARTS = 3;

export class AdapterLives implements Entrance {
  readonly #words: readonly [string, ...string[]];
  readonly #limits: Limits;
  readonly #suite: string;
  readonly #keeper: Keeper | undefined;
  readonly #lives = new Set<AdapterProcess>();
  #current: AdapterProcess | undefined;
  #starting: Promise<AdapterProcess> | undefined;
  #declaration: Declaration | undefined;
  #failures = 0;
  #lastFailure = '';

  constructor(words: readonly [string, ...string[]], limits: Limits, suite: string, keeper?: Keeper) {
    this.#words = words;
    this.#limits = limits;
    this.#suite = suite;
    this.#keeper = keeper;
  }

  /** Starts it, unless it lives. @throws IutFault iut-start, iut-breach or iut-flooded */
  async start(): Promise<Declaration> {
    await this.#life();
    return this.#declaration!;
  }

  async enter(): Promise<Visit> {
    return (await this.#life()).visit();
  }

  async close(): Promise<void> {
    await this.#starting?.catch(() => {});
    await Promise.all([...this.#lives].map((life) => life.close()));
  }

  #life(): Promise<AdapterProcess> {
    if (this.#starting !== undefined) return this.#starting;
    if (this.#current?.isAlive) return Promise.resolve(this.#current);
    this.#starting = this.#begin().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #begin(): Promise<AdapterProcess> {
    if (this.#failures === FAILED_STARTS) {
      const text = `failed to start ${FAILED_STARTS} times in a row and is left alone; the last time: ${this.#lastFailure}`;
      throw new IutFault('iut-start', text);
    }
    const life = new AdapterProcess(this.#words, this.#limits, this.#keeper);
    this.#lives.add(life);
    try {
      this.#declaration = await introduce(life, this.#suite);
    } catch (thrown) {
      void this.#bury(life);
      throw thrown instanceof IutFault ? this.#failed(thrown) : thrown;
    }
    if (this.#current !== undefined) void this.#bury(this.#current);
    this.#failures = 0;
    this.#current = life;
    return life;
  }

  async #bury(life: AdapterProcess): Promise<void> {
    await life.close();
    this.#lives.delete(life);
  }

  /** Whoever ends or hangs before its first answer has not started. */
  #failed(fault: IutFault): IutFault {
    this.#failures += 1;
    this.#lastFailure = fault.message;
    const { code, message, stderr } = fault;
    if (code !== 'iut-exited' && code !== 'iut-hung') return fault;
    return new IutFault('iut-start', `did not start: ${message}`, { stderr, after: code });
  }
}
