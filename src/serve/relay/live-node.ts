/** A relay node in real time: its steps are made when a datagram comes, when its user asks, and when it wants to be woken. */
import { randomBytes, randomInt } from 'node:crypto';
import {
  type Call,
  type Datagram,
  type Endpoint,
  type NodeConfig,
  type Output,
  openNode,
} from '../../reference/relay/index.ts';
import { nodeCrypto } from './node-crypto.ts';
import { Sockets } from './sockets.ts';

/** setTimeout takes no more. */
const LONGEST_WAIT = 2 ** 31 - 1;

export type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };
export type Told = Readonly<Record<string, unknown>> & { readonly event: string };

type LiveConfig = Omit<NodeConfig, 'crypto' | 'chance' | 'endpoints'>;

export class LiveNode {
  readonly key: string;
  readonly endpoint: Endpoint;
  readonly #step: (inputs: readonly (Datagram | Call)[]) => void;
  readonly #results = new Map<number, (result: Result) => void>();
  readonly #sockets: Sockets;
  #refs = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(sockets: Sockets, config: LiveConfig, tell: (event: Told) => void) {
    const chance = { octets: (length: number) => Uint8Array.from(randomBytes(length)), below: below };
    const node = openNode({ ...config, crypto: nodeCrypto, chance, endpoints: sockets.endpoints });
    this.key = node.key;
    this.endpoint = sockets.endpoints[0]!;
    this.#sockets = sockets;
    this.#step = (inputs) => {
      clearTimeout(this.#timer);
      const { outputs, wakeAt } = node.step(now(), inputs);
      for (const output of outputs) this.#put(output, tell);
      if (wakeAt === undefined) return;
      const wait = Math.min(LONGEST_WAIT, Math.max(0, (wakeAt - now()) / 1000));
      this.#timer = setTimeout(() => this.#step([]), wait);
    };
  }

  /** `places`: where it is met, and a second one for probes if there is one. `tell`: what its user is told unasked. */
  static async open(
    places: readonly { readonly address: string; readonly port: number }[],
    config: LiveConfig,
    tell: (event: Told) => void,
  ): Promise<LiveNode> {
    const early: Datagram[] = [];
    let take = (datagram: Datagram): void => void early.push(datagram);
    const sockets = await Sockets.open(places, (datagram) => take(datagram));
    const node = new LiveNode(sockets, config, tell);
    take = (datagram) => node.#step([datagram]);
    node.#step(early);
    return node;
  }

  call(call: string, words: Readonly<Record<string, unknown>> = {}): Promise<Result> {
    this.#refs += 1;
    const ref = this.#refs;
    return new Promise((resolve) => {
      this.#results.set(ref, resolve);
      this.#step([{ ...words, call, ref }]);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sockets.close();
  }

  #put(output: Output, tell: (event: Told) => void): void {
    if ('octets' in output) this.#sockets.send(output as Datagram);
    else if ('event' in output) tell(output as Told);
    else {
      const { ref, result } = output as { readonly ref: number; readonly result: Result };
      this.#results.get(ref)?.(result);
      this.#results.delete(ref);
    }
  }
}

function below(most: number): number {
  return randomInt(most);
}

/** Microseconds since 1970, which never go back while this process lives. */
function now(): number {
  return Math.floor((performance.timeOrigin + performance.now()) * 1000);
}
