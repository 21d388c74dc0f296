/**
 * A node that runs, and the tester's own nodes on sockets around it, in real time: what a world is where nothing is simulated.
 * Nobody can be put behind a translator there, crashed, or opened in another way than it was.
 */
import type { Internet, PacketEvent } from '../../../net/nat/internet.ts';
import type { Endpoint } from '../../../net/nat/packet.ts';
import { microseconds } from '../../interval.ts';
import { Unsupported } from '../../outcome.ts';
import type { TesterSocket } from '../../surface.ts';
import type { Actor } from '../../world/member.ts';
import type { NodeWorld, RunningNode } from '../../world/world.ts';

/** Microseconds that a scenario may ask for; longer ones are for virtual time. */
const LONGEST_WAIT = 40_000_000;

interface Resident {
  readonly sockets: readonly TesterSocket[];
  actor: Actor | undefined;
  wakeAt: number | undefined;
}

export class LiveWorld implements NodeWorld {
  readonly running: RunningNode;
  readonly trace: PacketEvent[] = [];
  readonly isTracing = true;
  /** What befalls packets on a network that is there nobody knows. */
  readonly misfortunes = [];
  readonly #open: (host: number) => Promise<TesterSocket>;
  readonly #residents = new Map<string, Resident>();
  /** Times of nodes are those of the calendar: a record that expires says when. */
  readonly #sinceEpoch = Date.now() * 1000 - microseconds();
  #hosts = 0;
  #wake: () => void = () => {};

  constructor(running: RunningNode, open: (host: number) => Promise<TesterSocket>) {
    this.running = running;
    this.#open = open;
  }

  get now(): number {
    return Math.round(this.#sinceEpoch + microseconds());
  }

  /** Sockets on ports of its own, one for each address. */
  async settle(name: string, place: unknown, count: number): Promise<Endpoint[]> {
    if (place !== 'public') throw new Unsupported('a translator before the tester');
    const sockets: TesterSocket[] = [];
    for (let made = 0; made < count; made += 1) sockets.push(await this.#open(this.#hosts++));
    const resident: Resident = { sockets, actor: undefined, wakeAt: undefined };
    this.#residents.set(name, resident);
    for (const socket of sockets) void this.#listen(name, resident, socket);
    return sockets.map(({ local }) => local);
  }

  join(name: string, actor: Actor): void {
    const resident = this.#residentOf(name);
    resident.actor = actor;
    resident.wakeAt = this.now;
  }

  async wake(name: string): Promise<void> {
    await this.#step(name, this.#residentOf(name), []);
  }

  async pass(microseconds: number): Promise<void> {
    await this.until(microseconds, () => undefined);
  }

  async until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    if (within > LONGEST_WAIT) throw new Unsupported(`${Math.round(within / 1_000_000)} s of waiting`);
    const limit = this.now + within;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.now >= limit) return undefined;
      await this.#somethingBefore(limit);
      for (const [name, resident] of this.#residents) {
        if (resident.wakeAt !== undefined && resident.wakeAt <= this.now) await this.#step(name, resident, []);
      }
    }
  }

  async end(): Promise<void> {}

  #somethingBefore(limit: number): Promise<void> {
    const times = [...this.#residents.values()].map(({ wakeAt = limit }) => wakeAt);
    const wait = Math.max(0, Math.min(limit, ...times) - this.now) / 1000;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.ceil(wait));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Until the socket is closed. */
  async #listen(name: string, resident: Resident, socket: TesterSocket): Promise<void> {
    for (;;) {
      const delivery = await socket.receive(Number.POSITIVE_INFINITY);
      if (delivery === undefined) return;
      const { octets, from = this.running.endpoint } = delivery;
      const packet = { octets: Uint8Array.from(octets), from, to: socket.local, transport: 'udp' } as const;
      for (const what of ['sent', 'delivered'] as const) {
        this.trace.push({ at: this.now, from: this.running.name, to: name, packet, what });
      }
      await this.#step(name, resident, [packet]);
      this.#wake();
    }
  }

  async #step(name: string, resident: Resident, packets: Parameters<Actor['step']>[1]): Promise<void> {
    const answer = resident.actor?.step(this.now, packets);
    resident.wakeAt = answer?.wakeAt;
    for (const packet of answer?.packets ?? []) {
      const socket = resident.sockets.find(({ local }) => local.port === packet.from.port) ?? resident.sockets[0]!;
      this.trace.push({ at: this.now, from: name, to: undefined, packet, what: 'sent' });
      await socket.send(packet.octets, packet.to);
    }
  }

  #residentOf(name: string): Resident {
    const resident = this.#residents.get(name);
    if (resident === undefined) throw new RangeError(`no site for ${name}`);
    return resident;
  }

  get internet(): Internet {
    return simulatedOnly('what befalls packets on the way');
  }

  get way(): NodeWorld['way'] {
    return simulatedOnly('what befalls packets on the way');
  }

  set way(_: NodeWorld['way']) {
    simulatedOnly('what befalls packets on the way');
  }

  site(): never {
    return simulatedOnly('nodes of the implementation at places of the tester');
  }

  siteOf(): never {
    return simulatedOnly('nodes of the implementation at places of the tester');
  }

  async open(): Promise<never> {
    return simulatedOnly('a node that is opened as a scenario wants it');
  }

  async crash(): Promise<never> {
    return simulatedOnly('a node that crashes');
  }

  iut(): never {
    return simulatedOnly('what a node tells its user');
  }

  async call(): Promise<never> {
    return simulatedOnly('what a user asks of a node');
  }

  async result(): Promise<never> {
    return simulatedOnly('what a user asks of a node');
  }
}

function simulatedOnly(what: string): never {
  throw new Unsupported(what);
}
