/** The origin over the reference's own TCP: connections accepted, octets carried, and its timers among those of the host. */
import { OriginConnection, Site } from '../../reference/http/index.ts';
import {
  type Application,
  abort,
  type Connection,
  close,
  listen,
  receive,
  send,
  shutdown,
  type Tcp,
} from '../../reference/tcp/index.ts';

const HTTP = 80;
const CHUNK = 8_192;
const MICROSECONDS = 1_000;

export class HttpOverTcp {
  readonly #tcp: Tcp;
  readonly #site: Site;
  /** Milliseconds from 1970 to where the host's own time begins. */
  readonly #epoch: number;
  readonly #open = new Map<Connection, OriginConnection>();
  /** Not later than the first of them wants to be woken; in milliseconds since 1970. */
  #wakeAt = Number.POSITIVE_INFINITY;

  constructor(tcp: Tcp, epoch: number, site = new Site()) {
    this.#tcp = tcp;
    this.#epoch = epoch;
    this.#site = site;
    listen(tcp, HTTP, () => this.#accept());
  }

  /** In microseconds of the host. */
  get wakeAt(): number | undefined {
    if (this.#wakeAt === Number.POSITIVE_INFINITY) return undefined;
    return Math.ceil((this.#wakeAt - this.#epoch) * MICROSECONDS);
  }

  wake(): void {
    const now = this.#now;
    if (now < this.#wakeAt) return;
    this.#wakeAt = Number.POSITIVE_INFINITY;
    for (const [connection, origin] of this.#open) {
      origin.wake(now);
      this.#carry(connection, origin);
    }
  }

  get #now(): number {
    return Math.floor(this.#epoch + this.#tcp.now / MICROSECONDS);
  }

  #accept(): Application {
    const carry = (connection: Connection): void => {
      const origin = this.#open.get(connection);
      if (origin !== undefined) this.#carry(connection, origin);
    };
    return {
      opened: (connection) => this.#open.set(connection, new OriginConnection(this.#site, this.#now)),
      readable: carry,
      writable: carry,
      ended: (connection) => {
        this.#open.get(connection)?.abandon();
        this.#open.delete(connection);
      },
    };
  }

  #carry(connection: Connection, origin: OriginConnection): void {
    this.#read(connection, origin);
    this.#write(connection, origin);
    // What has been sent makes room for requests that were left unread.
    this.#read(connection, origin);
    this.#write(connection, origin);
    const { phase, wakeAt } = origin;
    if (phase === 'sent') shutdown(this.#tcp, connection);
    if (phase === 'closed') this.#let(connection, origin);
    else if (wakeAt !== undefined) this.#wakeAt = Math.min(this.#wakeAt, wakeAt);
  }

  #read(connection: Connection, origin: OriginConnection): void {
    while (origin.wantsInput && origin.phase !== 'closed') {
      const octets = receive(this.#tcp, connection, CHUNK);
      if (octets === undefined) origin.finish(this.#now);
      if (octets === undefined || octets.length === 0) return;
      origin.receive(octets, this.#now);
    }
  }

  #write(connection: Connection, origin: OriginConnection): void {
    for (;;) {
      const octets = origin.take(Math.min(CHUNK, connection.sent.room), this.#now);
      if (octets.length === 0) return;
      send(this.#tcp, connection, octets);
    }
  }

  #let(connection: Connection, origin: OriginConnection): void {
    this.#open.delete(connection);
    if (origin.isCutOff) abort(this.#tcp, connection);
    else close(this.#tcp, connection);
  }
}
