/** Frames that an implementation decodes and encodes by itself: HPR/1 section 2. */

import { fromHex, toHex } from '../../contract/hex.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { CodecSurface } from '../../harness/surface.ts';
import { LAYER } from './station-talk.ts';

export class CodecTalk {
  readonly #scene: Scene;
  #octets: Uint8Array | undefined;
  #value: Readonly<Record<string, unknown>> | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async #codec(): Promise<CodecSurface> {
    return this.#scene.surface('codec');
  }

  /** @throws Unmet */
  async decode(fixture: string): Promise<void> {
    const { octets } = this.#scene.fixture(LAYER, fixture);
    this.#octets = fromHex(octets.replaceAll(' ', ''));
    this.#scene.evidence.sent(LAYER, this.#octets, { earliest: 0, latest: 0 });
    const answer = await (await this.#codec()).decode(LAYER, this.#octets);
    if (!answer.ok) throw new Unmet({ expected: ['accepted'], actual: 'refused' });
    this.#value = answer.value;
  }

  /** @throws Unmet */
  async assertEncodesBack(): Promise<void> {
    const [octets, value] = [this.#octets, this.#value];
    if (octets === undefined || value === undefined) throw new TypeError('nothing was decoded');
    const encoded = await (await this.#codec()).encode(LAYER, value);
    if (toHex(encoded) !== toHex(octets)) throw new Unmet({ expected: [toHex(octets)], actual: toHex(encoded) });
  }
}
