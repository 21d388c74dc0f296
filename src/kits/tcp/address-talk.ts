/** SYNs from where nobody can be, and to where everybody is. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Wire } from '../ipv4/wire.ts';
import { describeSegment } from './describe.ts';
import { TcpEnd } from './end.ts';
import { segmentIn } from './segment.ts';
import type { TcpTalk } from './talk.ts';

/** By the words that features have for them; else dotted. */
const OF_THE_LINK: ReadonlySet<string> = new Set(['broadcast', 'network']);

export class AddressTalk {
  readonly #wire: Wire;
  readonly #talk: TcpTalk;
  #odd: TcpEnd | undefined;

  constructor(wire: Wire, talk: TcpTalk) {
    this.#wire = wire;
    this.#talk = talk;
  }

  async address(word: string): Promise<string> {
    const { addresses } = await this.#wire.link();
    return OF_THE_LINK.has(word) ? addresses[word as 'broadcast' | 'network'] : word;
  }

  /** A SYN to the echo port that only one address is wrong in. */
  async ask(which: 'source' | 'destination', word: string): Promise<void> {
    const { ends, wire } = await this.#talk.begin('echo');
    this.#odd = new TcpEnd(wire, { ...ends, [which]: await this.address(word) });
    await this.#odd.sendRow({ flags: 'SYN' });
  }

  /** Whatever the address: no segment for the port that it came from. @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    const { ends, wire } = this.odd;
    const other = await this.#talk.begin('echo');
    await other.sendRow({ flags: 'SYN' });
    const answer = await other.find(({ fields }) => fields.syn === true);
    if (answer === undefined) throw new Inconclusive('fence', 'a SYN sent afterwards was not answered either');
    await wire.settle();
    const seen = wire.already((each) => {
      const segment = segmentIn(each)?.fields;
      return segment?.destinationPort === ends.sourcePort && segment.sourcePort === ends.destinationPort;
    });
    if (seen === undefined) return;
    const actual = describeSegment(seen.octets);
    const difference = { field: 'segment', expected: 'none', actual, exchange: seen.exchange };
    throw new Unmet({ expected: ['no segment'], actual, difference });
  }

  get odd(): TcpEnd {
    if (this.#odd === undefined) throw new TypeError('no SYN was sent from or to an odd address');
    return this.#odd;
  }
}
