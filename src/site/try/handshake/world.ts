/**
 * Two hosts and the network between them, as far as a script has been followed: what has happened, mark by mark, each
 * segment with its reason and what became of it, and how both sides stand.
 */
import type { Flight } from '../../../net/impairment.ts';
import { Network, type TraceEvent } from '../../../net/index.ts';
import { delayOf, wayUnder } from './link-layer.ts';
import type { SidePicture } from './picture.ts';
import type { Action, Conditions, Script, SideName } from './script.ts';
import { readSegment, type SegmentRead } from './segment.ts';
import { type Cause, Side } from './side.ts';

/** A segment, or a copy of it, on its way. Times in microseconds. */
export interface Journey {
  readonly copy: number;
  /** Where it is, or what became of it. `arrivesAt` is known once nothing holds it back any more. */
  readonly fate: 'flying' | 'arrived' | 'lost';
  readonly arrivesAt: number;
  /** Of one that was lost: when; `by` the reader, or the network. */
  readonly lostAt?: number;
  readonly by?: 'you' | 'the network';
}

export interface Sent {
  readonly id: string;
  readonly from: SideName;
  readonly packet: number;
  readonly at: number;
  /** With its IP header. */
  readonly datagram: Uint8Array;
  readonly segment: SegmentRead;
  readonly cause: Cause;
  /** First numbers of this side and the other, where they are known. */
  readonly origins: { readonly seq: number | undefined; readonly ack: number | undefined };
  /** By copy. */
  readonly journeys: readonly Journey[];
}

export type Mark = { readonly at: number } & (
  | { readonly kind: 'sent'; readonly sent: string }
  | { readonly kind: 'arrived' | 'lost'; readonly sent: string; readonly copy: number }
  | { readonly kind: 'state'; readonly side: SideName; readonly state: SidePicture['state'] }
  | { readonly kind: 'call'; readonly side: SideName; readonly action: Action; readonly refused?: string }
  | { readonly kind: 'told'; readonly side: SideName; readonly what: string }
  | { readonly kind: 'conditions'; readonly conditions: Conditions }
);

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Entry = Writable<Omit<Sent, 'journeys'>> & { journeys: Journey[] };

const NAMES: readonly SideName[] = ['A', 'B'];
/** A node that sends nothing: with it the network's time goes on although nothing happens. */
const CLOCK = 'clock';
/** Against a network that never comes to rest between two moments. */
const MOST_EVENTS = 100_000;

export class World {
  readonly marks: Mark[] = [];
  readonly #sides: Readonly<Record<SideName, Side>>;
  readonly #network: Network;
  readonly #sent = new Map<string, Entry>();
  readonly #taken = new Set<string>();
  readonly #causes: Cause[] = [];
  readonly #states: Record<SideName, SidePicture['state']> = { A: 'CLOSED', B: 'CLOSED' };
  readonly #firsts: Record<SideName, number | undefined> = { A: undefined, B: undefined };
  #conditions: Conditions;

  constructor({ seed, conditions, buffer }: Script) {
    this.#conditions = conditions;
    this.#sides = { A: this.#side('A', seed, buffer), B: this.#side('B', seed, buffer) };
    const way = (from: SideName) =>
      wayUnder(
        () => this.#conditions,
        ({ packet, copy }: Flight) => this.#taken.has(`${from}${packet}.${copy}`),
      );
    this.#network = new Network({
      seed,
      nodes: { ...this.#sides, [CLOCK]: { step: () => ({ outputs: [], wakeAt: undefined }) } },
      links: [{ ends: [end('A'), end('B')], there: way('A'), back: way('B') }],
      record: (event) => this.#record(event),
    });
    this.#network.run({ until: 0 });
  }

  /** Microseconds. */
  get now(): number {
    return this.#network.now;
  }

  /** When something happens by itself. */
  get nextAt(): number | undefined {
    return this.#network.nextAt;
  }

  get sent(): ReadonlyMap<string, Sent> {
    return this.#sent;
  }

  get conditions(): Conditions {
    return this.#conditions;
  }

  pictureOf(side: SideName): SidePicture {
    return this.#sides[side].picture;
  }

  /** All that happens until then. */
  advance(until: number): void {
    for (let next = this.nextAt; next !== undefined && next <= until; next = this.nextAt) {
      this.#network.run({ until: next, most: MOST_EVENTS });
      this.#noteStates();
    }
    if (until <= this.now) return;
    this.#network.take(CLOCK, { outputs: [], wakeAt: until });
    this.#network.run({ until });
  }

  /** Now. */
  act(action: Action): void {
    switch (action.kind) {
      case 'call':
        this.#call(action);
        break;
      case 'lose':
        this.#lose(action);
        break;
      case 'conditions':
        this.#conditions = action.conditions;
        this.marks.push({ at: this.now, kind: 'conditions', conditions: action.conditions });
        break;
      default:
        action satisfies never;
    }
  }

  #call(action: Action & { kind: 'call' }): void {
    const { side, call, octets } = action;
    const mark: Writable<Mark & { kind: 'call' }> = { at: this.now, kind: 'call', side, action };
    this.marks.push(mark);
    const { result, refused } = this.#sides[side].call(this.now, call, octets);
    if (refused !== undefined) mark.refused = refused;
    this.#network.take(side, result);
    this.#noteStates();
  }

  /** What has arrived meanwhile, or is lost already, cannot be taken off the way. */
  #lose({ side, packet, copy }: Action & { kind: 'lose' }): void {
    const id = `${side}${packet}`;
    const entry = this.#sent.get(id);
    if (entry?.journeys.find((each) => each.copy === copy)?.fate !== 'flying') return;
    this.#taken.add(`${id}.${copy}`);
    this.#change(entry, copy, { fate: 'lost', lostAt: this.now, by: 'you' });
    this.marks.push({ at: this.now, kind: 'lost', sent: id, copy });
  }

  #side(name: SideName, seed: number, buffer: number): Side {
    return new Side({
      name,
      seed,
      buffer,
      tell: (what) => this.marks.push({ at: this.#network.now, kind: 'told', side: name, what }),
      explain: (cause) => this.#causes.push(cause),
    });
  }

  #record(event: TraceEvent): void {
    const from = event.path.startsWith('A') ? 'A' : 'B';
    const id = `${from}${event.packet}`;
    if (event.what === 'sent') {
      this.#begin({ id, from, packet: event.packet, at: event.at, datagram: event.octets });
      return;
    }
    const entry = this.#sent.get(id)!;
    switch (event.what) {
      case 'duplicated':
        entry.journeys.push({ copy: event.copy, fate: 'flying', arrivesAt: this.#arrival(event.at) });
        break;
      case 'delayed':
        this.#change(entry, event.copy, { arrivesAt: event.by === 'delay' ? event.until : this.#arrival(event.until) });
        break;
      case 'lost':
        // What the reader took off the way was marked then.
        if (event.by === 'you') return;
        this.#change(entry, event.copy, { fate: 'lost', lostAt: event.at, by: 'the network' });
        this.marks.push({ at: event.at, kind: 'lost', sent: id, copy: event.copy });
        break;
      case 'delivered':
        this.#change(entry, event.copy, { fate: 'arrived', arrivesAt: event.at });
        this.marks.push({ at: event.at, kind: 'arrived', sent: id, copy: event.copy });
        break;
      default:
    }
  }

  #begin(place: Pick<Sent, 'id' | 'from' | 'packet' | 'at' | 'datagram'>): void {
    const { id, from, at, datagram } = place;
    const segment = readSegment(datagram);
    const { fields } = segment;
    if (fields.syn) this.#firsts[from] = fields.sequenceNumber;
    const origins = { seq: this.#firsts[from], ack: this.#firsts[from === 'A' ? 'B' : 'A'] };
    const journeys: Journey[] = [{ copy: 0, fate: 'flying', arrivesAt: this.#arrival(at) }];
    this.#sent.set(id, { ...place, segment, cause: this.#causes.shift()!, origins, journeys });
    this.marks.push({ at, kind: 'sent', sent: id });
  }

  #arrival(at: number): number {
    return at + delayOf(this.#conditions);
  }

  #change({ journeys }: Entry, copy: number, change: Partial<Journey>): void {
    const index = journeys.findIndex((each) => each.copy === copy);
    journeys[index] = { ...journeys[index]!, ...change };
  }

  #noteStates(): void {
    for (const side of NAMES) {
      const { state } = this.#sides[side].picture;
      if (state === this.#states[side]) continue;
      this.#states[side] = state;
      this.marks.push({ at: this.now, kind: 'state', side, state });
    }
  }
}

function end(node: SideName) {
  return { node, interface: 0 };
}
