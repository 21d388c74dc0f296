/**
 * A Target over any Port: the reference in process, an adapter behind a pipe, a mutant or a control. Every seat has a
 * host, addresses and a virtual clock of its own, so nothing that a scenario does is seen by another.
 */
import { type Port, PortError } from '../../contract/port.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import { IutFault, Unsupported } from '../outcome.ts';
import { type Role, roleFor } from '../role.ts';
import type { CallSurface, LinkSurface, NodesSurface, StreamsSurface, Surfaces } from '../surface.ts';
import type { Seat, Target, TargetOptions } from '../target.ts';
import { type Addresses, addressesFor } from '../topology.ts';
import { World } from '../world/world.ts';
import { type Declaration, readDeclaration } from './answers.ts';
import { excerpt } from './excerpt.ts';
import { openLink } from './port-link.ts';
import { VirtualServices } from './port-services.ts';
import { VirtualSockets } from './port-sockets.ts';
import { openStreams } from './port-streams.ts';
import { type Asked, ask, codecOver, exchangeOver, type VirtualClock } from './port-surfaces.ts';

/** Virtual microseconds after which an answer counts as missing: far beyond any delay that is legal for an answer. */
const HANG_LIMIT = 2_000_000;
/** Enough scenarios under way to keep a pipe full; more only makes a crash concern more of them. */
const CONCURRENCY = 32;
/** In our own process nobody waits for a pipe: more at once only keep more worlds alive, which the collector pays for. */
const IN_PROCESS = 1;
/** Nodes of all scenarios share one space of ids. */
const IDS_OF_A_SEAT = 100_000;

/** One seat's way to the implementation. */
export interface Visit extends Asked {
  /** What it wrote to standard error since. */
  stderr(): string;
  /** What befell its process since, whether or not a request of this seat was under way. */
  fault(): IutFault | undefined;
}

/** Where seats find the implementation: the same one each, or a new one where the last one died. */
export interface Entrance {
  enter(): Promise<Visit>;
  close(): Promise<void>;
}

/**
 * Attaches what answers at `port`, in our own process; `spec` is what --target said.
 *
 * @throws IutFault iut-breach when it does not introduce itself as the contract asks
 */
export async function portTarget(spec: string, port: Port, options: TargetOptions): Promise<Target> {
  const visit: Visit = { request: guarded(port), stderr: () => '', fault: () => undefined };
  const declaration = await introduce(port, options.suite);
  const target = targetOver(spec, declaration, { enter: async () => visit, close: () => port.close() }, options);
  return { ...target, concurrency: IN_PROCESS, inProcess: true };
}

/** What an implementation in our own process throws unforeseen has ended it, as it would have ended a process of its own. */
function guarded(port: Port): Port['request'] {
  return async (method, params) => {
    try {
      return await port.request(method, params);
    } catch (thrown) {
      if (thrown instanceof PortError || thrown instanceof IutFault) throw thrown;
      const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
      throw new IutFault('iut-exited', `${method}: the implementation threw ${excerpt(text)}`);
    }
  };
}

/** Sends `initialize`. @throws IutFault */
export async function introduce(port: Asked, suite: string): Promise<Declaration> {
  try {
    return readDeclaration(await ask(port, 'initialize', { contract: 1, suite }));
  } catch (thrown) {
    if (!(thrown instanceof Unsupported)) throw thrown;
    throw new IutFault('iut-breach', 'initialize was answered by "method not found"; every adapter must answer it');
  }
}

export function targetOver(
  spec: string,
  declaration: Declaration,
  entrance: Entrance,
  { hangLimit = HANG_LIMIT }: TargetOptions,
): Target {
  const { name, version, language, capabilities, clock, parameters } = declaration;
  const info: TargetInfo = { spec, name, capabilities: [...capabilities], clock: 'virtual' };
  if (version !== undefined) info.version = version;
  if (language !== undefined) info.language = language;
  const host = {
    stepped: clock === 'virtual',
    // Virtual time passes at no cost: with no time limit on the process a missing answer is still one.
    hangLimit: Number.isFinite(hangLimit) ? hangLimit : HANG_LIMIT,
  } as const;
  let seats = 0;
  return {
    info,
    roles: 'any',
    protocols: 'any',
    parameters,
    concurrency: CONCURRENCY,
    hangLimit: host.hangLimit,
    seat: async (_, seed, needs = [], only = undefined) => {
      // Before the first await: seats get ids in the order in which they are asked for.
      const place = { id: seats++, seed, role: roleFor(needs), needs, only, addresses: addressesFor(seed) };
      return new PortSeat(await entrance.enter(), place, host);
    },
    close: () => entrance.close(),
  };
}

interface Place {
  readonly id: number;
  readonly seed: number;
  readonly role: Role;
  readonly needs: readonly string[];
  readonly only: ReadonlySet<string> | undefined;
  readonly addresses: Addresses;
}

interface HostFacts {
  /** Whether its hosts live in virtual time. */
  readonly stepped: boolean;
  readonly hangLimit: number;
}

class PortSeat implements Seat {
  readonly #visit: Visit;
  readonly #place: Place;
  readonly #host: HostFacts;
  readonly #clock: VirtualClock = { now: 0 };
  #link: Promise<LinkSurface & CallSurface> | undefined;
  #streams: Promise<StreamsSurface> | undefined;
  #nodes: NodesSurface | undefined;
  readonly #worlds: World[] = [];
  #sockets: VirtualSockets | undefined;
  #services: VirtualServices | undefined;
  #fault: IutFault | undefined;
  #left = false;

  constructor(visit: Visit, place: Place, host: HostFacts) {
    this.#visit = visit;
    this.#place = place;
    this.#host = host;
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    const surfaces: { [Each in keyof Surfaces]: () => Surfaces[Each] | Promise<Surfaces[Each]> } = {
      codec: () => codecOver(this.#visit),
      link: () => (this.#link ??= this.#open()),
      calls: () => (this.#link ??= this.#open()),
      exchange: () => exchangeOver(this.#visit, this.#clock, this.#host.hangLimit),
      streams: () => (this.#streams ??= this.#among()),
      nodes: () => (this.#nodes ??= this.#openWorld()),
      sockets: () => (this.#sockets ??= this.#openNode(VirtualSockets)),
      services: () => (this.#services ??= this.#openNode(VirtualServices)),
    };
    return surfaces[name]();
  }

  stderr(): string {
    return this.#visit.stderr();
  }

  misfortunes(): readonly string[] {
    return this.#worlds.flatMap(({ misfortunes }) => misfortunes);
  }

  fault(): IutFault | undefined {
    return this.#left ? this.#fault : this.#visit.fault();
  }

  async leave(): Promise<void> {
    if (this.#left) return;
    try {
      if (this.#link !== undefined) {
        await this.#link;
        await ask(this.#visit, 'host/close', { id: this.#place.id });
      }
      if (this.#streams !== undefined) {
        await this.#streams;
        await ask(this.#visit, 'stream/close', { id: this.#place.id });
      }
      for (const world of this.#worlds) await world.end();
      await this.#sockets?.end();
      await this.#services?.end();
    } catch (thrown) {
      // A host that never opened has failed its scenario already; one that cannot be closed is let be.
      if (thrown instanceof IutFault) this.#fault = thrown;
    }
    this.#fault ??= this.#visit.fault();
    this.#left = true;
  }

  #openWorld(): NodesSurface {
    if (!this.#host.stepped) throw new Unsupported('nodes in virtual time');
    const { id, seed, only } = this.#place;
    const first = id * IDS_OF_A_SEAT;
    const open = (firstId: number, clock: VirtualClock): World => {
      const world = new World({ port: this.#visit, seed, firstId, clock, only });
      this.#worlds.push(world);
      return world;
    };
    return { world: open(first, this.#clock), again: () => open(first + IDS_OF_A_SEAT / 2, { now: 0 }) };
  }

  /** A seat has one or the other. */
  #openNode<Surface>(kind: new (port: Asked, id: number, seed: number, clock: VirtualClock) => Surface): Surface {
    if (!this.#host.stepped) throw new Unsupported('a node in virtual time');
    const { id, seed } = this.#place;
    return new kind(this.#visit, id * IDS_OF_A_SEAT, seed, this.#clock);
  }

  #open(): Promise<LinkSurface & CallSurface> {
    if (!this.#host.stepped) return Promise.reject(new Unsupported('a host in virtual time'));
    return openLink(this.#visit, this.#place, this.#clock);
  }

  #among(): Promise<StreamsSurface> {
    if (!this.#host.stepped) return Promise.reject(new Unsupported('streams in virtual time'));
    return openStreams(this.#visit, this.#place, this.#clock);
  }
}
