/** A relay node of the reference whose datagrams all go through a TURN server: the address that is relayed is its own. */
import { randomBytes, randomInt } from 'node:crypto';
import {
  type Call,
  type Datagram,
  type NodeConfig,
  openNode,
  type RelayNode,
} from '../../src/reference/relay/index.ts';
import type { Endpoint } from '../../src/reference/turn/index.ts';
import { nodeCrypto } from '../../src/serve/relay/node-crypto.ts';
import { RelayedSocket } from './relayed-socket.ts';

type Told = Readonly<Record<string, unknown>> & { readonly event: string };

export class RelayedNode {
  readonly #node: RelayNode;
  readonly #socket: RelayedSocket;
  readonly #told: Told[] = [];
  #looking: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #refs = 0;

  private constructor(node: RelayNode, socket: RelayedSocket) {
    this.#node = node;
    this.#socket = socket;
  }

  static async open(
    server: Endpoint,
    at: string,
    config: Pick<NodeConfig, 'name' | 'password' | 'directory'>,
  ): Promise<RelayedNode> {
    let take = (_: Datagram): void => {};
    const socket = await RelayedSocket.open(server, at, (octets, from) => {
      take({ octets, from: { ...from, transport: 'udp' }, to: own });
    });
    const own = { ...socket.relayed!, transport: 'udp' } as const;
    const chance = {
      octets: (length: number) => Uint8Array.from(randomBytes(length)),
      below: (most: number) => randomInt(most),
    };
    const node = openNode({ ...config, role: 'node', crypto: nodeCrypto, chance, endpoints: [own], isWilling: false });
    const made = new RelayedNode(node, socket);
    take = (datagram) => made.#step([datagram]);
    made.#step([]);
    return made;
  }

  call(call: string, words: Readonly<Record<string, unknown>>): void {
    this.#refs += 1;
    this.#step([{ ...words, call, ref: this.#refs }]);
  }

  /** The first event that has these members, now or later. */
  async told(members: Readonly<Record<string, unknown>>): Promise<Told> {
    for (;;) {
      const found = this.#told.find((event) => Object.entries(members).every(([name, value]) => event[name] === value));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#looking = resolve;
      });
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#socket.close();
  }

  #step(inputs: readonly (Datagram | Call)[]): void {
    clearTimeout(this.#timer);
    const now = Math.floor((performance.timeOrigin + performance.now()) * 1000);
    const { outputs, wakeAt } = this.#node.step(now, inputs);
    if (wakeAt !== undefined) this.#timer = setTimeout(() => this.#step([]), Math.max(1, (wakeAt - now) / 1000));
    for (const output of outputs) {
      if ('octets' in output) {
        const { octets, to } = output as Datagram;
        if (to.transport === 'udp') this.#socket.send(octets, to);
      } else if ('event' in output) this.#told.push(output as Told);
    }
    this.#looking?.();
  }
}
