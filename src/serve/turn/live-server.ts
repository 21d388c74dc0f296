/**
 * The reference TURN server on sockets: UDP and TCP where it serves, a UDP socket for each relayed address. Time is the
 * machine's; everything else is decided by the server without I/O.
 */
import type { Socket as UdpSocket } from 'node:dgram';
import type { Server, Socket } from 'node:net';
import { fromHex } from '../../contract/hex.ts';
import {
  type Datagram,
  type Endpoint,
  FrameReader,
  type ServerInput,
  type ServerStep,
  type TurnServer,
} from '../../reference/turn/index.ts';
import { ipOf, parseIp } from '../../wire/runtime/ip.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { datagramSocket, socketAndListener } from '../live-sockets.ts';
import { plain } from './node-crypto.ts';

/** Octets that may wait for a client who does not read; what is more is dropped, as a full queue would. */
const MOST_WAITING = 1 << 20;
/** Connections at one time. */
const MOST_CONNECTIONS = 1000;
/** setTimeout takes no more milliseconds. */
const LONGEST_WAIT = 0x7fff_ffff;

type Output = ServerStep['outputs'][number];

export class LiveServer {
  readonly #server: TurnServer;
  readonly #served: Endpoint;
  readonly #udp: UdpSocket;
  readonly #tcp: Server;
  readonly #connections = new Map<string, Socket>();
  readonly #relays = new Map<string, UdpSocket>();
  #timer: NodeJS.Timeout | undefined;
  #wakesAt: number | undefined;

  private constructor(server: TurnServer, served: Endpoint, udp: UdpSocket, tcp: Server) {
    this.#server = server;
    this.#served = served;
    this.#udp = udp;
    this.#tcp = tcp;
    udp.on('message', (octets, from) => this.#receive(plain(octets), from, served));
    tcp.on('connection', (connection) => this.#accept(connection));
  }

  /** @throws the error of the socket that cannot be had, for instance EADDRINUSE */
  static async open(make: (served: Endpoint) => TurnServer, place: Endpoint): Promise<LiveServer> {
    const { udp, tcp } = await socketAndListener(place);
    tcp.maxConnections = MOST_CONNECTIONS;
    const served = { address: place.address, port: udp.address().port };
    return new LiveServer(make(served), served, udp, tcp);
  }

  get served(): Endpoint {
    return this.#served;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#udp.close();
    this.#tcp.close();
    for (const connection of this.#connections.values()) connection.destroy();
    for (const relay of this.#relays.values()) relay.close();
    this.#relays.clear();
  }

  #receive(octets: Uint8Array, from: Endpoint, to: Endpoint): void {
    this.#step([{ octets, from: endpointOf(from.address, from.port), to, transport: 'udp' }]);
  }

  #accept(connection: Socket): void {
    const { remoteAddress = '0.0.0.0', remotePort = 0 } = connection;
    const from = endpointOf(remoteAddress, remotePort);
    const frames = new FrameReader();
    this.#connections.set(keyOf(from), connection);
    connection.on('data', (octets) => {
      for (const frame of frames.read(plain(octets))) {
        this.#step([{ octets: frame, from, to: this.#served, transport: 'tcp' }]);
      }
      if (frames.broken) connection.destroy();
    });
    connection.on('error', () => connection.destroy());
    connection.on('close', () => {
      this.#connections.delete(keyOf(from));
      this.#step([{ lost: from }]);
    });
  }

  #step(inputs: readonly ServerInput[]): void {
    const { outputs, wakeAt } = this.#server.step(microseconds(), inputs);
    if (outputs.some((output) => 'event' in output)) void this.#carryOut(outputs);
    else for (const output of outputs) this.#send(output as Datagram);
    this.#wakeAt(wakeAt);
  }

  /** In order: who is told of a relayed address can be reached there. */
  async #carryOut(outputs: readonly Output[]): Promise<void> {
    for (const output of outputs) {
      if (!('event' in output)) this.#send(output);
      else if (output.event === 'closed') this.#stopRelaying(output.endpoint);
      // Somebody else has the port: nobody is told of it, and who asks again gets another.
      else if (!(await this.#relayAt(output.endpoint))) return this.#step([{ lost: output.endpoint }]);
    }
  }

  async #relayAt(endpoint: Endpoint): Promise<boolean> {
    try {
      const socket = await datagramSocket(endpoint);
      socket.on('message', (octets, from) => this.#receive(plain(octets), from, endpoint));
      this.#relays.set(keyOf(endpoint), socket);
      return true;
    } catch {
      return false;
    }
  }

  #stopRelaying(endpoint: Endpoint): void {
    const key = keyOf(endpoint);
    this.#relays.get(key)?.close();
    this.#relays.delete(key);
  }

  #send({ octets, from, to, transport }: Datagram): void {
    if (transport === 'tcp') {
      const connection = this.#connections.get(keyOf(to));
      if (connection && connection.writableLength < MOST_WAITING) connection.write(octets);
      return;
    }
    const socket = from === this.#served ? this.#udp : this.#relays.get(keyOf(from));
    // What cannot be sent is lost, as on the way.
    socket?.send(octets, to.port, to.address, () => {});
  }

  #wake(): void {
    this.#wakesAt = undefined;
    this.#step([]);
  }

  #wakeAt(instant: number | undefined): void {
    // Most steps leave it as it is.
    if (instant === this.#wakesAt) return;
    this.#wakesAt = instant;
    clearTimeout(this.#timer);
    if (instant === undefined) return;
    const delay = Math.max(0, (instant - microseconds()) / 1000);
    this.#timer = setTimeout(() => this.#wake(), Math.min(Math.ceil(delay), LONGEST_WAIT));
  }
}

/** In the spelling that the server knows addresses by; without a zone, which no message can carry. */
function endpointOf(address: string, port: number): Endpoint {
  if (!address.includes(':')) return { address, port };
  const octets = fromHex(parseIp(address.replace(/%.*/, '')) ?? '0'.repeat(32));
  return { address: ipOf(viewOf(octets), 0, octets.length), port };
}

function keyOf({ address, port }: Endpoint): string {
  return `${address} ${port}`;
}

function microseconds(): number {
  return Math.floor(performance.now() * 1000);
}
