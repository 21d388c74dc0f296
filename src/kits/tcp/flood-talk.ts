/**
 * What a service sends that never ends: how much in one segment, and how far beyond what was acknowledged. The tester
 * acknowledges only when it is told to.
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { locate } from '../ipv4/difference.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';

/** After such a while without a segment a sender is waiting for something. */
const QUIET = 150_000;
const MOST_SEGMENTS = 100;

export class FloodTalk {
  readonly #talk: TcpTalk;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** What the tester offers from its next segment on. */
  offer(window: number): void {
    this.#talk.end.window = window;
  }

  /** A segment with more data than that. @throws Unmet */
  async assertMoreThan(octets: number): Promise<void> {
    const { end } = this.#talk;
    const expected = `a segment with more than ${octets} octets of data`;
    await end.expect(({ dataLength }) => dataLength > octets, expected);
  }

  /** No segment has more data than that. @throws Unmet, Inconclusive when no data comes */
  async assertSegmentsAtMost(octets: number): Promise<void> {
    const { end } = this.#talk;
    const came = await this.#drain(end);
    if (came.length === 0) throw new Inconclusive('precondition', 'no data comes at all');
    for (const segment of came) assertAtMost(segment, octets);
  }

  /** On a connection for this alone: who heeds no segment size at all is at fault elsewhere. @throws Unmet, Inconclusive */
  async assertKeptTo(octets: number): Promise<void> {
    await this.#talk.establish('characters', { options: `2 ${octets.toString(16).padStart(4, '0')}` });
    await this.assertSegmentsAtMost(octets);
    await this.#talk.end.reset();
  }

  /** The tester acknowledges all that has come, so many times, and then no more. */
  async acknowledge(rounds: number): Promise<void> {
    const { end } = this.#talk;
    for (let round = 0; round < rounds; round += 1) {
      await this.#drain(end);
      await end.sendRow({ flags: 'ACK' });
    }
  }

  /** The tester acknowledges each segment as it comes, so many of them: the sender gains confidence by each. */
  async acknowledgeEach(segments: number): Promise<void> {
    const { end } = this.#talk;
    for (let count = 0; count < segments; count += 1) {
      if ((await end.find(({ dataLength }) => dataLength > 0, QUIET)) === undefined) return;
      await end.sendRow({ flags: 'ACK' });
    }
  }

  /** All data lies within so many octets of what was acknowledged, and more than `least` of them come. @throws Unmet */
  async assertWithin(octets: number, least = 0): Promise<void> {
    const { end } = this.#talk;
    const acknowledged = end.expected;
    const came = await this.#drain(end);
    const reach = (segment: SegmentSeen): number =>
      ((segment.fields.sequenceNumber ?? 0) + segment.dataLength - acknowledged) | 0;
    const furthest = came.toSorted((one, other) => reach(other) - reach(one))[0];
    if (furthest === undefined) throw new Inconclusive('precondition', 'no data comes at all');
    const actual = reach(furthest);
    const expected = [`data that ends more than ${least} and at most ${octets} octets behind what was acknowledged`];
    if (actual > octets || actual <= least) throw new Unmet({ expected, actual: `${actual} octets behind it` });
  }

  async #drain(end: TcpEnd): Promise<readonly SegmentSeen[]> {
    const came: SegmentSeen[] = [];
    while (came.length < MOST_SEGMENTS) {
      // The first may be on its way still.
      const within = came.length === 0 ? end.wire.scene.hangLimit : QUIET;
      const segment = await end.find(({ dataLength }) => dataLength > 0, within);
      if (segment === undefined) break;
      came.push(segment);
    }
    return came;
  }
}

/** @throws Unmet */
export function assertAtMost({ dataLength, datagram, where }: SegmentSeen, octets: number): void {
  if (dataLength <= octets) return;
  const at = { exchange: datagram.exchange, where };
  throw new Unmet({
    expected: [`at most ${octets} octets of data`],
    actual: `${dataLength} octets`,
    difference: locate('data', `at most ${octets} octets`, `${dataLength} octets`, at),
  });
}
