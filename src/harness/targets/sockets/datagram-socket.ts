/** A UDP socket of the tester's, on a port of its own. */
import { createSocket, type Socket } from 'node:dgram';
import { AssayError } from '../../../contract/assay-error.ts';
import { type Interval, microseconds } from '../../interval.ts';
import type { TesterSocket, TransportAddress } from '../../surface.ts';
import { Inbox } from './inbox.ts';

/** Octets that the kernel keeps for us while we are busy. */
const BUFFER = 1 << 20;

/**
 * Ports that were used of late, the oldest first, by address: a server may remember for a while who it has met there, and
 * the kernel draws ports at random. Less than half of those that it draws from.
 */
const used = new Set<string>();
const MOST_USED = 12_000;
const MOST_DRAWN = 1000;

/** @throws the error of `bind`, for instance EADDRNOTAVAIL */
export async function openDatagramSocket(address: string): Promise<TesterSocket> {
  for (let drawn = 0; ; drawn += 1) {
    const socket = await bound(address);
    const place = `${address} ${socket.address().port}`;
    if (used.has(place) && drawn < MOST_DRAWN) {
      socket.close();
      continue;
    }
    used.add(place);
    const [oldest] = used;
    if (used.size > MOST_USED && oldest !== undefined) used.delete(oldest);
    return new DatagramSocket(socket);
  }
}

async function bound(address: string): Promise<Socket> {
  const socket = createSocket({ type: address.includes(':') ? 'udp6' : 'udp4', recvBufferSize: BUFFER });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address, port: 0, exclusive: true }, () => {
      socket.off('error', reject);
      resolve();
    });
  });
  return socket;
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
