/**
 * A client's way through a TURN server to a peer that sends everything back: set up by the reference's client, then used
 * with octets that were made before, so that only the way is measured.
 */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { stunMessage } from '../../../src/generated/turn/message.ts';
import {
  type ClientCall,
  type ClientEvent,
  type Datagram,
  type Endpoint,
  type TurnClient,
  turnClient,
} from '../../../src/reference/turn/index.ts';
import { nodeCrypto, plain } from '../../../src/serve/turn/node-crypto.ts';
import { Disagreement } from '../row.ts';

const LOOPBACK = '127.0.0.1';
const DATA = 'a5'.repeat(160);
/** Nothing gets lost on loopback unless something is wrong. */
const LONGEST_WAIT = 10_000;

export interface Way {
  /** So many times there and back, one after another. */
  trips(count: number): Promise<number>;
  close(): void;
}

export async function loopbackSocket(): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', lookup: (host, _options, done) => done(null, host, 4) });
  const listening = once(socket, 'listening');
  socket.bind(0, LOOPBACK);
  await listening;
  return socket;
}

/** A peer that sends everything back. */
export async function echoPeer(): Promise<{ readonly at: Endpoint; close(): void }> {
  const socket = await loopbackSocket();
  socket.on('message', (octets, { address, port }) => socket.send(octets, port, address));
  return { at: endpointOf(socket), close: () => socket.close() };
}

export async function directWay(peer: Endpoint): Promise<Way> {
  const socket = await loopbackSocket();
  return wayOver(socket, Buffer.from(DATA, 'hex'), peer);
}

/** Through the server at `server`: on a channel, or by Send and Data indications. */
export async function relayedWay(server: Endpoint, peer: Endpoint, by: 'channel' | 'indications'): Promise<Way> {
  const socket = await loopbackSocket();
  const setUp = new SetUp(socket, server);
  await setUp.ask({ call: 'allocate' }, 'allocated');
  if (by === 'indications') await setUp.ask({ call: 'permit', addresses: [peer.address] }, 'permitted');
  else await setUp.ask({ call: 'bind', peer }, 'bound');
  setUp.end();
  return wayOver(socket, by === 'channel' ? channelData() : sendIndication(peer), server);
}

function wayOver(socket: Socket, octets: Uint8Array, to: Endpoint): Way {
  const trip = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const lost = setTimeout(() => reject(new Disagreement('a datagram got lost on loopback')), LONGEST_WAIT);
      socket.once('message', (back) => {
        clearTimeout(lost);
        resolve(back.length);
      });
      socket.send(octets, to.port, to.address);
    });
  return {
    trips: async (count) => {
      let sum = 0;
      for (let done = 0; done < count; done += 1) sum += await trip();
      return sum;
    },
    close: () => socket.close(),
  };
}

/** The reference's client on a socket. */
class SetUp {
  readonly #client: TurnClient;
  readonly #socket: Socket;
  readonly #events: ClientEvent[] = [];
  #heard: (() => void) | undefined;

  constructor(socket: Socket, server: Endpoint) {
    const user = { name: 'user', password: 'pass' };
    const common = { server, user, transport: 'udp', families: [1], software: 'bench' } as const;
    this.#client = turnClient({ ...common, locals: [endpointOf(socket)] }, nodeCrypto());
    this.#socket = socket;
    socket.on('message', (octets, { address, port }) => {
      this.#step({ octets: plain(octets), from: { address, port }, to: endpointOf(socket), transport: 'udp' });
    });
  }

  async ask(call: ClientCall, event: ClientEvent['event']): Promise<void> {
    this.#step(call);
    while (this.#events.length === 0) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
    const [first] = this.#events.splice(0);
    if (first?.event !== event) throw new Disagreement(`the server does not do as it should: ${JSON.stringify(first)}`);
  }

  end(): void {
    this.#socket.removeAllListeners('message');
  }

  #step(input: Datagram | ClientCall): void {
    const { outputs } = this.#client.step(Math.floor(performance.now() * 1000), [input]);
    for (const output of outputs) {
      if ('event' in output) this.#events.push(output);
      else this.#socket.send(output.octets, output.to.port, output.to.address);
    }
    if (this.#events.length > 0) this.#heard?.();
  }
}

function channelData(): Uint8Array {
  const data = Buffer.from(DATA, 'hex');
  return Buffer.concat([Uint8Array.of(0x40, 0, 0, data.length), data]);
}

function sendIndication({ address, port }: Endpoint): Uint8Array {
  return stunMessage.encode({
    type: 0x0016,
    transactionId: '0102030405060708090a0b0c',
    attributes: [
      { type: 0x12, length: 8, reserved: 0, family: 1, port, address },
      { type: 0x13, length: DATA.length / 2, data: DATA },
    ],
  });
}

function endpointOf(socket: Socket): Endpoint {
  const { address, port } = socket.address();
  return { address, port };
}
