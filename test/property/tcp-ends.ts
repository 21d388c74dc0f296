/** Two hosts with a TCP each, and users that send a stream each way and keep what they receive. */
import type { Impairment } from '../../src/net/impairment.ts';
import { Network } from '../../src/net/index.ts';
import { keyedRandom } from '../../src/net/random.ts';
import { type Host, host } from '../../src/reference/ipv4/index.ts';
import {
  type Application,
  type Connection,
  listen,
  open,
  receive,
  send,
  shutdown,
  Tcp,
  type TcpConfig,
} from '../../src/reference/tcp/index.ts';
import { parseDotted } from '../../src/wire/runtime/address.ts';

export const A = parseDotted('10.0.0.1')!;
export const B = parseDotted('10.0.0.2')!;
const PORT = 7;
const FIRST_PORT = 10_000;

export interface End {
  readonly tcp: Tcp;
  readonly host: Host;
}

export function openEnd(address: number, config: Partial<TcpConfig> = {}): End {
  const tcp = new Tcp(config);
  const interfaces = [{ address, prefix: 24, mtu: 1500 }];
  return { tcp, host: host({ seed: address, role: 'host', interfaces, routes: [] }, [tcp]) };
}

/** One user's side of a connection: what it sends, all of it, and what it has received. */
export class Stream {
  readonly toSend: Uint8Array;
  received = 0;
  /** Whether what came is just what the other sends, as far as it came. */
  isPrefix = true;
  hasEnd = false;
  ended: string | undefined;
  readonly #expected: Uint8Array;
  readonly #tcp: Tcp;
  #sent = 0;

  constructor(tcp: Tcp, toSend: Uint8Array, expected: Uint8Array) {
    this.#tcp = tcp;
    this.toSend = toSend;
    this.#expected = expected;
  }

  get isWhole(): boolean {
    return this.isPrefix && this.hasEnd && this.received === this.#expected.length;
  }

  get application(): Application {
    return {
      opened: (connection) => this.#write(connection),
      writable: (connection) => this.#write(connection),
      readable: (connection) => this.#read(connection),
      ended: (_, how) => {
        this.ended = how;
      },
    };
  }

  #write(connection: Connection): void {
    if (this.#sent === this.toSend.length && this.#sent > 0) return;
    this.#sent += Math.max(0, send(this.#tcp, connection, this.toSend.subarray(this.#sent)));
    if (this.#sent === this.toSend.length) shutdown(this.#tcp, connection);
  }

  #read(connection: Connection): void {
    for (;;) {
      const octets = receive(this.#tcp, connection, 4096);
      if (octets === undefined) this.hasEnd = true;
      if (octets === undefined || octets.length === 0) return;
      for (const octet of octets) {
        if (octet !== this.#expected[this.received]) this.isPrefix = false;
        this.received += 1;
      }
    }
  }
}

export interface Pair {
  readonly a: Stream;
  readonly b: Stream;
}

/** `count` connections from a to b, each with streams of its own of these lengths. */
export function conversation(
  seed: number,
  impairments: readonly Impairment[],
  lengths: readonly [number, number],
  count = 1,
  config: Partial<TcpConfig> = {},
) {
  const [left, right] = [openEnd(A, { secret: seed, ...config }), openEnd(B, { secret: ~seed, ...config })];
  const ends = [
    { node: 'a', interface: 0 },
    { node: 'b', interface: 0 },
  ] as const;
  const network = new Network({
    seed,
    nodes: { a: left.host, b: right.host },
    links: [{ ends, there: impairments }],
    record: () => undefined,
  });
  const pairs: Pair[] = Array.from({ length: count }, (_, index) => {
    const there = keyedRandom(seed, index, 0).octets(lengths[0]);
    const back = keyedRandom(seed, index, 1).octets(lengths[1]);
    return { a: new Stream(left.tcp, there, back), b: new Stream(right.tcp, back, there) };
  });
  serve(right, pairs);
  const { outputs, wakeAt } = left.host.step(0, [
    (state, now) =>
      left.tcp.during(state, now, () => {
        pairs.forEach(({ a }, index) => {
          const tuple = { localAddress: A, localPort: FIRST_PORT + index, remoteAddress: B, remotePort: PORT };
          open(left.tcp, tuple, a.application);
        });
      }),
  ]);
  network.take('a', { outputs, wakeAt });
  return { network, pairs, left, right };
}

/** Each connection that comes is told from others by its port, once it is open. */
function serve({ tcp, host: own }: End, pairs: readonly Pair[]): void {
  const of = ({ remotePort }: Connection): Application => pairs[remotePort - FIRST_PORT]!.b.application;
  const dispatcher = (): Application => ({
    opened: (connection) => of(connection).opened?.(connection),
    writable: (connection) => of(connection).writable?.(connection),
    readable: (connection) => of(connection).readable?.(connection),
    ended: (connection, how) => of(connection).ended?.(connection, how),
  });
  own.step(0, [
    (state, now) =>
      tcp.during(state, now, () => {
        listen(tcp, PORT, dispatcher);
      }),
  ]);
}
