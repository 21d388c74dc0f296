/** Carries the octets of one connection to the origin on a socket of Node, in real time. */
import type { Socket } from 'node:net';
import { OriginConnection, type Site } from '../../reference/http/index.ts';

/** Octets that are taken at a time. */
const ROOM = 65_536;

export class SocketCarrier {
  readonly #socket: Socket;
  readonly #connection: OriginConnection;
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Number.POSITIVE_INFINITY;
  #hasEnded = false;

  /** The socket stays open when its other end has ended (`allowHalfOpen`). */
  constructor(socket: Socket, site: Site) {
    this.#socket = socket;
    this.#connection = new OriginConnection(site, Date.now());
    socket.setNoDelay();
    socket.on('data', (octets) => this.#do((now) => this.#connection.receive(octets, now)));
    socket.on('end', () => this.#do((now) => this.#connection.finish(now)));
    socket.on('drain', () => this.#do(() => undefined));
    // What comes of it is told by `close`.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(this.#timer);
      this.#connection.abandon();
    });
    this.#do(() => undefined);
  }

  #do(what: (now: number) => void): void {
    const now = Date.now();
    what(now);
    this.#send(now);
    const { phase, wantsInput } = this.#connection;
    if (phase === 'closed') {
      // Octets that are on their way still go: it is either over, or given up.
      if (this.#hasEnded) this.#socket.destroySoon();
      else this.#socket.resetAndDestroy();
      return;
    }
    if (wantsInput === this.#socket.isPaused()) {
      if (wantsInput) this.#socket.resume();
      else this.#socket.pause();
    }
    this.#wakeInTime(now);
  }

  #send(now: number): void {
    while (!this.#socket.writableNeedDrain) {
      const octets = this.#connection.take(ROOM, now);
      if (octets.length === 0) break;
      this.#socket.write(octets);
    }
    const { phase } = this.#connection;
    if (phase !== 'sent' && !(phase === 'closed' && !this.#connection.isCutOff)) return;
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#socket.end();
  }

  /** A timer that comes too early asks again; only one that would come too late is set anew. */
  #wakeInTime(now: number): void {
    const { wakeAt } = this.#connection;
    if (wakeAt === undefined || wakeAt >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = wakeAt;
    this.#timer = setTimeout(
      () => {
        this.#timerAt = Number.POSITIVE_INFINITY;
        this.#do((then) => this.#connection.wake(then));
      },
      Math.max(1, wakeAt - now),
    );
    this.#timer.unref();
  }
}
