/** A TCP connection of the tester's to where the implementation serves. */
import { connect, type Socket } from 'node:net';
import { type Interval, microseconds } from '../../interval.ts';
import { IutFault } from '../../outcome.ts';
import type { TesterSocket, TransportAddress } from '../../surface.ts';
import { Inbox } from './inbox.ts';

/** Octets of one connection that are taken before it counts as a flood. */
const FLOOD = 64 * 2 ** 20;

/** @param limit milliseconds @throws the error of `connect`, or one whose code is ETIMEDOUT */
export function openStreamSocket({ address, port }: TransportAddress, limit: number): Promise<TesterSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true });
    const fail = (cause: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(cause);
    };
    const late = (): void => fail(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }));
    const timer = Number.isFinite(limit) ? setTimeout(late, limit) : undefined;
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(new StreamSocket(socket));
    });
  });
}

class StreamSocket implements TesterSocket {
  readonly local: TransportAddress;
  readonly #from: TransportAddress;
  readonly #socket: Socket;
  readonly #inbox = new Inbox();
  #octets = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.local = { address: socket.localAddress ?? '', port: socket.localPort ?? 0 };
    this.#from = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    socket.on('data', (octets) => {
      const now = microseconds();
      this.#octets += octets.length;
      this.#inbox.deliver({ octets, from: this.#from, at: { earliest: now, latest: now } });
    });
    socket.on('error', () => this.#inbox.close());
    socket.once('close', () => this.#inbox.close());
  }

  get ended(): boolean {
    return this.#inbox.closed;
  }

  /** After the other side has ended it, what is written is lost, as it would be on the way. */
  send(octets: Uint8Array): Promise<Interval> {
    const earliest = microseconds();
    return new Promise((resolve) => {
      const written = (): void => resolve({ earliest, latest: microseconds() });
      if (this.#socket.writable) this.#socket.write(octets, written);
      else written();
    });
  }

  /** @throws IutFault iut-flooded */
  receive(within: number) {
    if (this.#octets > FLOOD)
      throw new IutFault('iut-flooded', `sent more than ${FLOOD / 2 ** 20} MiB on a connection`);
    return this.#inbox.receive(within);
  }

  close(): void {
    this.#inbox.close();
    this.#socket.destroy();
  }
}
