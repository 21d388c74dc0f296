/**
 * The reference on a host at 10.0.0.1, and a peer at 10.0.0.9 that sends just what it is told. Numbers count from the
 * initial ones of their sender, so that a SYN is 0; times are milliseconds. What the host sends stands as a line:
 * `PSH,ACK 1:4 ack 6` are three octets from 1 on; `+200` before it: 200 ms after the clock began to go on.
 */

import { ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { tcpSegment } from '../../../../src/generated/tcp/segment.ts';
import type { TcpSegment } from '../../../../src/generated/tcp/segment.types.ts';
import { host } from '../../../../src/reference/ipv4/index.ts';
import {
  type Application,
  abort,
  type Connection,
  close,
  type Listener,
  listen,
  open,
  receive,
  send,
  shutdown,
  Tcp,
  type TcpConfig,
  unlisten,
} from '../../../../src/reference/tcp/index.ts';
import { dottedOf, parseDotted } from '../../../../src/wire/runtime/address.ts';
import { datagram, HOST, TESTER } from '../ipv4/bench.ts';

export const HERE = parseDotted(HOST)!;
export const THERE = parseDotted(TESTER)!;
const PORT = 7;
const PEER_PORT = 40_000;
const PEER_ISS = 0xfffffff0;
const FLAGS = ['urg', 'psh', 'rst', 'syn', 'fin', 'ack'] as const;

export type Fields = Partial<Omit<TcpSegment, 'data'>> & { readonly data?: string; readonly port?: number };
export type Options = TcpSegment['options'];

export const mss = (octets: number) => ({ kind: 2 as const, length: 4 as const, mss: octets });
export const windowScale = (shift: number) => ({ kind: 3 as const, length: 3 as const, shift });
export const sackPermitted = { kind: 4 as const, length: 2 as const };
export const timestamps = (value: number, echo = 0) => ({ kind: 8 as const, length: 10 as const, value, echo });

export class Bench {
  readonly tcp: Tcp;
  readonly told: string[] = [];
  /** The segments that the host sent in answer to the last thing that happened. */
  last: TcpSegment[] = [];
  #connections: Connection[] = [];
  #listener: Listener | undefined;
  #now = 0;
  #iss: number | undefined;
  readonly #host;

  constructor(config: Partial<TcpConfig> = {}, mtu = 1500, tcp = new Tcp(config)) {
    this.tcp = tcp;
    const interfaces = [{ address: HERE, prefix: 24, mtu }];
    this.#host = host({ seed: 1, role: 'host', interfaces, routes: [] }, [this.tcp]);
  }

  get connection(): Connection {
    return this.#connections.at(-1)!;
  }

  get state(): string {
    return this.#connections.at(-1)?.state ?? 'none';
  }

  /** The user of every connection: what it is told is noted. */
  application(reads = false): Application {
    const note = (what: string) => (connection: Connection) => {
      if (!this.#connections.includes(connection)) this.#connections.push(connection);
      this.told.push(what);
      if (reads && what === 'readable') while (receive(this.tcp, connection, 65_536)?.length);
    };
    return {
      opened: note('opened'),
      readable: note('readable'),
      writable: note('writable'),
      urgent: note('urgent'),
      trouble: (connection, what) => note(`trouble ${what}`)(connection),
      ended: (connection, how) => note(`ended ${how}`)(connection),
    };
  }

  listen(reads = false): this {
    this.user(() => {
      this.#listener = listen(this.tcp, PORT, () => this.application(reads));
    });
    return this;
  }

  unlisten(): void {
    this.user(() => unlisten(this.tcp, this.#listener!));
  }

  /** Active OPEN towards the peer. */
  open(): string[] {
    return this.user(() => {
      const tuple = { localAddress: HERE, localPort: PORT, remoteAddress: THERE, remotePort: PEER_PORT };
      this.#connections.push(open(this.tcp, tuple, this.application())!);
    });
  }

  /** A segment of the peer, such as `PSH,ACK 1 ack 1`. */
  send(words: string, fields: Fields = {}): string[] {
    const [flags = '', number = '0', , ack = '0'] = words.split(' ');
    const { data = '', port = PEER_PORT, ...others } = fields;
    const value: Partial<TcpSegment> = {
      sourcePort: port,
      destinationPort: PORT,
      sequenceNumber: (PEER_ISS + Number(number)) >>> 0,
      acknowledgmentNumber: words.includes('ack') ? ((this.#iss ?? 0) + Number(ack)) >>> 0 : 0,
      window: 65_535,
      data: Buffer.from(data, 'latin1').toString('hex'),
      ...others,
    };
    for (const flag of FLAGS) value[flag] = flags.split(',').includes(flag.toUpperCase());
    return this.arrive(datagram({ protocol: 6 }, tcpSegment.encode(value, { source: THERE, destination: HERE })));
  }

  /** Any datagram for the host. */
  arrive(octets: Uint8Array): string[] {
    return this.#step([{ datagram: octets, interface: 0 }]).map(({ line }) => line);
  }

  /** As `arrive`, where so many come that nobody reads the answers; how many there were. */
  swallow(octets: Uint8Array): number {
    return this.#host.step(this.#now, [{ datagram: octets, interface: 0 }]).outputs.length;
  }

  /** Something that a user asks for. */
  user(run: () => void): string[] {
    return this.#step([(state, now) => this.tcp.during(state, now, run)]).map(({ line }) => line);
  }

  write(data: string, urgent = false): string[] {
    return this.user(() => send(this.tcp, this.connection, Buffer.from(data, 'latin1'), urgent));
  }

  /** What could be read; undefined at the end. */
  read(most = 65_536): string | undefined {
    let octets: Uint8Array | undefined;
    this.user(() => {
      octets = receive(this.tcp, this.connection, most);
    });
    return octets && Buffer.from(octets).toString('latin1');
  }

  shutdown(): string[] {
    return this.user(() => shutdown(this.tcp, this.connection));
  }

  close(): string[] {
    return this.user(() => close(this.tcp, this.connection));
  }

  abort(): string[] {
    return this.user(() => abort(this.tcp, this.connection));
  }

  /** Time goes on; what is sent meanwhile, and when. */
  pass(milliseconds: number): string[] {
    const from = this.#now;
    const until = from + milliseconds * 1000;
    const lines: string[] = [];
    for (let steps = 0; steps < 100_000; steps += 1) {
      const { wakeAt } = this.tcp;
      if (wakeAt === undefined || wakeAt > until) break;
      this.#now = Math.max(this.#now, wakeAt);
      const after = (this.#now - from) / 1000;
      lines.push(...this.#step([]).map(({ line }) => `+${after} ${line}`));
    }
    this.#now = until;
    return lines;
  }

  /** A passive connection whose handshake is done; nothing told of it yet. */
  established(fields: Fields = {}, reads = false): this {
    this.listen(reads);
    this.send('SYN 0', fields);
    this.send('ACK 1 ack 1', { ...fields, options: stampsOf(fields) });
    this.told.length = 0;
    return this;
  }

  #step(inputs: Parameters<ReturnType<typeof host>['step']>[1]): { readonly line: string }[] {
    const { outputs } = this.#host.step(this.#now, inputs);
    this.last = [];
    return outputs.map((output) => {
      const head = ipv4Header.decode(output.datagram);
      if (!head.ok) throw new Error(`a bad header: ${head.fault.field}`);
      const ends = { source: HERE, destination: parseDotted(head.value.destination)! };
      const segment = tcpSegment.decode(output.datagram.subarray(head.length), ends);
      if (!segment.ok)
        throw new Error(`to ${dottedOf(ends.destination)}: ${segment.fault.field} ${segment.fault.actual}`);
      this.last.push(segment.value);
      return { line: this.#lineOf(segment.value) };
    });
  }

  #lineOf(segment: TcpSegment): string {
    if (segment.syn && segment.destinationPort === PEER_PORT) this.#iss = segment.sequenceNumber;
    const flags = FLAGS.filter((flag) => segment[flag]).map((flag) => flag.toUpperCase());
    // A reset for no connection has the number 0, or one that the peer named.
    const base = segment.rst && segment.sequenceNumber === 0 ? 0 : (this.#iss ?? 0);
    const from = (segment.sequenceNumber - base) | 0;
    const octets = segment.data.length / 2;
    const range = octets > 0 ? `${from}:${from + octets}` : `${from}`;
    return `${flags.join(',')} ${range}${segment.ack ? ` ack ${(segment.acknowledgmentNumber - PEER_ISS) | 0}` : ''}`;
  }
}

function stampsOf({ options = [] }: Fields): Options {
  return options.filter(({ kind }) => kind === 8) as Options;
}
