/**
 * The surface streams over a Port: a program above streams, of one seat, stepped in virtual time. Time moves only while the
 * tester waits, and then straight to the moment at which the program wants to be woken.
 */
import { toHex } from '../../contract/hex.ts';
import { type Interval, point } from '../interval.ts';
import { IutFault } from '../outcome.ts';
import type { Errand, StreamEvent, StreamsSurface } from '../surface.ts';
import { errandMembers } from './errand-members.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';
import { readStreamStep, type StreamOutput } from './stream-answers.ts';

/** Where the tester waits; the name is one that no network has (RFC 6761 section 6.2). */
const TESTER = 'tester.test:8080';
/** A program that wants to be woken more often within one wait will never come to rest. */
const WAKES_IN_A_WAIT = 10_000;

export interface StreamsPlan {
  readonly id: number;
  readonly seed: number;
  /** Capabilities that the scenario relies on: they say which part the program plays. */
  readonly needs: readonly string[];
}

/** @throws Unsupported when the implementation has no such program */
export async function openStreams(port: Asked, plan: StreamsPlan, clock: VirtualClock): Promise<StreamsSurface> {
  const { id, seed, needs } = plan;
  await ask(port, 'stream/open', { id, seed, peer: TESTER, capabilities: needs });
  return new VirtualStreams(port, id, clock);
}

class VirtualStreams implements StreamsSurface {
  readonly authority = TESTER;
  readonly #port: Asked;
  readonly #id: number;
  readonly #clock: VirtualClock;
  readonly #events: StreamEvent[] = [];
  readonly #lasting = new Set<number>();
  #opened = 0;
  #wakeAt: number | undefined;

  constructor(port: Asked, id: number, clock: VirtualClock) {
    this.#port = port;
    this.#id = id;
    this.#clock = clock;
  }

  async start(errand: Errand): Promise<void> {
    await this.#step({ errand: errandMembers(errand) });
  }

  async connect(): Promise<number> {
    this.#opened += 1;
    const connection = 2 * this.#opened;
    this.#lasting.add(connection);
    await this.#step({ connection, event: 'opened' });
    return connection;
  }

  send(connection: number, octets: Uint8Array): Promise<Interval> {
    return this.#step({ connection, octets: toHex(octets) });
  }

  finish(connection: number): Promise<Interval> {
    return this.#step({ connection, event: 'ended' });
  }

  reset(connection: number): Promise<Interval> {
    return this.#step({ connection, event: 'reset' });
  }

  async next(within: number): Promise<StreamEvent | undefined> {
    const limit = this.#clock.now + Math.max(0, Math.ceil(within));
    for (let wakes = 0; this.#events.length === 0; wakes += 1) {
      if (this.#wakeAt === undefined || this.#wakeAt > limit) {
        if (Number.isFinite(limit)) this.#clock.now = limit;
        return undefined;
      }
      if (wakes > WAKES_IN_A_WAIT)
        throw new IutFault('iut-hung', `stream/step: woken ${wakes} times without an output`);
      this.#clock.now = Math.max(this.#clock.now, this.#wakeAt);
      await this.#step();
    }
    return this.#events.shift();
  }

  async #step(...inputs: readonly object[]): Promise<Interval> {
    const { now } = this.#clock;
    const answer = readStreamStep(await ask(this.#port, 'stream/step', { id: this.#id, now, inputs }));
    this.#wakeAt = answer.wakeAt;
    for (const output of answer.outputs) await this.#take(output, point(now));
    return point(now);
  }

  async #take(output: StreamOutput, at: Interval): Promise<void> {
    switch (output.kind) {
      case 'connect':
        return this.#open(output.connection, output.to, at);
      case 'ended':
      case 'reset':
        if (this.#lasting.delete(output.connection)) this.#events.push({ ...output, at });
        return;
      case 'octets':
        this.#events.push({ ...output, at });
        return;
      case 'done':
        // As where a process ends.
        for (const connection of this.#lasting) this.#events.push({ kind: 'ended', connection, at });
        this.#lasting.clear();
        this.#events.push({ ...output, at });
        return;
      default:
        output satisfies never;
    }
  }

  /** The tester takes every connection to where it waits; nobody is anywhere else. */
  async #open(connection: number, to: string, at: Interval): Promise<void> {
    if (to !== TESTER) {
      await this.#step({ connection, event: 'reset' });
      return;
    }
    this.#lasting.add(connection);
    this.#events.push({ kind: 'opened', connection, at });
    await this.#step({ connection, event: 'opened' });
  }
}
