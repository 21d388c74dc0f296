/**
 * Initial sequence numbers, sampled: the tester asks for connections and gives each up as soon as it knows the number.
 * Between the same two ports only the clock makes a difference; between others a function that nobody knows.
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { TcpEnd } from './end.ts';
import type { TcpTalk } from './talk.ts';

/** Microseconds between two looks at the clock: far longer than an answer takes. */
const PAUSE = 100_000;
/** A tick is 4 microseconds or so (RFC 9293 section 3.4.1): nobody is accused who needs less than twice that. */
const SLOWEST_TICK = 8;
const HALF_OF_ALL = 2 ** 31;
const ALL = 2 ** 32;
/** That as many drawn numbers lie so near one another by chance happens once in 2^80 times. */
const SAMPLES = 12;
const NEAR = 2 ** 24;
/** Two clocks that run alike differ by no more, whatever the measurement. */
const TOLERANCE = 1.1;

interface Sample {
  readonly end: TcpEnd;
  readonly number: number;
  /** When it was chosen lies between these two, in microseconds. */
  readonly from: number;
  readonly to: number;
}

/** Ticks a microsecond. */
interface Rate {
  readonly least: number;
  readonly most: number;
}

export class NumberTalk {
  readonly #talk: TcpTalk;
  #pairs: (readonly [Sample, Sample])[] = [];
  #samples: Sample[] = [];

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** So many pairs of ports ask for a connection twice each, a while apart. @throws Unmet */
  async sampleTwice(count: number): Promise<void> {
    const first: Sample[] = [];
    for (let index = 0; index < count; index += 1) first.push(await this.#sample(await this.#talk.begin('echo')));
    const { wire } = this.#talk.end;
    await wire.find(() => false, PAUSE);
    this.#pairs = [];
    for (const sample of first) this.#pairs.push([sample, await this.#sample(this.#again(sample.end))]);
  }

  /** Connections from neighbouring ports, one after another. @throws Unmet */
  async sampleNeighbours(): Promise<void> {
    const begun = await this.#talk.begin('echo');
    const { ends, wire } = begun;
    this.#samples = [];
    for (let index = 0; index < SAMPLES; index += 1) {
      const sourcePort = ends.sourcePort - (ends.sourcePort > 0xffff - SAMPLES ? index : -index);
      const end = index === 0 ? begun : this.#talk.adopt(new TcpEnd(wire, { ...ends, sourcePort }));
      this.#samples.push(await this.#sample(end));
    }
  }

  /** @throws Unmet */
  assertClockRuns(): void {
    for (const [first, second] of this.#pairs) {
      const moved = forward(first, second);
      const least = Math.floor(Math.max(0, second.from - first.to) / SLOWEST_TICK);
      if (moved < HALF_OF_ALL && moved >= least) continue;
      const actual = moved < HALF_OF_ALL ? `${moved} further on` : `${ALL - moved} further back`;
      throw new Unmet({ expected: [`a number at least ${least} further on than the one before`], actual });
    }
  }

  /** @throws Unmet */
  assertUnforeseeable(): void {
    const numbers = this.#samples.map(({ number }) => number);
    const [origin = 0] = numbers;
    const places = numbers.map((number) => (number - origin) | 0);
    const span = Math.max(...places) - Math.min(...places);
    const steps = numbers.slice(1).map((number, index) => (number - numbers[index]!) >>> 0);
    const expected = ['numbers that tell nothing of one another'];
    if (span < NEAR) throw new Unmet({ expected, actual: `${SAMPLES} numbers within ${span} of one another` });
    if (new Set(steps).size === 1) throw new Unmet({ expected, actual: `${SAMPLES} numbers ${steps[0]} apart each` });
  }

  /** What every pair of ports adds stays the same, so that all numbers move on alike. @throws Unmet, Inconclusive */
  assertOneClock(): void {
    const rates = this.#pairs.map(rateOf);
    const fastest = Math.max(...rates.map(({ least }) => least));
    const slowest = Math.min(...rates.map(({ most }) => most));
    if (!Number.isFinite(slowest)) throw new Inconclusive('unsure', 'the answers took as long as the pause between');
    if (fastest <= slowest * TOLERANCE && fastest < HALF_OF_ALL / PAUSE) return;
    const ticks = this.#pairs.map((pair) => forward(...pair)).join(', ');
    throw new Unmet({ expected: ['numbers that all move on by one clock'], actual: `they moved on by ${ticks}` });
  }

  async #sample(end: TcpEnd): Promise<Sample> {
    const link = await end.wire.link();
    const from = link.now().earliest;
    await end.sendRow({ flags: 'SYN' });
    const answer = await end.expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK');
    await end.reset();
    return { end, number: answer.fields.sequenceNumber ?? 0, from, to: answer.datagram.at.latest };
  }

  #again({ ends, wire }: TcpEnd): TcpEnd {
    return this.#talk.adopt(new TcpEnd(wire, ends));
  }
}

function forward(first: Sample, second: Sample): number {
  return (second.number - first.number) >>> 0;
}

function rateOf([first, second]: readonly [Sample, Sample]): Rate {
  const moved = forward(first, second);
  const [shortest, longest] = [second.from - first.to, second.to - first.from];
  return { least: moved / longest, most: shortest > 0 ? moved / shortest : Infinity };
}
