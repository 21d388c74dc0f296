/** What SACK options of a receiver say (RFC 2018 section 4), on what a StreamTalk sent. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Block, StreamTalk } from './stream-talk.ts';

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

  /** The first block of the last acknowledgement holds that piece. @throws Unmet, Inconclusive */
  async assertFirstHolds(number: number): Promise<void> {
    const [first] = await this.#lastBlocks();
    const { left, right } = this.#stream.placeOf(number);
    if (first.left <= left && first.right >= right) return;
    const actual = `octets ${first.left} to ${first.right}`;
    throw new Unmet({ expected: [`a first block that holds octets ${left} to ${right}`], actual });
  }

  /** The last acknowledgement tells of all these pieces, which are apart from one another. @throws Unmet, Inconclusive */
  async assertTellsOf(numbers: string): Promise<void> {
    const blocks = await this.#lastBlocks();
    const untold = numbers.split(' ').filter((number) => {
      const { left, right } = this.#stream.placeOf(Number(number));
      return !blocks.some((block) => block.left <= left && block.right >= right);
    });
    if (untold.length === 0) return;
    throw new Unmet({ expected: [`blocks of the pieces ${numbers}`], actual: `none of ${untold.join(', ')}` });
  }

  /** What they say is bound only where the option is sent, which RFC2018-4b asks for. @throws Inconclusive */
  async #lastBlocks(): Promise<readonly [Block, ...Block[]]> {
    await this.#stream.collect();
    const [first, ...others] = this.#stream.sacks.at(-1) ?? [];
    if (first === undefined) throw new Inconclusive('precondition', 'the last acknowledgement has no SACK option');
    return [first, ...others];
  }
}
