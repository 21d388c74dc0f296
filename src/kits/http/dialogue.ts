/**
 * The tester as a client that takes its time: one connection on which octets go out in pieces, and what comes back is read
 * in between. For what shows only while a request is under way.
 */
import type { Interval } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { StreamsSurface } from '../../harness/surface.ts';
import { REQUEST_LAYER, RESPONSE_LAYER } from './describe.ts';
import type { Observation } from './observation.ts';
import { observeResponses } from './observe-responses.ts';
import { joinOctets, textOf } from './octet-text.ts';

export class Dialogue {
  readonly #scene: Scene;
  #line: { readonly streams: StreamsSurface; readonly connection: number } | undefined;
  #came: Uint8Array = new Uint8Array(0);
  #end: 'ended' | 'reset' | undefined;
  /** When something came last. */
  #at: Interval = { earliest: 0, latest: 0 };
  readonly #methods: string[] = [];

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Responses so far, to the requests whose methods were told. */
  get observation(): Observation {
    return observeResponses(this.#came, this.#methods, this.#end !== undefined);
  }

  /** `method`, of a request that begins with these octets, says where its response ends. */
  async say(octets: Uint8Array, method?: string): Promise<void> {
    if (method !== undefined) this.#methods.push(method);
    this.#line ??= await this.#open();
    const { streams, connection } = this.#line;
    this.#scene.evidence.sent(REQUEST_LAYER, octets, await streams.send(connection, octets));
  }

  /** An octet at a time, each written before the next. */
  async spell(octets: Uint8Array, method: string): Promise<void> {
    this.#methods.push(method);
    this.#line ??= await this.#open();
    const { streams, connection } = this.#line;
    let at = await streams.send(connection, octets.subarray(0, 1));
    for (let next = 1; next < octets.length; next += 1) {
      at = { ...at, latest: (await streams.send(connection, octets.subarray(next, next + 1))).latest };
      // What was wrong with the beginning may be told before the end.
      if (this.#end !== undefined) break;
    }
    this.#scene.evidence.sent(REQUEST_LAYER, octets, at);
  }

  /** Reads until there is a word: an interim response, a final one, or the end. @throws Unmet when nothing comes */
  async hear(): Promise<'100' | 'final'> {
    for (;;) {
      const [, status = ''] = /^HTTP\/1\.[0-9] ([0-9]{3}).*?\r?\n\r?\n/s.exec(textOf(this.#came)) ?? [];
      if (status !== '') return status === '100' ? '100' : 'final';
      await this.#next(['100', 'a final status']);
    }
  }

  /** Reads until each request has its response. @throws Unmet when one is missing */
  async hearAll(): Promise<Observation> {
    for (;;) {
      const { observation } = this;
      const whole = observation.responses.filter(({ complete }) => complete).length;
      if (whole >= this.#methods.length || this.#end !== undefined) return this.#kept(observation);
      await this.#next([`${this.#methods.length} responses`]);
    }
  }

  async close(): Promise<void> {
    if (this.#line !== undefined && this.#end === undefined) await this.#line.streams.reset(this.#line.connection);
  }

  #kept(observation: Observation): Observation {
    this.#scene.evidence.received(RESPONSE_LAYER, this.#came, this.#at);
    return observation;
  }

  async #open(): Promise<{ readonly streams: StreamsSurface; readonly connection: number }> {
    const streams = await this.#scene.surface('streams');
    return { streams, connection: await streams.connect() };
  }

  async #next(expected: readonly string[]): Promise<void> {
    if (this.#line === undefined) throw new Inconclusive('precondition', 'nothing was sent');
    if (this.#end !== undefined) throw new Inconclusive('precondition', 'the connection was closed without an answer');
    const event = await this.#line.streams.next(this.#scene.hangLimit);
    if (event === undefined) {
      throw new Unmet({ expected, actual: 'no answer, and the connection stays open', missing: true });
    }
    if (event.kind === 'octets') this.#came = joinOctets([this.#came, event.octets]);
    else if (event.kind === 'ended' || event.kind === 'reset') this.#end = event.kind;
    if (event.kind !== 'opened') this.#at = event.at;
  }
}
