/**
 * A seat at an implementation that is a program to be run: the tester listens at an address of its own, and each errand is
 * a new life of the program.
 */
import type { Words } from '../../keeper.ts';
import { type IutFault, Unsupported } from '../../outcome.ts';
import type { Errand, StreamsSurface, Surfaces } from '../../surface.ts';
import type { Seat } from '../../target.ts';
import { tellEnd } from './errand-end.ts';
import { type ErrandOptions, ErrandRuns } from './errand-runs.ts';
import { EventLine } from './event-line.ts';
import { TcpEnds } from './tcp-ends.ts';

export class ErrandSeat implements Seat {
  readonly #runs: ErrandRuns;
  readonly #line: EventLine;
  readonly #ends: TcpEnds;

  private constructor(runs: ErrandRuns, line: EventLine, ends: TcpEnds) {
    this.#runs = runs;
    this.#line = line;
    this.#ends = ends;
  }

  static async take(words: Words, options: ErrandOptions): Promise<ErrandSeat> {
    const line = new EventLine();
    return new ErrandSeat(new ErrandRuns(words, options), line, await TcpEnds.listen(line));
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
    return this.#runs.stderr();
  }

  fault(): IutFault | undefined {
    return this.#runs.fault;
  }

  async leave(): Promise<void> {
    await this.#runs.leave();
    this.#ends.close();
  }

  #start(errand: Errand): void {
    // Its host ends its connections, whatever the program has left undone.
    void tellEnd(this.#runs.start(errand), this.#line, () => this.#ends.allEnded());
  }
}
