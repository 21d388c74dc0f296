/** A UDP socket of the tester's, on a port of its own. */
import { createSocket, type Socket } from 'node:dgram';
import { AssayError } from '../../../contract/assay-error.ts';
import { type Interval, microseconds } from '../../interval.ts';
import type { TesterSocket, TransportAddress } from '../../surface.ts';
import { Inbox } from './inbox.ts';

/** Octets that the kernel keeps for us while we are busy. */
const BUFFER = 1 << 20;

/** @throws the error of `bind`, for instance EADDRNOTAVAIL */
export async function openDatagramSocket(address: string): Promise<TesterSocket> {
  const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', recvBufferSize: BUFFER });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address, port: 0, exclusive: true }, () => {
      socket.off('error', reject);
      resolve();
    });
  });
  return new DatagramSocket(socket);
}

class DatagramSocket implements TesterSocket {
  readonly local: TransportAddress;
  readonly ended = false;
  readonly #socket: Socket;
  readonly #inbox = new Inbox();

  constructor(socket: Socket) {
    this.#socket = socket;
    const { address, port } = socket.address();
    this.local = { address, port };
    socket.on('message', (octets, { address: from, port: fromPort }) => {
      const now = microseconds();
      // It may have waited in the kernel, but not since before the tester last looked.
      this.#inbox.deliver({ octets, from: { address: from, port: fromPort }, at: { earliest: now, latest: now } });
    });
    // What an ICMP error says of an earlier datagram is nothing that a peer is owed.
    socket.on('error', () => {});
  }

  send(octets: Uint8Array, { address, port }: TransportAddress): Promise<Interval> {
    const earliest = microseconds();
    return new Promise((resolve, reject) => {
      this.#socket.send(octets, port, address, (cause) => {
        if (cause === null) resolve({ earliest, latest: microseconds() });
        else reject(new AssayError('ERR_TESTER', `cannot send to ${address}:${port}: ${cause.message}`, { cause }));
      });
    });
  }

  receive(within: number) {
    return this.#inbox.receive(within);
  }

  close(): void {
    if (this.#inbox.closed) return;
    this.#inbox.close();
    this.#socket.close();
  }
}
