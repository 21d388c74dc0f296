/**
 * The surface link over a Port: a host of its own for one seat, stepped in virtual time. Time moves only while the tester
 * waits, and then straight to the next moment at which something can happen, so that minutes cost nothing.
 */
import { toHex } from '../../contract/hex.ts';
import { point } from '../interval.ts';
import { IutFault } from '../outcome.ts';
import type { Role } from '../role.ts';
import type { Arrival, CallEvent, CallResult, CallSurface, LinkSurface } from '../surface.ts';
import { type Addresses, INTERFACES } from '../topology.ts';
import { readStep } from './answers.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';

/** A host that wants to be woken so often without time passing, or so often within one wait, will never come to rest. */
const WAKES_AT_ONCE = 1_000;
const WAKES_IN_A_WAIT = 200_000;

export interface HostPlan {
  readonly id: number;
  readonly seed: number;
  readonly role: Role;
  /** Capabilities that the scenario relies on. */
  readonly needs: readonly string[];
  readonly addresses: Addresses;
}

/** @throws Unsupported when the implementation has no host */
export async function openLink(port: Asked, plan: HostPlan, clock: VirtualClock): Promise<LinkSurface & CallSurface> {
  const { id, seed, role, needs, addresses } = plan;
  await ask(port, 'host/open', { id, seed, role, interfaces: INTERFACES, routes: [], capabilities: needs });
  return new VirtualLink(port, id, addresses, clock);
}

class VirtualLink implements LinkSurface, CallSurface {
  readonly addresses: Addresses;
  readonly #port: Asked;
  readonly #id: number;
  readonly #clock: VirtualClock;
  readonly #arrivals: Arrival[] = [];
  readonly #results = new Map<number, CallResult>();
  #events: CallEvent[] = [];
  #calls = 0;
  #wakeAt: number | undefined;

  constructor(port: Asked, id: number, addresses: Addresses, clock: VirtualClock) {
    this.#port = port;
    this.#id = id;
    this.addresses = addresses;
    this.#clock = clock;
  }

  now() {
    return point(this.#clock.now);
  }

  async send(datagram: Uint8Array, into = 0) {
    const at = this.now();
    await this.#step([{ datagram: toHex(datagram), interface: into }]);
    return at;
  }

  /** An endless wait for a host that does not want to be woken ends at once, and time stands. */
  async receive(within: number): Promise<Arrival | undefined> {
    return this.#await(within, () => this.#arrivals.shift());
  }

  async call(name: string, parameters: Readonly<Record<string, unknown>>): Promise<number> {
    const ref = this.#calls++;
    await this.#step([{ call: name, ref, ...parameters }]);
    return ref;
  }

  async result(ref: number, within: number): Promise<CallResult | undefined> {
    return this.#await(within, () => this.#results.get(ref));
  }

  events(): readonly CallEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Lets time pass until `look` finds something, or as long as is said. */
  async #await<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    const limit = this.#clock.now + Math.max(0, Math.ceil(within));
    for (let wakes = 0, atOnce = 0; ; wakes += 1) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#wakeAt === undefined || this.#wakeAt > limit) break;
      atOnce = this.#wakeAt > this.#clock.now ? 0 : atOnce + 1;
      if (atOnce > WAKES_AT_ONCE || wakes > WAKES_IN_A_WAIT) throw this.#restless(wakes);
      this.#clock.now = Math.max(this.#clock.now, this.#wakeAt);
      await this.#step([]);
    }
    if (Number.isFinite(limit)) this.#clock.now = limit;
    return undefined;
  }

  async #step(inputs: readonly object[]): Promise<void> {
    const { now } = this.#clock;
    const answer = readStep(await ask(this.#port, 'host/step', { id: this.#id, now, inputs }), INTERFACES.length);
    this.#wakeAt = answer.wakeAt;
    for (const output of answer.datagrams) this.#arrivals.push({ ...output, at: point(now) });
    for (const { ref, result } of answer.results) this.#results.set(ref, result);
    this.#events.push(...answer.events);
  }

  #restless(wakes: number): IutFault {
    const text = `host/step: woken ${wakes} times without a datagram, and wakeAt asks for more at ${this.#wakeAt}`;
    return new IutFault('iut-hung', `${text} us; it is ${this.#clock.now} us`);
  }
}
