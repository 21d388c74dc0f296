/**
 * One of the two hosts: the reference's IP and TCP, and a user who does what the reader clicks. Tells of each segment why
 * it came to be: which call, timer or segment made the host send it, and how its connection stood before and after.
 */
import type { Node, NodeResult, Transfer } from '../../../net/node.ts';
import { type Host, host } from '../../../reference/ipv4/index.ts';
import {
  type Application,
  abort,
  type Connection,
  type Ending,
  type Listener,
  listen,
  open,
  receive,
  send,
  shutdown,
  Tcp,
  unlisten,
} from '../../../reference/tcp/index.ts';
import { type ConnectionPicture, pictureOf, type SidePicture, TIMERS, type TimerName } from './picture.ts';
import type { CallName, SideName } from './script.ts';

export type Trigger =
  | { readonly kind: 'call'; readonly call: CallName }
  | { readonly kind: 'timer'; readonly timers: readonly TimerName[] }
  | { readonly kind: 'segment'; readonly datagram: Uint8Array };

/** Why a host sent what it sent. */
export interface Cause {
  readonly trigger: Trigger;
  readonly before: SidePicture;
  readonly after: SidePicture;
  /** How many segments went out before it for the same reason. */
  readonly earlier: number;
}

export interface SideConfig {
  readonly name: SideName;
  readonly seed: number;
  readonly buffer: number;
  /** Told what its user hears of the connection, unasked. */
  readonly tell: (what: string) => void;
  /** Called for each output of a step, before it goes out. */
  readonly explain: (cause: Cause) => void;
}

/** Both in one network that nothing leaves: RFC 2544's. */
const ADDRESSES = { A: 0xc6120001 | 0, B: 0xc6120002 | 0 } as const;
const PORTS = { A: 49_152, B: 80 } as const;
const MTU = 1500;

const ENDINGS: Readonly<Record<Ending, string>> = {
  closed: 'closed by both',
  reset: 'reset by the other side',
  refused: 'refused',
  'timed out': 'given up: no answer',
  unreachable: 'unreachable',
  aborted: 'aborted',
};

export class Side implements Node {
  readonly #config: SideConfig;
  #tcp!: Tcp;
  #host!: Host;
  #listener: Listener | undefined;
  #readsAtOnce = true;
  #restarts = 0;

  constructor(config: SideConfig) {
    this.#config = config;
    this.#boot();
  }

  get picture(): SidePicture {
    const connection = this.#connection;
    const state: SidePicture['state'] = connection?.state ?? (this.#listener === undefined ? 'CLOSED' : 'LISTEN');
    const common: SidePicture = { state, readsAtOnce: this.#readsAtOnce };
    return connection === undefined ? common : { ...common, connection: pictureOf(connection) };
  }

  step(now: number, inputs: readonly Transfer[]): NodeResult {
    // What time brings first, so that it is not taken for the answer to a segment.
    const timers = dueAt(now, this.picture.connection);
    const results = [this.#explained({ kind: 'timer', timers }, () => this.#host.step(now, []))];
    for (const input of inputs) {
      const trigger = { kind: 'segment', datagram: input.datagram } as const;
      results.push(this.#explained(trigger, () => this.#host.step(now, [input])));
    }
    return { outputs: results.flatMap(({ outputs }) => outputs), wakeAt: results.at(-1)!.wakeAt };
  }

  /** Does what the user asks for; why not, where it cannot be done. */
  call(now: number, call: CallName, octets = 0): { readonly result: NodeResult; readonly refused?: string } {
    let refused: string | undefined;
    if (call === 'restart') this.#boot();
    const work = (): NodeResult =>
      this.#host.step(now, [
        (state, at) =>
          this.#tcp.during(state, at, () => {
            refused = this.#act(call, octets);
          }),
      ]);
    const result = this.#explained({ kind: 'call', call }, work);
    return { result, ...(refused !== undefined && { refused }) };
  }

  #act(call: CallName, octets: number): string | undefined {
    const tcp = this.#tcp;
    const connection = this.#connection;
    switch (call) {
      case 'listen':
        this.#listener ??= listen(tcp, this.#tuple.localPort, () => this.#application());
        return undefined;
      case 'open':
        return open(tcp, this.#tuple, this.#application()) === undefined ? `still in ${connection?.state}` : undefined;
      case 'reads':
      case 'waits':
        this.#readsAtOnce = call === 'reads';
        if (this.#readsAtOnce && connection !== undefined) this.#read(connection);
        return undefined;
      case 'restart':
        return undefined;
      case 'close':
        if (connection === undefined && this.#listener !== undefined) return this.#stopListening();
        if (connection === undefined) return 'no connection';
        shutdown(tcp, connection);
        return undefined;
      default:
        return connection === undefined ? 'no connection' : this.#use(connection, call, octets);
    }
  }

  #use(connection: Connection, call: 'send' | 'read' | 'abort', octets: number): string | undefined {
    if (call === 'abort') {
      abort(this.#tcp, connection);
      return undefined;
    }
    if (call === 'read') return this.#read(connection) === 0 ? 'nothing to read' : undefined;
    const taken = send(this.#tcp, connection, text(octets));
    if (taken < 0) return `closing: ${connection.state}`;
    return taken < octets ? `only ${taken} octets fit the send buffer` : undefined;
  }

  #stopListening(): undefined {
    unlisten(this.#tcp, this.#listener!);
    this.#listener = undefined;
  }

  /** All that has come. */
  #read(connection: Connection): number {
    return receive(this.#tcp, connection, this.#config.buffer)?.length ?? 0;
  }

  #application(): Application {
    const { tell } = this.#config;
    return {
      readable: (connection) => {
        if (this.#readsAtOnce) this.#read(connection);
      },
      trouble: (_, what) => tell(what),
      ended: (_, how) => tell(ENDINGS[how]),
    };
  }

  /** With nothing left of what was before. */
  #boot(): void {
    const { name, seed, buffer } = this.#config;
    const config = {
      seed: seed + this.#restarts,
      role: 'host',
      interfaces: [{ address: ADDRESSES[name], prefix: 24, mtu: MTU }],
      routes: [],
    } as const;
    this.#tcp = new Tcp({ secret: seed * 2 + (name === 'A' ? 0 : 1) + 97 * this.#restarts, receiveBuffer: buffer });
    this.#host = host(config, [this.#tcp]);
    this.#listener = undefined;
    this.#restarts += 1;
  }

  #explained(trigger: Trigger, work: () => NodeResult): NodeResult {
    const before = this.picture;
    const result = work();
    const after = this.picture;
    for (let earlier = 0; earlier < result.outputs.length; earlier += 1) {
      this.#config.explain({ trigger, before, after, earlier });
    }
    return result;
  }

  get #connection(): Connection | undefined {
    return this.#tcp.find(this.#tuple);
  }

  get #tuple() {
    const own = this.#config.name;
    const other = own === 'A' ? 'B' : 'A';
    return {
      localAddress: ADDRESSES[own],
      localPort: PORTS[own],
      remoteAddress: ADDRESSES[other],
      remotePort: PORTS[other],
    };
  }
}

function dueAt(now: number, connection: ConnectionPicture | undefined): readonly TimerName[] {
  return TIMERS.filter((name) => (connection?.timers[name] ?? Number.POSITIVE_INFINITY) <= now);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Letters over and over, so that octets can be told apart. */
function text(octets: number): Uint8Array {
  return Uint8Array.from({ length: octets }, (_, index) => LETTERS.charCodeAt(index % LETTERS.length));
}
