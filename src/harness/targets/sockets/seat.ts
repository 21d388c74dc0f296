/**
 * A seat at a server that is reached through sockets: whatever a scenario opens is its own, and closed as it leaves. Tells
 * a server that has gone from one that is silent.
 */
import { networkInterfaces } from 'node:os';
import { microseconds } from '../../interval.ts';
import { IutFault, Unsupported } from '../../outcome.ts';
import type { SocketsSurface, Surfaces, TesterSocket, TransportAddress } from '../../surface.ts';
import type { Seat } from '../../target.ts';
import { openDatagramSocket } from './datagram-socket.ts';
import { openStreamSocket } from './stream-socket.ts';

/** What a seat asks about the process behind the address, where there is one of ours. */
interface ServerLife {
  stderr(): string;
  fault(): IutFault | undefined;
  leave(broken: boolean): Promise<void>;
}

export interface SocketsPlan {
  readonly served: TransportAddress;
  readonly hangLimit: number;
  /** Whether the server is still there; asked when a scenario has waited in vain. */
  readonly isThere: () => Promise<boolean>;
  readonly life?: ServerLife;
}

export class SocketsSeat implements Seat, SocketsSurface {
  readonly served: TransportAddress;
  readonly #plan: SocketsPlan;
  readonly #sockets: TesterSocket[] = [];
  #waitedInVain = false;
  #fault: IutFault | undefined;

  constructor(plan: SocketsPlan) {
    this.#plan = plan;
    this.served = plan.served;
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'sockets') throw new Unsupported(`the surface ${name}`);
    return this as SocketsSurface as Surfaces[Name];
  }

  now() {
    const now = microseconds();
    return { earliest: now, latest: now };
  }

  async datagrams(host: number): Promise<TesterSocket> {
    const address = testerAddress(this.served.address, host);
    try {
      return this.#own(await openDatagramSocket(address));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EADDRNOTAVAIL') throw cause;
      throw new Unsupported(`a tester with the address ${address}`);
    }
  }

  async connection(): Promise<TesterSocket> {
    try {
      return this.#own(await openStreamSocket(this.served, this.#plan.hangLimit / 1000));
    } catch {
      this.#waitedInVain = true;
      throw new Unsupported('connections over TCP');
    }
  }

  stderr(): string {
    return this.#plan.life?.stderr() ?? '';
  }

  fault(): IutFault | undefined {
    return this.#plan.life?.fault() ?? this.#fault;
  }

  async leave(): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    const gone = this.#waitedInVain && !(await this.#plan.isThere());
    await this.#plan.life?.leave(gone);
    if (!gone) return;
    const { address, port } = this.served;
    this.#fault = new IutFault('iut-exited', `nobody answers at ${address}:${port} any more`, { shared: true });
  }

  #own(socket: TesterSocket): TesterSocket {
    const receive = async (within: number) => {
      const delivery = await socket.receive(within);
      if (delivery === undefined) this.#waitedInVain = true;
      return delivery;
    };
    this.#sockets.push(socket);
    return {
      local: socket.local,
      get ended() {
        return socket.ended;
      },
      send: (octets, to) => socket.send(octets, to),
      receive,
      close: () => socket.close(),
    };
  }
}

/**
 * The tester's address number `host` from which `served` can be reached: on loopback each number is one of 127.0.0.0/8;
 * elsewhere this machine has the first, and only a second interface has more.
 */
function testerAddress(served: string, host: number): string {
  if (served.startsWith('127.')) return `127.0.0.${1 + host}`;
  if (served === '::1' && host === 0) return '::1';
  const family = served.includes(':') ? 'IPv6' : 'IPv4';
  const own = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === family && !each.internal);
  const found = own[host];
  if (found === undefined) throw new Unsupported(`a tester with ${host + 1} addresses`);
  return found.address;
}
