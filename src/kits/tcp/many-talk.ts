/** Many connections between the same two hosts at once: each keeps its own data. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';

const FIRST_PORT = 0xc000;
const DIGITS = 8;

export class ManyTalk {
  readonly #talk: TcpTalk;
  #ends: readonly TcpEnd[] = [];
  #asked = 0;
  /** What came on another connection when a SYN was not answered. */
  #astray: SegmentSeen | undefined;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /**
   * All to the echo service, from ports one after another; all stay open. There is room for so many at once as there is: who
   * does not answer a SYN, or refuses it, is asked for no more. What goes wrong else is for a Then to judge.
   */
  async establish(count: number): Promise<void> {
    this.#asked = count;
    const { ends, wire } = await this.#talk.begin('echo');
    const made: TcpEnd[] = [];
    for (let index = 0; index < count; index += 1) {
      const end = this.#talk.adopt(new TcpEnd(wire, { ...ends, sourcePort: FIRST_PORT + index }));
      await end.ask();
      await end.sendRow({ flags: 'SYN' });
      const answer = await end.find(() => true);
      if (answer === undefined) this.#astray = strayFrom(end, made);
      if (answer === undefined || answer.fields.rst) break;
      await end.sendRow({ flags: 'ACK' });
      made.push(end);
    }
    this.#ends = made;
  }

  /** Each sends what no other sends. */
  async speak(): Promise<void> {
    for (const [index, end] of this.#ends.entries()) await end.sendRow({ flags: 'PSH,ACK', data: wordOf(index) });
  }

  /** Each gets what it has sent. @throws Unmet, Inconclusive where there was not room for all */
  async assertApart(): Promise<void> {
    for (const [index, end] of this.#ends.entries()) {
      end.assertRow(end.came[0]!, { flags: 'SYN,ACK', ack: '1' });
      const wanted = wordOf(index);
      const back = await end.expect(({ dataLength }) => dataLength > 0, `data ${wanted} on connection ${index}`);
      if (back.fields.data === wanted) continue;
      throw new Unmet({
        expected: [`data ${wanted} on connection ${index}`],
        actual: `data ${back.fields.data}`,
        difference: {
          field: 'data',
          expected: wanted,
          actual: back.fields.data ?? '',
          exchange: back.datagram.exchange,
        },
      });
    }
    if (this.#astray !== undefined) {
      const actual = describeSegment(this.#astray.datagram.octets);
      throw new Unmet({ expected: [`an answer on connection ${this.#ends.length}, or none`], actual });
    }
    const { length } = this.#ends;
    if (length < this.#asked) throw new Inconclusive('precondition', `only ${length} of ${this.#asked} were opened`);
  }
}

/** Others have nothing to say while one is being opened. */
function strayFrom(end: TcpEnd, others: readonly TcpEnd[]): SegmentSeen | undefined {
  const isStray = (segment: SegmentSeen, other: TcpEnd): boolean =>
    end.isLater(segment) && !segment.fields.syn && !other.isWindowUpdate(segment);
  for (const other of others) {
    const stray = other.already((segment) => isStray(segment, other));
    if (stray !== undefined) return stray;
  }
  return undefined;
}

function wordOf(index: number): string {
  return index.toString(16).padStart(DIGITS, '0');
}
