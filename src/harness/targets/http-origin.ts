/**
 * What the two kinds of HTTP server targets share: a seat whose surfaces are the exchange and streams, and how one is
 * greeted.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { AssayError } from '../../contract/assay-error.ts';
import { IutFault, Unsupported } from '../outcome.ts';
import type { ExchangeSurface, StreamsSurface, Surfaces } from '../surface.ts';
import type { Seat } from '../target.ts';
import { meantToClose } from './meant-to-close.ts';
import { EventLine } from './streams/event-line.ts';
import { TcpEnds } from './streams/tcp-ends.ts';
import { NoConnection, type TcpPlace, tcpExchange } from './tcp-exchange.ts';

/** Microseconds: hundreds of times what a server on a busy machine needs for a small file. */
export const HANG_LIMIT = 5_000_000;
/** Enough to hide the time on the way; a small server is not overrun. */
export const CONCURRENCY = 8;
export const CAPABILITIES: readonly string[] = ['http.origin', 'http.clock'];

/** Milliseconds for which a refused connection is tried again: some servers listen anew for each one. */
const REFUSED_FOR = 1_000;

/** What a seat asks about the process behind the address, where there is one of ours. */
export interface Behind {
  stderr(): string;
  fault(): IutFault | undefined;
  /** `broken`: a connection ended as if the process had; its end may still have to be told. */
  leave(broken: boolean): Promise<void>;
}

export class OriginSeat implements Seat {
  readonly #place: TcpPlace;
  readonly #hangLimit: number;
  readonly #behind: Behind | undefined;
  #ends: TcpEnds | undefined;
  #connected = false;
  /** A connection has ended as if the process had. */
  #mayBeGone = false;

  constructor(place: TcpPlace, hangLimit: number, behind?: Behind) {
    this.#place = place;
    this.#hangLimit = hangLimit;
    this.#behind = behind;
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name === 'streams') return (await this.#streams()) as Surfaces[Name];
    if (name !== 'exchange') throw new Unsupported(`the surface ${name}`);
    const exchange: ExchangeSurface = { exchange: (octets, options) => this.#exchange(octets, options) };
    return exchange as Surfaces[Name];
  }

  /** A client's ends alone: a server is sent on no errands, and opens no connections. */
  async #streams(): Promise<StreamsSurface> {
    const line = new EventLine();
    this.#ends ??= await TcpEnds.listen(line);
    const ends = this.#ends;
    return {
      authority: ends.authority,
      start: () => Promise.reject(new Unsupported('errands')),
      connect: () => ends.connect(this.#place),
      send: (connection, octets) => ends.send(connection, octets),
      finish: (connection) => ends.finish(connection),
      reset: (connection) => ends.reset(connection),
      next: (within) => line.next(within),
    };
  }

  stderr(): string {
    return this.#behind?.stderr() ?? '';
  }

  fault(): IutFault | undefined {
    return this.#behind?.fault();
  }

  async leave(): Promise<void> {
    this.#ends?.close();
    await this.#behind?.leave(this.#mayBeGone);
  }

  async #exchange(...[octets, options]: Parameters<ExchangeSurface['exchange']>) {
    const giveUp = performance.now() + REFUSED_FOR;
    for (;;) {
      try {
        const exchanged = await tcpExchange(this.#place, octets, this.#hangLimit, options);
        this.#connected = true;
        this.#mayBeGone ||=
          exchanged.end === 'reset' || (exchanged.end === 'closed' && !meantToClose(exchanged.octets));
        return exchanged;
      } catch (thrown) {
        if (!(thrown instanceof NoConnection)) throw thrown;
        const fault = this.#behind?.fault();
        if (fault !== undefined) throw fault;
        if (thrown.code !== 'ECONNREFUSED' || performance.now() > giveUp) throw this.#lost(thrown);
        await pause(20);
      }
    }
  }

  /** A server that was there at this scenario's beginning is charged with going; one that was not has shown nothing. */
  #lost({ code, message }: NoConnection): Error {
    const { host, port } = this.#place;
    if (code === 'ETIMEDOUT') return new IutFault('iut-hung', `${host}:${port} does not accept connections`);
    if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET') return new AssayError('ERR_TARGET_UNREACHABLE', message);
    const text = `nobody listens at ${host}:${port} any more`;
    return new IutFault(this.#connected ? 'iut-exited' : 'iut-start', text);
  }
}

/** Microseconds of silence after which nobody is waited for. */
const GREETING_LIMIT = 2_000_000;

/**
 * One ordinary request, read to the end of its connection: how to find out whether anybody listens, for a connection that
 * is opened and dropped is more than some simple servers survive.
 *
 * @throws NoConnection
 */
export async function greet(place: TcpPlace, host: string, path: string): Promise<void> {
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  await tcpExchange(place, Buffer.from(request, 'latin1'), GREETING_LIMIT);
}
