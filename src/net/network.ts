/**
 * Nodes, joined by links, in virtual time. Everything that happens is an event in one queue; nothing waits, and no
 * clock or chance but the seed's is asked. Link after link it does what happens to be next until all is quiet.
 */
import { type Course, travel } from './direction.ts';
import { EventQueue } from './event-queue.ts';
import type { Flight } from './impairment.ts';
import { type LinkConfig, openLoosePort, openPorts, type Port } from './links.ts';
import { isTransfer, type Node, type NodeResult, type Transfer } from './node.ts';
import type { TraceEvent } from './trace.ts';

export interface NetworkConfig {
  /** 32 bits. */
  readonly seed: number;
  /** By name; a name holds neither `.` nor `>`. */
  readonly nodes: Readonly<Record<string, Node>>;
  readonly links: readonly LinkConfig[];
  /** Takes the trace event by event, for runs too long to keep it; `trace` then stays empty. */
  readonly record?: (event: TraceEvent) => void;
  /** Takes what nodes put out beside datagrams: results of calls, events. */
  readonly listen?: (node: string, output: object, now: number) => void;
}

export interface Limits {
  /** The last microsecond that is lived through; endless when left out. */
  readonly until?: number;
  /** Events, against nodes that never let time go on; 100 million when left out. */
  readonly most?: number;
}

/** Nothing left to happen, or a limit reached. */
export type Ending = 'quiet' | 'until' | 'most';

type Occurrence =
  | { readonly kind: 'send'; readonly node: Member; readonly transfer: Transfer }
  | { readonly kind: 'flight'; readonly port: Port; readonly flight: Flight; readonly stage: number }
  | { readonly kind: 'answer'; readonly port: Port; readonly flight: Flight; readonly octets: Uint8Array }
  | { readonly kind: 'wake'; readonly node: Member; readonly at: number };

interface Member {
  readonly name: string;
  readonly node: Node;
  readonly ports: Port[];
  /** The wake that counts; an earlier one that is still in the queue is stale. */
  wakeAt: number | undefined;
}

const MOST_EVENTS = 100_000_000;

export class Network {
  readonly trace: readonly TraceEvent[];
  readonly #record: (event: TraceEvent) => void;
  readonly #listen: NetworkConfig['listen'];
  readonly #members: ReadonlyMap<string, Member>;
  readonly #queue = new EventQueue<Occurrence>();
  readonly #course: Course<Port> = {
    record: (event) => {
      if (event.what === 'duplicated') this.#inFlight += 1;
      if (event.what === 'lost') this.#inFlight -= 1;
      this.#record(event);
    },
    goOn: (port, at, flight, stage) => this.#queue.push(at, { kind: 'flight', port, flight, stage }),
    answer: (port, flight, octets) => this.#queue.push(this.#now, { kind: 'answer', port, flight, octets }),
  };
  #now = 0;
  #inFlight = 0;

  constructor({ seed, nodes, links, record, listen }: NetworkConfig) {
    const trace: TraceEvent[] = [];
    this.trace = trace;
    this.#record = record ?? ((event) => trace.push(event));
    this.#listen = listen;
    const bad = Object.keys(nodes).find((name) => /[.>]/.test(name));
    if (bad !== undefined) throw new RangeError(`a node named ${bad}: neither . nor > may be in it`);
    const ports = openPorts(new Set(Object.keys(nodes)), links, seed);
    this.#members = new Map(
      Object.entries(nodes).map(([name, node]) => [name, { name, node, ports: ports.get(name)!, wakeAt: undefined }]),
    );
    // Each node's first step tells when it wants the next.
    for (const member of this.#members.values()) this.#wake(member, 0);
  }

  /** Microseconds since the network was opened. */
  get now(): number {
    return this.#now;
  }

  /** Packets and copies that are neither delivered nor lost yet. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** When something happens next; undefined when all is quiet. For who lets time pass by a clock of its own. */
  get nextAt(): number | undefined {
    this.#dropStale();
    return this.#queue.first?.at;
  }

  /** At `at`, not before now, puts a datagram onto the link at an interface of `node`, as though that had sent it. */
  send(node: string, transfer: Transfer, at: number = this.#now): void {
    if (at < this.#now) throw new RangeError(`a datagram at ${at}: it is ${this.#now} already`);
    this.#queue.push(at, { kind: 'send', node: this.#member(node), transfer });
  }

  /** Takes over the result of a step that the caller had `node` make now, with inputs of its own. */
  take(node: string, result: NodeResult): void {
    this.#take(this.#member(node), result);
  }

  /** Lives through what happens, until nothing is left to happen or a limit is reached. */
  run({ until = Infinity, most = MOST_EVENTS }: Limits = {}): Ending {
    for (let events = 0; ; events += 1) {
      this.#dropStale();
      const next = this.#queue.first;
      if (next === undefined) return 'quiet';
      if (next.at > until) {
        this.#now = Math.max(this.#now, until);
        return 'until';
      }
      if (events >= most) return 'most';
      this.#now = next.at;
      this.#happen(this.#queue.pop()!);
    }
  }

  #happen(occurrence: Occurrence): void {
    switch (occurrence.kind) {
      case 'send':
        this.#send(occurrence.node, occurrence.transfer);
        break;
      case 'flight':
        this.#goOn(occurrence.port, occurrence.flight, occurrence.stage);
        break;
      case 'answer':
        this.#answer(occurrence.port, occurrence.flight, occurrence.octets);
        break;
      case 'wake':
        occurrence.node.wakeAt = undefined;
        this.#step(occurrence.node, []);
        break;
      default:
        occurrence satisfies never;
    }
  }

  #send(node: Member, { datagram: octets, interface: number }: Transfer): void {
    node.ports[number] ??= openLoosePort({ node: node.name, interface: number });
    const port = node.ports[number];
    const flight = { packet: port.sent, copy: 0, octets, sentAt: this.#now };
    port.sent += 1;
    this.#inFlight += 1;
    this.#record({ at: this.#now, path: port.path, packet: flight.packet, copy: 0, what: 'sent', octets });
    travel(port, flight, 0, this.#now, this.#course);
  }

  #goOn(port: Port, flight: Flight, stage: number): void {
    if (stage === port.stages.length) this.#deliver(port, flight);
    else travel(port, flight, stage, this.#now, this.#course);
  }

  #answer({ path, from }: Port, { packet, copy }: Flight, octets: Uint8Array): void {
    this.#record({ at: this.#now, path, packet, copy, what: 'reported', octets });
    this.#step(this.#member(from.node), [{ datagram: octets, interface: from.interface }]);
  }

  #deliver({ path, to }: Port, { packet, copy, octets }: Flight): void {
    this.#inFlight -= 1;
    this.#record({ at: this.#now, path, packet, copy, what: 'delivered', octets });
    if (to !== undefined) this.#step(this.#member(to.node), [{ datagram: octets, interface: to.interface }]);
  }

  #step(member: Member, inputs: readonly Transfer[]): void {
    this.#take(member, member.node.step(this.#now, inputs));
  }

  #take(member: Member, { outputs, wakeAt }: NodeResult): void {
    for (const output of outputs) {
      if (isTransfer(output)) this.#send(member, output);
      else this.#listen?.(member.name, output, this.#now);
    }
    if (wakeAt === undefined) member.wakeAt = undefined;
    else this.#wake(member, Math.max(wakeAt, this.#now));
  }

  #wake(node: Member, at: number): void {
    if (node.wakeAt === at) return;
    node.wakeAt = at;
    this.#queue.push(at, { kind: 'wake', node, at });
  }

  /** A wake that was put off or called off neither happens nor lets time go on. */
  #dropStale(): void {
    for (let first = this.#queue.first?.event; first?.kind === 'wake'; first = this.#queue.first?.event) {
      if (first.node.wakeAt === first.at) return;
      this.#queue.pop();
    }
  }

  #member(name: string): Member {
    const member = this.#members.get(name);
    if (member === undefined) throw new RangeError(`no node ${name} in this network`);
    return member;
  }
}
