/** The reference's user agent and origin, each on a TCP of its own, at the ends of a network that loses, repeats and reorders. */
import { expect, test } from 'vitest';
import { delay, duplication, loss, Network, reordering } from '../../src/net/index.ts';
import type { AgentInput, AgentOutput, Result, UserRequest } from '../../src/reference/http/client/agent-events.ts';
import { UserAgent } from '../../src/reference/http/client/user-agent.ts';
import { host } from '../../src/reference/ipv4/index.ts';
import { type Connection, close, open, receive, send } from '../../src/reference/tcp/index.ts';
import { above } from '../../src/serve/transports.ts';
import { A, B, openEnd } from './tcp-ends.ts';

const SECOND = 1_000_000;
const FIRST_PORT = 20_000;
const config = (address: number) => ({
  seed: address,
  role: 'host' as const,
  interfaces: [{ address, prefix: 24, mtu: 1500 }],
  routes: [],
});

/** Carries the agent's connections on a TCP. */
class Browser {
  readonly end = openEnd(A);
  readonly results = new Map<number, Result>();
  readonly #agent = new UserAgent();
  readonly #connections = new Map<number, Connection>();
  /** What TCP has not taken yet. */
  readonly #unsent = new Map<number, Uint8Array[]>();

  step(...inputs: AgentInput[]): void {
    const { outputs } = this.#agent.step(Math.floor(this.end.tcp.now / 1000), inputs);
    for (const output of outputs) this.#do(output);
  }

  #do(output: AgentOutput): void {
    if ('request' in output) this.results.set(output.request, output.result);
    else if ('open' in output) this.#open(output.connection, output.open.port);
    else if ('octets' in output) {
      this.#unsent.get(output.connection)?.push(output.octets);
      this.#send(output.connection);
    } else {
      const connection = this.#connections.get(output.connection);
      if (connection !== undefined) close(this.end.tcp, connection);
    }
  }

  #open(number: number, port: number): void {
    const tuple = { localAddress: A, localPort: FIRST_PORT + number, remoteAddress: B, remotePort: port };
    this.#unsent.set(number, []);
    const connection = open(this.end.tcp, tuple, {
      opened: () => this.step({ connection: number, happened: 'opened' }),
      readable: (from) => this.#receive(number, from),
      writable: () => this.#send(number),
      ended: () => this.step({ connection: number, happened: 'ended' }),
    });
    this.#connections.set(number, connection!);
  }

  #receive(connection: number, from: Connection): void {
    for (;;) {
      const octets = receive(this.end.tcp, from, 4096);
      if (octets === undefined) this.step({ connection, happened: 'ended' });
      if (octets === undefined || octets.length === 0) return;
      this.step({ connection, octets });
    }
  }

  #send(number: number): void {
    const connection = this.#connections.get(number);
    const unsent = this.#unsent.get(number) ?? [];
    while (connection !== undefined && unsent.length > 0) {
      const taken = send(this.end.tcp, connection, unsent[0]!);
      if (taken <= 0) return;
      if (taken === unsent[0]!.length) unsent.shift();
      else unsent[0] = unsent[0]!.subarray(taken);
    }
  }
}

const content = Uint8Array.from({ length: 60_000 }, (_, at) => (at * 7) % 251);
const url = (path: string): string => `http://10.0.0.2${path}`;
const REQUESTS: readonly UserRequest[] = [
  { request: 1, method: 'GET', url: url('/hello.txt') },
  { request: 2, method: 'GET', url: url('/generated.txt') },
  { request: 3, method: 'POST', url: url('/echo'), content, chunked: true },
  { request: 4, method: 'POST', url: url('/echo'), content, expects: true },
  { request: 5, method: 'HEAD', url: url('/') },
  { request: 6, method: 'GET', url: url('/octets.bin'), fields: [{ name: 'Range', value: 'bytes=250-' }] },
];

test.each([
  ['clean', []],
  ['lossy', [loss(0.1), delay(2_000)]],
  ['of every fault', [loss(0.05), duplication(0.05), delay(1_000), reordering(0.1, 5_000)]],
] as const)('over a network that is %s every response comes whole', (_, impairments) => {
  for (const seed of [1, 2, 3]) {
    const browser = new Browser();
    const nodes = { a: browser.end.host, b: host(config(B), above(seed).transports) };
    const ends = [
      { node: 'a', interface: 0 },
      { node: 'b', interface: 0 },
    ] as const;
    const links = [{ ends, there: impairments }];
    const network = new Network({ seed, nodes, links, record: () => undefined });
    const { tcp } = browser.end;
    network.take(
      'a',
      browser.end.host.step(0, [(state, now) => tcp.during(state, now, () => browser.step(...REQUESTS))]),
    );
    network.run({ until: 600 * SECOND });
    const told = REQUESTS.map(({ request }) => {
      const result = browser.results.get(request);
      return result?.ok ? `${result.answer.status} ${result.answer.content.length}` : `${request} ${result?.why}`;
    });
    expect(told, `seed ${seed}`).toEqual(['200 15', '200 359', '200 60000', '200 60000', '200 0', '206 6']);
    for (const request of [3, 4]) {
      const result = browser.results.get(request)!;
      expect(result.ok && Buffer.from(result.answer.content).equals(content)).toBe(true);
    }
  }
});
