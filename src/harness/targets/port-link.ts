/**
 * The surface link over a Port: a host of its own for one seat, stepped in virtual time. Time moves only while the tester
 * waits, and then straight to the next moment at which something can happen, so that minutes cost nothing.
 */
import { toHex } from '../../contract/hex.ts';
import { point } from '../interval.ts';
import type { Role } from '../role.ts';
import type { Arrival, CallEvent, CallResult, CallSurface, LinkSurface } from '../surface.ts';
import { type Addresses, INTERFACES } from '../topology.ts';
import { readStep } from './answers.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';
import { type Sleeper, untilFound } from './wakes.ts';

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

class VirtualLink implements LinkSurface, CallSurface, Sleeper {
  readonly method = 'host/step';
  wakeAt: number | undefined;
  readonly addresses: Addresses;
  readonly #port: Asked;
  readonly #id: number;
  readonly #clock: VirtualClock;
  readonly #arrivals: Arrival[] = [];
  readonly #results = new Map<number, CallResult>();
  #events: CallEvent[] = [];
  #calls = 0;

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
    await this.step([{ datagram: toHex(datagram), interface: into }]);
    return at;
  }

  /** An endless wait for a host that does not want to be woken ends at once, and time stands. */
  async receive(within: number): Promise<Arrival | undefined> {
    return untilFound(this, this.#clock, within, () => this.#arrivals.shift());
  }

  async call(name: string, parameters: Readonly<Record<string, unknown>>): Promise<number> {
    const ref = this.#calls++;
    await this.step([{ call: name, ref, ...parameters }]);
    return ref;
  }

  async result(ref: number, within: number): Promise<CallResult | undefined> {
    return untilFound(this, this.#clock, within, () => this.#results.get(ref));
  }

  events(): readonly CallEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  async step(inputs: readonly object[]): Promise<void> {
    const { now } = this.#clock;
    const answer = readStep(await ask(this.#port, 'host/step', { id: this.#id, now, inputs }), INTERFACES.length);
    this.wakeAt = answer.wakeAt;
    for (const output of answer.datagrams) this.#arrivals.push({ ...output, at: point(now) });
    for (const { ref, result } of answer.results) this.#results.set(ref, result);
    this.#events.push(...answer.events);
  }
}
