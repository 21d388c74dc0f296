/** A transport address that a TURN server relays, as if it were a socket: by the reference's client, over UDP. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import {
  type ClientCall,
  type ClientEvent,
  type Datagram,
  type Endpoint,
  type TurnClient,
  turnClient,
} from '../../src/reference/turn/index.ts';
import { nodeCrypto } from '../../src/serve/turn/node-crypto.ts';

type Take = (octets: Uint8Array, from: Endpoint) => void;

export class RelayedSocket {
  /** Where it is reached. */
  relayed: Endpoint | undefined;
  readonly #client: TurnClient;
  readonly #socket: Socket;
  readonly #local: Endpoint;
  readonly #take: Take;
  /** What waits until its peer is let in. */
  readonly #waiting: { readonly octets: Uint8Array; readonly to: Endpoint }[] = [];
  readonly #permitted = new Set<string>();
  readonly #asked = new Set<string>();
  #heard: (event: ClientEvent) => void = () => {};
  #timer: NodeJS.Timeout | undefined;

  private constructor(socket: Socket, server: Endpoint, take: Take) {
    this.#socket = socket;
    this.#local = { address: socket.address().address, port: socket.address().port };
    this.#take = take;
    const user = { name: 'user', password: 'pass' };
    const common = { server, user, transport: 'udp', families: [1], software: 'test' } as const;
    this.#client = turnClient({ ...common, locals: [this.#local] }, nodeCrypto());
    socket.on('message', (octets, { address, port }) => {
      this.#step({ octets: Uint8Array.from(octets), from: { address, port }, to: this.#local, transport: 'udp' });
    });
  }

  /** `at`: its own address. @throws Error when the server relays nothing for it */
  static async open(server: Endpoint, at: string, take: Take): Promise<RelayedSocket> {
    const socket = createSocket('udp4');
    socket.bind(0, at);
    await once(socket, 'listening');
    const made = new RelayedSocket(socket, server, take);
    const first = await new Promise<ClientEvent>((resolve) => {
      made.#heard = resolve;
      made.#step({ call: 'allocate' });
    });
    if (first.event !== 'allocated') throw new Error(`nothing is relayed: ${JSON.stringify(first)}`);
    made.relayed = first.relayed[0];
    made.#heard = (event) => made.#hear(event);
    return made;
  }

  send(octets: Uint8Array, to: Endpoint): void {
    if (this.#permitted.has(to.address)) {
      this.#step({ call: 'send', peer: to, octets });
      return;
    }
    this.#waiting.push({ octets, to });
    if (this.#asked.has(to.address)) return;
    this.#asked.add(to.address);
    this.#step({ call: 'permit', addresses: [to.address] });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#socket.close();
  }

  #hear(event: ClientEvent): void {
    if (event.event === 'data') this.#take(event.octets, event.from);
    if (event.event !== 'permitted') return;
    for (const address of event.addresses) this.#permitted.add(address);
    for (const { octets, to } of this.#waiting.splice(0)) this.send(octets, to);
  }

  #step(input?: Datagram | ClientCall): void {
    clearTimeout(this.#timer);
    const now = Math.floor(performance.now() * 1000);
    const { outputs, wakeAt } = this.#client.step(now, input === undefined ? [] : [input]);
    if (wakeAt !== undefined) this.#timer = setTimeout(() => this.#step(), Math.max(1, (wakeAt - now) / 1000));
    for (const output of outputs) {
      if ('event' in output) this.#heard(output);
      else this.#socket.send(output.octets, output.to.port, output.to.address);
    }
  }
}
