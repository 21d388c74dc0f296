/** The implementation's user: the calls of RFC 9293 section 3.9.1, which the tester makes, and what it is answered. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { CallResult, CallSurface } from '../../harness/surface.ts';

/** Microseconds between two questions. */
const ASK_EVERY = 50_000;
const NO_CALL = -1;

export class TcpUser {
  readonly #scene: Scene;
  #surface: CallSurface | undefined;
  #sockets = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** A number for a connection or listener to be. */
  newSocket(): number {
    return this.#sockets++;
  }

  /** Puts a call; its result may be asked for later. @throws Unsupported */
  async start(name: string, parameters: Readonly<Record<string, unknown>>): Promise<number> {
    this.#surface ??= await this.#scene.surface('calls');
    return this.#surface.call(name, parameters);
  }

  /** The result, or undefined while there is none within the hang limit. */
  async result(ref: number, within: number = this.#scene.hangLimit): Promise<CallResult | undefined> {
    this.#surface ??= await this.#scene.surface('calls');
    return this.#surface.result(ref, within);
  }

  /** A call that must succeed. @throws Unmet */
  async call(name: string, parameters: Readonly<Record<string, unknown>>): Promise<CallResult> {
    const result = await this.result(await this.start(name, parameters));
    if (result === undefined) throw new Unmet({ expected: [`${name} is done`], actual: 'no result', missing: true });
    if (!result.ok) throw new Unmet({ expected: [`${name} is done`], actual: `refused: ${String(result.error)}` });
    return result;
  }

  /** What the user was told unasked. */
  async events(): Promise<readonly string[]> {
    this.#surface ??= await this.#scene.surface('calls');
    return this.#surface.events().map(({ event }) => event);
  }

  /** Whether the user is told of that within a while; whatever else it is told meanwhile is forgotten. */
  async isTold(event: string, within: number = this.#scene.hangLimit): Promise<boolean> {
    const link = await this.#scene.surface('link');
    const until = link.now().latest + within;
    for (;;) {
      if ((await this.events()).includes(event)) return true;
      if (link.now().latest >= until) return false;
      // A call that nobody has put has no result: time passes.
      await this.result(NO_CALL, ASK_EVERY);
    }
  }

  /**
   * Told of trouble while its connection lasts. Of one that still lasts nobody knows whether it will be.
   *
   * @throws Unmet, Inconclusive
   */
  async assertToldOfTrouble(socket: number, within: number): Promise<void> {
    if (await this.isTold('trouble', within)) return;
    const status = await this.result(await this.start('status', { socket }));
    if (status?.ok === false || status?.state === 'CLOSED') {
      const expected = ['the user is told of trouble before its connection ends'];
      throw new Unmet({ expected, actual: 'it has ended, and the user was told nothing', missing: true });
    }
    const seconds = Math.round(within / 1_000_000);
    throw new Inconclusive('unsure', `nothing was told within ${seconds} seconds, and no clause says when it must be`);
  }

  /** @throws Inconclusive where a status cannot be had */
  async state(socket: number): Promise<string> {
    const { state } = await this.call('status', { socket });
    if (typeof state !== 'string') throw new Inconclusive('precondition', 'status gave no state');
    return state;
  }
}
