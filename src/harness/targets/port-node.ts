/**
 * One node of the implementation over a Port, in virtual time: stepped when something comes to it, and when it wants to be
 * woken. Nothing takes time; time moves only while the tester waits.
 */
import { IutFault } from '../outcome.ts';
import { type ErrandAnswer, readErrandStep } from './errand-answers.ts';
import { type Asked, ask, type VirtualClock } from './port-surfaces.ts';

/** A node that wants to be woken so often without time passing, or within one wait, never comes to rest. */
const WAKES_AT_ONCE = 1_000;
const WAKES_IN_A_WAIT = 200_000;

export class PortNode {
  readonly #port: Asked;
  readonly #id: number;
  readonly #seed: number;
  readonly #clock: VirtualClock;
  /** Told of each step what came of it. */
  readonly #take: (answer: ErrandAnswer) => void;
  #opened: Promise<unknown> | undefined;
  #wakeAt: number | undefined;

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
    this.#wakeAt = answer.wakeAt;
    this.#take(answer);
  }

  /** Lets time pass until `look` finds something, or as long as is said. */
  async until<Found>(within: number, look: () => Found | undefined): Promise<Found | undefined> {
    const limit = this.#clock.now + Math.max(0, Math.ceil(within));
    for (let wakes = 0, atOnce = 0; ; wakes += 1) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#wakeAt === undefined || this.#wakeAt > limit) break;
      atOnce = this.#wakeAt > this.#clock.now ? 0 : atOnce + 1;
      if (atOnce > WAKES_AT_ONCE || wakes > WAKES_IN_A_WAIT) {
        throw new IutFault(
          'iut-hung',
          `node/step: woken ${wakes} times, and wakeAt asks for more at ${this.#wakeAt} us`,
        );
      }
      this.#clock.now = Math.max(this.#clock.now, this.#wakeAt);
      await this.step([]);
    }
    if (Number.isFinite(limit)) this.#clock.now = limit;
    return undefined;
  }

  /** It is gone. @throws IutFault */
  async end(): Promise<void> {
    if (this.#opened === undefined) return;
    await this.#opened;
    await ask(this.#port, 'node/close', { id: this.#id });
  }
}
