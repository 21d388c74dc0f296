/**
 * A TCP on an IPv4 host: its connections, listeners and timers, and what goes between them. Sans-I/O: segments, the time
 * and what users ask for go in; datagrams come out, and users are told. The same history has the same outcome.
 */
import {
  type Datagram,
  type HostState,
  isOwn,
  isUnicast,
  type ReportedProblem,
  type Transfer,
  type Transport,
} from '../ipv4/index.ts';
import { CHALLENGE_PERIOD, CHALLENGES, defaults, TCP, type TcpConfig } from './config.ts';
import type { Connection, Listener } from './connection.ts';
import type { TcpContext } from './context.ts';
import { DeadlineQueue } from './deadline-queue.ts';
import type { FourTuple } from './isn.ts';
import { meetProblem } from './problem.ts';
import { parseSegment } from './segment.ts';
import { segmentArrives } from './segment-arrives.ts';
import { expire, nextDeadline } from './timers.ts';

/** Of IP and TCP, without options. */
const HEADERS = 40;
const LEAST_MTU = 576;

export class Tcp implements Transport, TcpContext {
  readonly protocol = TCP;
  readonly config: TcpConfig;
  readonly listeners = new Map<number, Listener[]>();
  /** By our end, and by the far one. */
  readonly #connections = new Map<number, Map<number, Connection>>();
  #count = 0;
  readonly #deadlines = new DeadlineQueue<Connection>();
  #outputs: Transfer[] = [];
  #notices: (() => void)[] = [];
  #challenges = { since: -Infinity, count: 0 };
  #host: HostState | undefined;
  #now = 0;

  constructor(config: Partial<TcpConfig> = {}) {
    this.config = { ...defaults, ...config };
  }

  get now(): number {
    return this.#now;
  }

  get host(): HostState {
    if (this.#host === undefined) throw new TypeError('this TCP is on no host yet');
    return this.#host;
  }

  get wakeAt(): number | undefined {
    return this.#deadlines.first?.scheduledAt;
  }

  get connections(): number {
    return this.#count;
  }

  /** How many of them wait for a time to come. */
  get waiting(): number {
    return this.#deadlines.size;
  }

  receive(state: HostState, datagram: Datagram, now: number): readonly Transfer[] {
    return this.during(state, now, () => {
      const segment = parseSegment(datagram);
      if (segment !== undefined) segmentArrives(this, segment);
    });
  }

  problem(state: HostState, problem: ReportedProblem, now: number): readonly Transfer[] {
    return this.during(state, now, () => meetProblem(this, problem));
  }

  wake(state: HostState, now: number): readonly Transfer[] {
    return this.during(state, now, () => {
      for (;;) {
        const { first } = this.#deadlines;
        if (first === undefined || first.scheduledAt > now) return;
        expire(this, first);
        this.schedule(first);
      }
    });
  }

  /** Runs what a user asks for, or the host; what that makes it send. Users are told before it returns. */
  during(state: HostState, now: number, run: () => void): readonly Transfer[] {
    this.#host = state;
    this.#now = now;
    run();
    for (let notice = this.#notices.shift(); notice !== undefined; notice = this.#notices.shift()) notice();
    const outputs = this.#outputs;
    this.#outputs = [];
    return outputs;
  }

  emit(transfers: readonly Transfer[]): void {
    for (const transfer of transfers) this.#outputs.push(transfer);
  }

  tell(notice: () => void): void {
    this.#notices.push(notice);
  }

  find(tuple: FourTuple): Connection | undefined {
    return this.#connections.get(ownKeyOf(tuple))?.get(keyOf(tuple));
  }

  findListener(port: number, address: number): Listener | undefined {
    const listeners = this.listeners.get(port) ?? [];
    return (
      listeners.find((listener) => listener.address === address) ??
      listeners.find((listener) => listener.address === undefined)
    );
  }

  add(connection: Connection): void {
    const own = ownKeyOf(connection);
    const others = this.#connections.get(own) ?? new Map<number, Connection>();
    this.#connections.set(own, others.set(keyOf(connection), connection));
    this.#count += 1;
    connection.listener?.halfOpen.add(connection);
  }

  remove(connection: Connection): void {
    connection.state = 'CLOSED';
    connection.sent.clear();
    connection.listener?.halfOpen.delete(connection);
    this.#deadlines.delete(connection);
    if (this.find(connection) !== connection) return;
    const others = this.#connections.get(ownKeyOf(connection))!;
    others.delete(keyOf(connection));
    if (others.size === 0) this.#connections.delete(ownKeyOf(connection));
    this.#count -= 1;
  }

  schedule(connection: Connection): void {
    if (connection.state !== 'CLOSED') this.#deadlines.set(connection, Math.ceil(nextDeadline(connection)));
  }

  isOwnAddress(address: number): boolean {
    return isOwn(this.host, address);
  }

  /** Whether one host can be there, and not many or none. */
  isPeerAddress(address: number): boolean {
    return isUnicast(this.host, address);
  }

  mssTowards(address: number): number {
    const { interfaces, findRoute, pathMtu } = this.host;
    const hop = findRoute(address);
    const mtu = hop === undefined ? LEAST_MTU : interfaces[hop.interface]!.mtu;
    return Math.min(mtu, pathMtu.get(address, this.#now)) - HEADERS;
  }

  mayChallenge(): boolean {
    if (this.#now - this.#challenges.since >= CHALLENGE_PERIOD) this.#challenges = { since: this.#now, count: 0 };
    this.#challenges.count += 1;
    return this.#challenges.count <= CHALLENGES;
  }
}

/** Of the far end; a number of 48 bits, which costs less to look up than a text. */
function keyOf({ remoteAddress, remotePort }: FourTuple): number {
  return (remoteAddress >>> 0) * 0x10000 + remotePort;
}

function ownKeyOf({ localAddress, localPort }: FourTuple): number {
  return (localAddress >>> 0) * 0x10000 + localPort;
}
