/**
 * One node of the implementation over a Port, in virtual time: stepped when something comes to it, and when it wants to be
 * woken. Nothing takes time; time moves only while the tester waits.
 */
import { type ErrandAnswer, readErrandStep } from './errand-answers.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';
import { type Sleeper, untilFound } from './wakes.ts';

export class PortNode implements Sleeper {
  readonly method = 'node/step';
  wakeAt: number | undefined;
  readonly #port: Asked;
  readonly #id: number;
  readonly #seed: number;
  readonly #clock: VirtualClock;
  /** Told of each step what came of it. */
  readonly #take: (answer: ErrandAnswer) => void;
  #opened: Promise<unknown> | undefined;

  constructor(port: Asked, id: number, seed: number, clock: VirtualClock, take: (answer: ErrandAnswer) => void) {
    this.#port = port;
    this.#id = id;
    this.#seed = seed;
    this.#clock = clock;
    this.#take = take;
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Once; `params` as `node/open` has them. @throws Unsupported, IutFault */
  async open(params: Readonly<Record<string, unknown>>): Promise<void> {
    this.#opened ??= ask(this.#port, 'node/open', { id: this.#id, seed: this.#seed, ...params });
    await this.#opened;
  }

  async step(inputs: readonly object[]): Promise<void> {
    const { now } = this.#clock;
    const answer = readErrandStep(await ask(this.#port, 'node/step', { id: this.#id, now, inputs }));
    this.wakeAt = answer.wakeAt;
    this.#take(answer);
  }

  /** Lets time pass until `look` finds something, or as long as is said. */
  until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    return untilFound(this, this.#clock, within, look);
  }

  /** It is gone. @throws IutFault */
  async end(): Promise<void> {
    if (this.#opened === undefined) return;
    await this.#opened;
    await ask(this.#port, 'node/close', { id: this.#id });
  }
}
