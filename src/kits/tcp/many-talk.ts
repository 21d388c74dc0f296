/** Many connections between the same two hosts at once: each keeps its own data. */
import { Unmet } from '../../harness/outcome.ts';
import { TcpEnd } from './end.ts';
import type { TcpTalk } from './talk.ts';

const FIRST_PORT = 0xc000;
const DIGITS = 8;

export class ManyTalk {
  readonly #talk: TcpTalk;
  #ends: readonly TcpEnd[] = [];

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** All to the echo service, from ports one after another; all stay open. What goes wrong is for a Then to judge. */
  async establish(count: number): Promise<void> {
    const { ends, wire } = await this.#talk.begin('echo');
    const made: TcpEnd[] = [];
    for (let index = 0; index < count; index += 1) {
      const end = this.#talk.adopt(new TcpEnd(wire, { ...ends, sourcePort: FIRST_PORT + index }));
      await end.sendRow({ flags: 'SYN' });
      await end.find(({ fields }) => fields.syn === true || fields.rst === true);
      await end.sendRow({ flags: 'ACK' });
      made.push(end);
    }
    this.#ends = made;
  }

  /** Each sends what no other sends. */
  async speak(): Promise<void> {
    for (const [index, end] of this.#ends.entries()) await end.sendRow({ flags: 'PSH,ACK', data: wordOf(index) });
  }

  /** Each gets what it has sent. @throws Unmet */
  async assertApart(): Promise<void> {
    for (const [index, end] of this.#ends.entries()) {
      const [answer] = end.came;
      if (answer === undefined) {
        throw new Unmet({ expected: [`SYN,ACK on connection ${index}`], actual: 'nothing', missing: true });
      }
      end.assertRow(answer, { flags: 'SYN,ACK', ack: '1' });
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
  }
}

function wordOf(index: number): string {
  return index.toString(16).padStart(DIGITS, '0');
}
