/** A seat on both sides of a program that stands between: the tester opens connections to it, and waits for its own. */
import { type IutFault, Unsupported } from '../../outcome.ts';
import type { StreamsSurface, Surfaces } from '../../surface.ts';
import type { Seat } from '../../target.ts';
import type { Behind } from '../http-origin.ts';
import { NoConnection, type TcpPlace } from '../tcp-exchange.ts';
import { EventLine } from './event-line.ts';
import type { TcpEnds } from './tcp-ends.ts';

export class MiddleSeat implements Seat {
  readonly #place: TcpPlace;
  readonly #behind: Behind;
  readonly #ends: TcpEnds;
  readonly #line = new EventLine();

  /** One at a time: from now on what happens at `ends` is this seat's. */
  constructor(place: TcpPlace, behind: Behind, ends: TcpEnds) {
    this.#place = place;
    this.#behind = behind;
    this.#ends = ends;
    ends.turnTo(this.#line);
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'streams') throw new Unsupported(`the surface ${name}`);
    const ends = this.#ends;
    const streams: StreamsSurface = {
      authority: ends.authority,
      start: () => Promise.reject(new Unsupported('errands')),
      connect: () => this.#connect(),
      send: (connection, octets) => ends.send(connection, octets),
      finish: (connection) => ends.finish(connection),
      reset: (connection) => ends.reset(connection),
      next: (within) => this.#line.next(within),
    };
    return streams as Surfaces[Name];
  }

  stderr(): string {
    return this.#behind.stderr();
  }

  fault(): IutFault | undefined {
    return this.#behind.fault();
  }

  async leave(): Promise<void> {
    this.#ends.dropAll();
    await this.#behind.leave(false);
  }

  async #connect(): Promise<number> {
    try {
      return await this.#ends.connect(this.#place);
    } catch (thrown) {
      if (!(thrown instanceof NoConnection)) throw thrown;
      throw this.#behind.fault() ?? new Unsupported(`connections: ${thrown.message}`);
    }
  }
}
