/**
 * The sockets of a live relay node: UDP at each of its addresses, TCP at the first, and connections that it opens. What
 * cannot be sent is lost, as datagrams are.
 */
import { createSocket, type Socket } from 'node:dgram';
import type { LookupOneOptions } from 'node:dns';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket as Stream } from 'node:net';
import { AssayError } from '../../contract/assay-error.ts';
import type { Datagram, Endpoint } from '../../reference/relay/index.ts';
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
    this.endpoints = sockets.map((socket) => ({ ...addressOf(socket), transport: 'udp' }));
    sockets.forEach((socket, place) => {
      const to = this.endpoints[place]!;
      socket.on('message', (octets, { address, port }) => {
        take({ octets: Uint8Array.from(octets), from: { address, port, transport: 'udp' }, to });
      });
      // ICMP told of a closed port: the datagram is lost, and the node will find out.
      socket.on('error', () => {});
    });
    server.on('connection', (stream) => this.#adopt(stream));
  }

  /** @throws AssayError for an address that is not to be had */
  static async open(
    places: readonly { readonly address: string; readonly port: number }[],
    take: Take,
  ): Promise<Sockets> {
    const sockets: Socket[] = [];
    const server = createServer();
    try {
      for (const { address, port } of places) {
        const socket = createSocket({ type: 'udp4', lookup: asItIs });
        sockets.push(socket);
        // It may listen before `bind` returns.
        const listening = once(socket, 'listening');
        socket.bind(port, address);
        await listening;
      }
      server.listen({ ...addressOf(sockets[0]!), host: places[0]!.address });
      await once(server, 'listening');
    } catch (cause) {
      for (const socket of sockets) socket.close();
      const where = places.map(({ address, port }) => `${address}:${port}`).join(', ');
      throw new AssayError('ERR_TARGET_UNAVAILABLE', `serve: cannot listen at ${where}: ${(cause as Error).message}`, {
        cause,
      });
    }
    return new Sockets(sockets, server, take);
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

/** Nodes know addresses, not names: without this each send asks the resolver, and waits a turn for it. */
function asItIs(
  address: string,
  _: LookupOneOptions,
  done: (cause: null, address: string, family: number) => void,
): void {
  done(null, address, 4);
}

function addressOf(socket: Socket): { readonly address: string; readonly port: number } {
  const { address, port } = socket.address();
  return { address, port };
}
