/** What SACK options of a receiver say (RFC 2018 section 4), on what a StreamTalk sent. */
import { Unmet } from '../../harness/outcome.ts';
import type { StreamTalk } from './stream-talk.ts';

export class SackChecks {
  readonly #stream: StreamTalk;

  constructor(stream: StreamTalk) {
    this.#stream = stream;
  }

  /** Each of the last acknowledgements, so many, has blocks. @throws Unmet */
  async assertOnEach(count: number): Promise<void> {
    await this.#stream.collect();
    const last = this.#stream.sacks.slice(-count);
    const bare = last.filter((blocks) => blocks.length === 0).length + count - last.length;
    if (bare > 0) throw new Unmet({ expected: [`blocks on each of ${count}`], actual: `${bare} without` });
  }

  /** The first block of the last acknowledgement holds that piece. @throws Unmet */
  async assertFirstHolds(number: number): Promise<void> {
    await this.#stream.collect();
    const [first] = this.#stream.sacks.at(-1) ?? [];
    const { left, right } = this.#stream.placeOf(number);
    if (first !== undefined && first.left <= left && first.right >= right) return;
    const actual = first === undefined ? 'no block' : `octets ${first.left} to ${first.right}`;
    throw new Unmet({ expected: [`a first block that holds octets ${left} to ${right}`], actual });
  }

  /** The last acknowledgement tells of all these pieces, which are apart from one another. @throws Unmet */
  async assertTellsOf(numbers: string): Promise<void> {
    await this.#stream.collect();
    const blocks = this.#stream.sacks.at(-1) ?? [];
    const untold = numbers.split(' ').filter((number) => {
      const { left, right } = this.#stream.placeOf(Number(number));
      return !blocks.some((block) => block.left <= left && block.right >= right);
    });
    if (untold.length === 0) return;
    throw new Unmet({ expected: [`blocks of the pieces ${numbers}`], actual: `none of ${untold.join(', ')}` });
  }
}
