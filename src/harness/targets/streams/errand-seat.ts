/**
 * A seat at an implementation that is a program to be run: the tester listens at an address of its own, and each errand is
 * a new life of the program.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { microseconds } from '../../interval.ts';
import type { Keeper, Words } from '../../keeper.ts';
import { type IutFault, Unsupported } from '../../outcome.ts';
import type { Errand, StreamsSurface, Surfaces } from '../../surface.ts';
import type { Seat } from '../../target.ts';
import { ErrandFiles, fillErrand } from './errand-command.ts';
import { ErrandProcess } from './errand-process.ts';
import { EventLine } from './event-line.ts';
import { TcpEnds } from './tcp-ends.ts';

/** Milliseconds in which a connection may still be taken from the queue of the listener after the program's end. */
const LATE = 30;

export interface ErrandOptions {
  /** What an errand's items are when it says nothing of them. */
  readonly silent: Errand;
  readonly keeper?: Keeper | undefined;
}

export class ErrandSeat implements Seat {
  readonly #words: Words;
  readonly #silent: Errand;
  readonly #keeper: Keeper | undefined;
  readonly #line: EventLine;
  readonly #files = new ErrandFiles();
  readonly #runs: ErrandProcess[] = [];
  readonly #ends: TcpEnds;
  #fault: IutFault | undefined;

  private constructor(words: Words, { silent, keeper }: ErrandOptions, line: EventLine, ends: TcpEnds) {
    this.#words = words;
    this.#keeper = keeper;
    this.#silent = silent;
    this.#line = line;
    this.#ends = ends;
  }

  static async take(words: Words, options: ErrandOptions): Promise<ErrandSeat> {
    const line = new EventLine();
    return new ErrandSeat(words, options, line, await TcpEnds.listen(line));
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'streams') throw new Unsupported(`the surface ${name}`);
    const ends = this.#ends;
    const streams: StreamsSurface = {
      authority: ends.authority,
      start: async (errand) => this.#start(errand),
      connect: () => Promise.reject(new Unsupported('connections to it')),
      send: (connection, octets) => ends.send(connection, octets),
      finish: (connection) => ends.finish(connection),
      reset: (connection) => ends.reset(connection),
      next: (within) => this.#line.next(within),
    };
    return streams as Surfaces[Name];
  }

  stderr(): string {
    return this.#runs.map((run) => run.stderr()).join('');
  }

  fault(): IutFault | undefined {
    return this.#fault;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#runs.map((run) => run.kill()));
    this.#ends.close();
    this.#files.remove();
  }

  #start(errand: Errand): void {
    const run = new ErrandProcess(fillErrand(this.#words, errand, this.#silent, this.#files), this.#keeper);
    this.#runs.push(run);
    void this.#follow(run);
  }

  async #follow(run: ErrandProcess): Promise<void> {
    const { ok, output, fate, fault } = await run.ended;
    if (fault !== undefined) {
      this.#fault ??= fault;
      this.#line.fail(fault);
    }
    await pause(LATE);
    // Its host ends them, whatever the program has left undone.
    await this.#ends.allEnded();
    const now = microseconds();
    this.#line.tell({ kind: 'done', ok, output, fate, at: { earliest: now, latest: now } });
  }
}
