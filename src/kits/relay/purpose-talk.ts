/** Messages for all four purposes: data, a question and its answer, a call and its result, a program and its outcome. */
import { toHex } from '../../contract/hex.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { Crowd } from './crowd.ts';
import { missing, SECOND } from './station-talk.ts';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly ref: number;
  readonly event: string;
  readonly body: Readonly<Record<string, string>>;
}

const ARRIVES_WITHIN = 20 * SECOND;
/** A program as section 9.7 has it, which answers 42; behind it a section without a meaning, of 40 octets by chance. */
const PROGRAM =
  '0061736d010000000105016000017e03020100050401010101071002066d656d6f727902000372756e00000a' +
  '0b010900428280808080020b0b08010041100b023432' +
  '002900';

export class PurposeTalk {
  readonly #crowd: Crowd;
  #asked: Asked | undefined;
  #answer = '';

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
  }

  async ask(from: string, to: string, purpose: 'request' | 'call' | 'program'): Promise<void> {
    const { world, scene } = this.#crowd;
    const data = toHex(scene.random.octets(40));
    const [call, body] = {
      request: ['request', { data }],
      call: ['call', { function: 'sum', arguments: data }],
      program: ['run', { program: PROGRAM + data }],
    }[purpose] as [string, Record<string, string>];
    const ref = await world.call(from, call, { to, ...body });
    this.#asked = { from, to, ref, event: purpose, body };
  }

  /** The application there is asked, and answers. @throws Unmet */
  async respond(): Promise<void> {
    const { to, from, event, body } = this.#question();
    const { world, scene } = this.#crowd;
    const isIt = (): Readonly<Record<string, unknown>> | undefined =>
      this.#crowd.lastEvent(to, event, (told) => told.from === from);
    const told = await world.until(ARRIVES_WITHIN, isIt);
    if (told === undefined) throw missing(`a ${event} of ${from} at ${to}`);
    for (const [name, value] of Object.entries(body)) {
      if (told[name] !== value) throw new Unmet({ expected: [`${name} ${value}`], actual: String(told[name]) });
    }
    this.#answer = toHex(scene.random.octets(30));
    await world.call(to, 'respond', { message: told.message, data: this.#answer });
  }

  /** @throws Unmet */
  async expectAnswer(): Promise<void> {
    const { from, ref } = this.#question();
    const result = await this.#crowd.world.result(from, ref, ARRIVES_WITHIN);
    if (result === undefined) throw missing(`the answer at ${from}`);
    if (result.data !== this.#answer) throw new Unmet({ expected: [this.#answer], actual: String(result.data) });
  }

  #question(): Asked {
    if (this.#asked === undefined) throw new TypeError('nobody was asked');
    return this.#asked;
  }
}
