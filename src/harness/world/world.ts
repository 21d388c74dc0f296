/**
 * A simulated internet in which nodes of the implementation and of the tester live together, in virtual time: time goes on
 * only while somebody waits, and then straight to the next thing that happens. Knows no protocol.
 */
import { EventQueue } from '../../net/event-queue.ts';
import type { Impairment } from '../../net/impairment.ts';
import { delay } from '../../net/impairments/delay.ts';
import { Misfortunes } from '../../net/misfortune.ts';
import { Internet, type PacketEvent } from '../../net/nat/internet.ts';
import type { Endpoint, Packet } from '../../net/nat/packet.ts';
import { gatewayFor, hasOwnAddress, type Place } from '../../net/nat/place.ts';
import { seedFor } from '../../net/random.ts';
import { IutFault } from '../outcome.ts';
import type { CallResult } from '../surface.ts';
import type { Asked, VirtualClock } from '../targets/port-surfaces.ts';
import { type Actor, ActorMember, type Input, IutMember, type Member } from './member.ts';
import { addressesOf, type Sited } from './sites.ts';

export interface WorldConfig {
  readonly port: Asked;
  readonly seed: number;
  /** Nodes of this world get the ids from here on. */
  readonly firstId: number;
  readonly clock: VirtualClock;
  /** Of all that chance does to packets, this alone; everything when left out. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** A node of the implementation that runs already, where it does. Hex. */
export interface RunningNode {
  readonly name: string;
  readonly node: string;
  readonly key: string;
  readonly endpoint: Endpoint;
}

/** What scenarios do with a world, simulated or not. */
export type NodeWorld = Pick<World, keyof World>;

/** What befalls packets from a host to a site; ten milliseconds each way unless a scenario says otherwise. */
type Way = (host: string, site: string) => readonly Impairment[];

const USUAL_DELAY = 10_000;
/** Steps within one microsecond that somebody needs who will ever come to rest. */
const STEPS_AT_ONCE = 100_000;

interface Wake {
  readonly member: Member;
  /** It counts only if that is still when the member wants to be woken. */
  readonly at: number;
}

export class World {
  readonly internet: Internet;
  /** What chance has done to packets so far. */
  readonly misfortunes: readonly string[];
  /** Everything that was sent, lost and delivered, in order, while `isTracing`. */
  readonly trace: PacketEvent[] = [];
  /** Off where hours of a population would fill the memory, and nobody reads them. */
  isTracing = true;
  way: Way = () => [delay(USUAL_DELAY)];
  /** In a simulated world nobody runs before a scenario opens it. */
  readonly running: RunningNode | undefined = undefined;
  readonly #config: WorldConfig;
  readonly #members = new Map<string, Member>();
  readonly #sites = new Map<string, Sited>();
  readonly #wakes = new EventQueue<Wake>();
  #calls = 0;
  #opened = 0;

  constructor(config: WorldConfig) {
    this.#config = config;
    const record = (event: PacketEvent): void => void (this.isTracing && this.trace.push(event));
    const misfortunes = new Misfortunes(config.only);
    this.misfortunes = misfortunes.met;
    const way: Way = (host, site) => misfortunes.over(`${host}>${site}`, this.way(host, site));
    this.internet = new Internet({ seed: config.seed, way, record });
  }

  get now(): number {
    return this.#config.clock.now;
  }

  /** Makes a place for a host of that name, alone behind its gateway. */
  site(name: string, place: Place, count = 1): Sited {
    const inner = addressesOf(this.#sites.size, count);
    const gateway = gatewayFor(place, inner.outer, seedFor(this.#config.seed, `gateway ${name}`));
    const sited = { gateway, addresses: hasOwnAddress(place) ? inner.outer : inner.inner };
    this.internet.join(name, { gateway, hosts: { [name]: sited.addresses } });
    this.#sites.set(name, sited);
    return sited;
  }

  /** Makes a place for a node of the tester's; where it is met, a port at each of its addresses. */
  async settle(name: string, place: Place, count: number, port: number): Promise<Endpoint[]> {
    return this.site(name, place, count).addresses.map((address) => ({ address, port }));
  }

  siteOf(name: string): Sited {
    const sited = this.#sites.get(name);
    if (sited === undefined) throw new RangeError(`no site for ${name}`);
    return sited;
  }

  /**
   * A node of the implementation at the site of its name, at `port` of all its addresses there. `params` as `node/open` has them.
   * @throws Unsupported, IutFault
   */
  async open(name: string, port: number, params: Readonly<Record<string, unknown>>): Promise<IutMember> {
    const addresses = this.siteOf(name).addresses.map((address) => ({ address, port }));
    const seed = seedFor(this.#config.seed, `node ${name}`);
    const id = this.#config.firstId + this.#opened++;
    const member = await IutMember.open(name, this.#config.port, id, { seed, addresses, ...params });
    this.#admit(member);
    return member;
  }

  /** A node of the tester's at the site of its name. */
  join(name: string, actor: Actor): void {
    this.siteOf(name);
    this.#admit(new ActorMember(name, actor));
  }

  /** It is gone without a word. */
  async crash(name: string): Promise<void> {
    await this.#members.get(name)?.end();
  }

  iut(name: string): IutMember {
    const member = this.#members.get(name);
    if (member instanceof IutMember) return member;
    throw new RangeError(`${name} is no node of the implementation`);
  }

  /** Puts a call; the number by which its result is asked for. */
  async call(name: string, call: string, params: object = {}): Promise<number> {
    const ref = this.#calls++;
    await this.#step(this.iut(name), [{ call, ref, ...params }]);
    return ref;
  }

  /** Its result, or undefined once `within` microseconds have passed without one. */
  async result(name: string, ref: number, within: number): Promise<CallResult | undefined> {
    return (await this.until(within, () => this.iut(name).results.get(ref)))?.result;
  }

  /** Lets time pass until `look` finds something, or as long as is said; what it found. */
  async until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    const limit = this.now + within;
    for (let at = this.now, atOnce = 0; ; ) {
      const found = look();
      if (found !== undefined) return found;
      const next = this.#nextAt();
      if (next === undefined || next > limit) break;
      atOnce = next > at ? 0 : atOnce + 1;
      if (atOnce > STEPS_AT_ONCE)
        throw new IutFault('iut-hung', `node/step: ${atOnce} steps at ${next} us and no rest`);
      at = next;
      await this.#happen(next);
    }
    this.#config.clock.now = Math.max(this.now, limit);
    return undefined;
  }

  async pass(microseconds: number): Promise<void> {
    await this.until(microseconds, () => undefined);
  }

  /** Lets a tester's node act now, unasked. */
  async wake(name: string): Promise<void> {
    const member = this.#members.get(name);
    if (member !== undefined) await this.#step(member, []);
  }

  async end(): Promise<void> {
    for (const member of this.#members.values()) await member.end();
  }

  #admit(member: Member): void {
    if (this.#members.has(member.name)) throw new RangeError(`two nodes named ${member.name}`);
    this.#members.set(member.name, member);
    this.#expect(member);
  }

  #expect(member: Member): void {
    if (member.wakeAt === undefined) return;
    member.wakeAt = Math.max(member.wakeAt, this.now);
    this.#wakes.push(member.wakeAt, { member, at: member.wakeAt });
  }

  #nextAt(): number | undefined {
    for (let first = this.#wakes.first; first !== undefined; first = this.#wakes.first) {
      const { member, at } = first.event;
      if (!member.isGone && member.wakeAt === at) break;
      this.#wakes.pop();
    }
    const [travelling, wake] = [this.internet.nextAt, this.#wakes.first?.at];
    if (travelling === undefined || wake === undefined) return travelling ?? wake;
    return Math.min(travelling, wake);
  }

  /** Of what is due at the same time, what travels comes first. */
  async #happen(at: number): Promise<void> {
    this.#config.clock.now = at;
    if (this.internet.nextAt === at) {
      const delivery = this.internet.next();
      const member = delivery && this.#members.get(delivery.host);
      if (member !== undefined) await this.#step(member, [delivery!.packet]);
    } else {
      const wake = this.#wakes.pop();
      if (wake !== undefined) await this.#step(wake.member, []);
    }
  }

  async #step(member: Member, inputs: readonly Input[]): Promise<void> {
    if (member.isGone) return;
    member.wakeAt = undefined;
    const packets = await member.step(this.now, inputs);
    this.#expect(member);
    for (const packet of packets) this.#send(member, packet);
  }

  /** From an address that is not its own nothing leaves a host. */
  #send({ name }: Member, packet: Packet): void {
    if (!this.siteOf(name).addresses.includes(packet.from.address)) return;
    this.internet.send(name, packet, this.now);
  }
}
