/** A client of the reference in virtual time, opposite its server or a script; what goes between them can be lost. */
import { random } from '../../../../src/net/random.ts';
import {
  type ClientCall,
  type ClientConfig,
  type ClientEvent,
  type Datagram,
  type Endpoint,
  type TurnClient,
  turnClient,
} from '../../../../src/reference/turn/index.ts';
import { nodeCrypto } from '../../../../src/serve/turn/node-crypto.ts';
import { type Bench, type Reply, read, SECOND, SERVED } from './bench.ts';

export const LOCAL: Endpoint = { address: '198.51.100.1', port: 40_000 };

/** What a server makes of what the client sends: datagrams back. */
export type Opposite = (datagram: Datagram, now: number) => readonly Uint8Array[];

export class ClientBench {
  now = 0;
  wakeAt: number | undefined;
  readonly events: ClientEvent[] = [];
  /** Every request and indication of the client, with its instant in seconds. */
  readonly sent: { readonly at: number; readonly octets: Uint8Array; readonly datagram: Datagram }[] = [];
  readonly #client: TurnClient;
  readonly #opposite: Opposite;

  constructor(opposite: Opposite, config: Partial<ClientConfig> = {}) {
    const dice = random(2);
    const whole: ClientConfig = {
      server: SERVED,
      transport: 'udp',
      locals: [LOCAL],
      user: { name: 'user', password: 'pass' },
      families: [1],
      software: 'test',
      ...config,
    };
    this.#client = turnClient(
      whole,
      nodeCrypto((length) => dice.octets(length)),
    );
    this.#opposite = opposite;
  }

  call(call: ClientCall): void {
    this.#step([call]);
  }

  receive(octets: Uint8Array, to = LOCAL, from = SERVED): void {
    this.#step([{ octets, from, to, transport: 'udp' }]);
  }

  /** Lets so many seconds pass, with all that falls due meanwhile. */
  pass(seconds: number): void {
    const end = this.now + seconds * SECOND;
    while (this.wakeAt !== undefined && this.wakeAt <= end) {
      this.now = Math.max(this.now, this.wakeAt);
      this.#step([]);
    }
    this.now = end;
    this.#step([]);
  }

  /** The events so far, taken. */
  taken(): ClientEvent[] {
    return this.events.splice(0);
  }

  /** Requests that have been sent, as read. */
  requests(): (Reply & { readonly at: number })[] {
    return this.sent.filter(({ octets }) => (octets[0] ?? 0) < 0x40).map(({ at, octets }) => ({ at, ...read(octets) }));
  }

  #step(inputs: readonly (Datagram | ClientCall)[]): void {
    const { outputs, wakeAt } = this.#client.step(this.now, inputs);
    this.wakeAt = wakeAt;
    for (const output of outputs) {
      if ('event' in output) this.events.push(output);
      else {
        this.sent.push({ at: this.now / SECOND, octets: output.octets, datagram: output });
        for (const octets of this.#opposite(output, this.now)) this.receive(octets, output.from, output.to);
      }
    }
  }
}

/** The reference's own server; `isLost` says which datagrams never arrive. */
export function opposite(bench: Bench, isLost: (nth: number) => boolean = () => false): Opposite {
  let nth = 0;
  return (datagram, now) => {
    nth += 1;
    if (isLost(nth)) return [];
    bench.now = now;
    bench.step(datagram);
    return bench.taken(datagram.from).map(({ octets }) => octets);
  };
}
