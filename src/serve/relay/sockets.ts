/**
 * The sockets of a live relay node: UDP at each of its addresses, TCP at the first, and connections that it opens. What
 * cannot be sent is lost, as datagrams are.
 */
import type { Socket } from 'node:dgram';
import { connect, type Server, type Socket as Stream } from 'node:net';
import type { Datagram, Endpoint } from '../../reference/relay/index.ts';
import { datagramSocket, type Place, socketAndListener } from '../live-sockets.ts';
import { portRefused } from '../port-refused.ts';
import { FrameStream, framed } from './frame-stream.ts';

type Take = (datagram: Datagram) => void;

/** Octets that may wait in a connection whose other end does not read; more are dropped. */
const MOST_WAITING = 1 << 20;
const MOST_STREAMS = 4096;

export class Sockets {
  readonly endpoints: readonly Endpoint[];
  readonly #sockets: readonly Socket[];
  readonly #server: Server;
  readonly #streams = new Map<string, Stream>();
  readonly #take: Take;

  private constructor(sockets: readonly Socket[], server: Server, take: Take) {
    this.#sockets = sockets;
    this.#server = server;
    this.#take = take;
    this.endpoints = sockets.map((socket) => {
      const { address, port } = socket.address();
      return { address, port, transport: 'udp' };
    });
    sockets.forEach((socket, place) => {
      const to = this.endpoints[place]!;
      socket.on('message', (octets, { address, port }) => {
        take({ octets: Uint8Array.from(octets), from: { address, port, transport: 'udp' }, to });
      });
    });
    server.on('connection', (stream) => this.#adopt(stream));
  }

  /** @throws AssayError for an address that is not to be had */
  static async open(places: readonly Place[], take: Take): Promise<Sockets> {
    const opened: { close(): unknown }[] = [];
    let place = places[0]!;
    try {
      const { udp, tcp } = await socketAndListener(place);
      opened.push(udp, tcp);
      const sockets = [udp];
      for (place of places.slice(1)) {
        const socket = await datagramSocket(place);
        opened.push(socket);
        sockets.push(socket);
      }
      return new Sockets(sockets, tcp, take);
    } catch (cause) {
      for (const each of opened) each.close();
      throw portRefused('serve', place.address, place.port, cause);
    }
  }

  send({ octets, from, to }: Datagram): void {
    if (to.transport === 'udp') {
      const place = this.endpoints.findIndex(({ address, port }) => address === from.address && port === from.port);
      this.#sockets[Math.max(0, place)]!.send(octets, to.port, to.address, () => {});
      return;
    }
    const stream = this.#streams.get(`${to.address} ${to.port}`) ?? this.#dial(to);
    if (stream.writableLength < MOST_WAITING) stream.write(framed(octets));
  }

  async close(): Promise<void> {
    for (const stream of this.#streams.values()) stream.destroy();
    this.#server.close();
    await Promise.all(this.#sockets.map((socket) => new Promise<void>((done) => socket.close(done))));
  }

  #dial({ address, port }: Endpoint): Stream {
    const stream = connect({ host: address, port });
    this.#listen(stream, { address, port, transport: 'tcp' });
    return stream;
  }

  #adopt(stream: Stream): void {
    const { remoteAddress, remotePort } = stream;
    if (remoteAddress === undefined || remotePort === undefined || this.#streams.size >= MOST_STREAMS) stream.destroy();
    else this.#listen(stream, { address: remoteAddress, port: remotePort, transport: 'tcp' });
  }

  #listen(stream: Stream, from: Endpoint): void {
    const key = `${from.address} ${from.port}`;
    const frames = new FrameStream();
    this.#streams.set(key, stream);
    const to: Endpoint = { ...this.endpoints[0]!, transport: 'tcp' };
    stream.on('data', (octets) => {
      for (const frame of frames.take(octets as Uint8Array)) this.#take({ octets: frame, from, to });
    });
    stream.on('error', () => stream.destroy());
    stream.on('close', () => {
      if (this.#streams.get(key) === stream) this.#streams.delete(key);
    });
  }
}
