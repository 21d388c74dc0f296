/** Where the tester serves: sockets for datagrams, and listeners, on free ports of 127.0.0.1. What comes is told to whoever asks. */

import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type Interval, microseconds } from '../../interval.ts';
import type { TransportAddress } from '../../surface.ts';

const HOST = '127.0.0.1';
/** Octets that the kernel keeps for us while we are busy. */
const BUFFER = 1 << 20;

/** @param octets of one datagram, or some of a stream */
export type Came = (from: TransportAddress, octets: Uint8Array) => void;

export interface Place {
  readonly address: TransportAddress;
  send(octets: Uint8Array, to: TransportAddress): Promise<Interval>;
  close(): void;
}

export async function datagramPlace(came: Came): Promise<Place> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: BUFFER });
  socket.on('message', (octets, { address, port }) => came({ address, port }, plain(octets)));
  socket.bind({ address: HOST, port: 0, exclusive: true });
  await once(socket, 'listening');
  // What an ICMP error says of an earlier datagram is nothing to us: its program has ended.
  socket.on('error', () => {});
  const { address, port } = socket.address();
  return {
    address: { address, port },
    send: (octets, to) => sendDatagram(socket, octets, to),
    close: () => socket.close(),
  };
}

function sendDatagram(
  socket: DatagramSocket,
  octets: Uint8Array,
  { address, port }: TransportAddress,
): Promise<Interval> {
  const earliest = microseconds();
  return new Promise((resolve) => {
    // Nobody may be there any more, which is none of our faults.
    socket.send(octets, port, address, () => resolve({ earliest, latest: microseconds() }));
  });
}

export async function streamPlace(came: Came): Promise<Place> {
  const sockets = new Map<number, Socket>();
  const server: Server = createServer({ noDelay: true }, (socket) => {
    const from = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    sockets.set(from.port, socket);
    socket.on('data', (octets) => came(from, plain(octets)));
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(from.port));
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: { address: HOST, port },
    send: (octets, to) => sendOn(sockets.get(to.port), octets),
    close: () => {
      for (const socket of sockets.values()) socket.destroy();
      server.close();
    },
  };
}

/** On a connection that has ended it is lost. */
function sendOn(socket: Socket | undefined, octets: Uint8Array): Promise<Interval> {
  const earliest = microseconds();
  return new Promise((resolve) => {
    const written = (): void => resolve({ earliest, latest: microseconds() });
    if (socket?.writable) socket.write(octets, written);
    else written();
  });
}

/** A Buffer as what it is underneath: its own `slice` would not copy. */
function plain(octets: Buffer): Uint8Array {
  return new Uint8Array(octets.buffer, octets.byteOffset, octets.byteLength);
}
