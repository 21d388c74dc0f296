/**
 * The tester's ends of TCP connections: those that come to its listener (odd numbers) and those that it opens (even ones).
 * What happens at them is told to an EventLine. Knows no protocol above.
 */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Interval, microseconds } from '../../interval.ts';
import { IutFault } from '../../outcome.ts';
import { NoConnection, type TcpPlace } from '../tcp-exchange.ts';
import type { EventLine } from './event-line.ts';

/** Octets of one connection that are taken from the peer before it counts as a flood. */
const FLOOD = 64 * 2 ** 20;
const HOST = '127.0.0.1';

export class TcpEnds {
  #line: EventLine;
  readonly #server: Server;
  readonly #sockets = new Map<number, Socket>();
  /** Connections whose end has not been told yet. */
  readonly #lasting = new Set<number>();
  #came = 0;
  #opened = 0;
  #whenNone: (() => void) | undefined;

  private constructor(line: EventLine) {
    this.#line = line;
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      const connection = 2 * this.#came + 1;
      this.#came += 1;
      this.#line.tell({ kind: 'opened', connection, at: present() });
      this.#take(connection, socket);
    });
  }

  /** Listens on a free port of 127.0.0.1. */
  static async listen(line: EventLine): Promise<TcpEnds> {
    const ends = new TcpEnds(line);
    await new Promise<void>((resolve, reject) => {
      ends.#server.once('error', reject);
      ends.#server.listen(0, HOST, resolve);
    });
    return ends;
  }

  /** From now on what happens is told to `line`; all connections that there are have ended. */
  turnTo(line: EventLine): void {
    this.dropAll();
    this.#line = line;
  }

  get authority(): string {
    return `${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** @throws NoConnection */
  connect(place: TcpPlace): Promise<number> {
    return new Promise((resolve, reject) => {
      const socket = connect({ ...place, noDelay: true, allowHalfOpen: true });
      const fail = (cause: NodeJS.ErrnoException): void => reject(new NoConnection(place, cause.code ?? cause.message));
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.off('error', fail);
        this.#opened += 1;
        const connection = 2 * this.#opened;
        this.#take(connection, socket);
        resolve(connection);
      });
    });
  }

  /** Resolves when the octets are handed over, or can no longer be: a peer that is gone is told of by its own event. */
  send(connection: number, octets: Uint8Array): Promise<Interval> {
    return this.#at(connection, (socket, done) => socket.write(octets, () => done()));
  }

  finish(connection: number): Promise<Interval> {
    return this.#at(connection, (socket, done) => socket.end(() => done()));
  }

  reset(connection: number): Promise<Interval> {
    return this.#at(connection, (socket, done) => {
      this.#forget(connection);
      socket.resetAndDestroy();
      done();
    });
  }

  /** When the end of every connection has been told. */
  allEnded(): Promise<void> {
    if (this.#lasting.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenNone = resolve;
    });
  }

  /** Ends all connections, and goes on listening. */
  dropAll(): void {
    for (const [connection, socket] of this.#sockets) {
      this.#forget(connection);
      socket.destroy();
    }
    this.#sockets.clear();
  }

  close(): void {
    this.dropAll();
    this.#server.close();
  }

  #take(connection: number, socket: Socket): void {
    this.#sockets.set(connection, socket);
    this.#lasting.add(connection);
    let taken = 0;
    socket.on('data', (octets) => {
      taken += octets.length;
      if (taken > FLOOD) {
        this.#line.fail(new IutFault('iut-flooded', `sent more than ${FLOOD / 2 ** 20} MiB on one connection`));
        socket.destroy();
      }
      this.#line.tell({ kind: 'octets', connection, octets, at: present() });
    });
    const end = (kind: 'ended' | 'reset'): void => {
      if (!this.#lasting.has(connection)) return;
      this.#line.tell({ kind, connection, at: present() });
      this.#forget(connection);
    };
    socket.once('end', () => end('ended'));
    socket.on('error', () => end('reset'));
    socket.once('close', () => end('reset'));
  }

  #forget(connection: number): void {
    this.#lasting.delete(connection);
    if (this.#lasting.size > 0) return;
    this.#whenNone?.();
    this.#whenNone = undefined;
  }

  /** @throws RangeError for a connection that never was */
  #at(connection: number, act: (socket: Socket, done: () => void) => void): Promise<Interval> {
    const socket = this.#sockets.get(connection);
    if (socket === undefined) throw new RangeError(`no connection ${connection}`);
    const earliest = microseconds();
    return new Promise((resolve) => {
      const done = (): void => resolve({ earliest, latest: microseconds() });
      if (socket.destroyed) done();
      else {
        socket.once('close', done);
        act(socket, () => {
          socket.off('close', done);
          done();
        });
      }
    });
  }
}

function present(): Interval {
  const now = microseconds();
  return { earliest: now, latest: now };
}
