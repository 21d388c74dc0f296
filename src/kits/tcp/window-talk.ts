/**
 * What a sender makes of the window that it is offered: one that is taken back, and crumbs of one. The sender is the
 * characters service, which always has more to say.
 */
import { elapsed, type Interval, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { MatchesSegment, TcpEnd } from './end.ts';
import { passOn } from './fence.ts';
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import type { TcpTalk } from './talk.ts';

const SECOND = 1_000_000;
/** Once nothing has come for so long, a sender waits for an acknowledgement; shorter than any timeout for one. */
const QUIET = 0.1 * SECOND;
/** Retransmission timeouts end at a minute, or somewhat above it (RFC 6298 (2.5)). */
const LONGEST = { virtual: 150 * SECOND, real: 10 * SECOND };
/** RFC 9293 section 3.8.6.2.1: the override timeout is no shorter. */
const OVERRIDE = 0.1 * SECOND;

export const hasData = ({ dataLength }: SegmentSeen): boolean => dataLength > 0;

/** The number behind a segment's data. */
function behind({ fields, dataLength }: SegmentSeen): number {
  return ((fields.sequenceNumber ?? 0) + dataLength) >>> 0;
}

export class WindowTalk {
  readonly #talk: TcpTalk;
  /** All before it is acknowledged. */
  #acked = 0;
  /** When the window was last changed. */
  #told: Interval | undefined;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** The service sends what the window and its caution allow, of which nothing is acknowledged. @throws Unmet */
  async fill(window: number): Promise<void> {
    const end = await this.#talk.begin('characters');
    end.window = window;
    await this.#talk.shakeHands(end);
    this.#acked = end.expected;
    await this.takeAll();
  }

  /** Takes data until the sender pauses. @throws Unmet when there is none */
  async takeAll(): Promise<number> {
    const { end } = this;
    const before = end.expected;
    await end.expect(hasData, 'data', this.patience);
    while ((await end.find(hasData, QUIET)) !== undefined);
    return (end.expected - before) >>> 0;
  }

  /** Acknowledges all that came, or only so many octets of it, and offers that window. */
  async offer(window: number, { octets, data }: { octets?: number; data?: string } = {}): Promise<void> {
    const { end } = this;
    if (octets === undefined) this.#acked = end.expected;
    else this.#acked = (this.#acked + octets) >>> 0;
    const link = await end.wire.link();
    const { earliest } = link.now();
    end.window = window;
    const flags = data === undefined ? 'ACK' : 'PSH,ACK';
    const acknowledgmentNumber = this.#acked;
    await end.send({ ...end.read({ flags, ...(data && { data }) }), acknowledgmentNumber });
    this.#told = { earliest, latest: link.now().latest };
  }

  get acked(): number {
    return this.#acked;
  }

  get told(): Interval {
    if (this.#told === undefined) throw new TypeError('no window was offered');
    return this.#told;
  }

  /** Microseconds. */
  get patience(): number {
    const { scene } = this.end.wire;
    return Math.max(LONGEST[scene.clock], scene.scenario.patience * SECOND);
  }

  get end(): TcpEnd {
    return this.#talk.end;
  }

  /** What has not come yet comes. @throws Unmet, Inconclusive */
  async assertGoesOn(): Promise<void> {
    const from = this.end.expected;
    await this.#expectInTime((segment) => hasData(segment) && seqBefore(from, behind(segment)), 'data that is new');
  }

  /** What is acknowledged last is the start of what comes again. @throws Unmet, Inconclusive */
  async assertSentAgain(): Promise<void> {
    await this.#expectInTime(
      (segment) => hasData(segment) && segment.fields.sequenceNumber === this.#acked,
      'the first of what is not acknowledged, once more',
    );
  }

  /**
   * The segment that took window back was data, too: what acknowledges that data was sent in the knowledge of it.
   *
   * @throws Unmet, Inconclusive
   */
  async assertNothingNew(): Promise<void> {
    const { end } = this;
    const highest = end.expected;
    const isTakenBack = seqBefore((this.#acked + end.window) >>> 0, highest);
    if (!isTakenBack) throw new Inconclusive('precondition', 'no more was sent than the window still holds');
    const knows = ({ fields }: SegmentSeen): boolean => fields.acknowledgmentNumber === end.next;
    const isNew = (segment: SegmentSeen): boolean =>
      hasData(segment) && knows(segment) && seqBefore(highest, behind(segment));
    const first = await end.find(knows, this.patience);
    if (first === undefined) throw new Inconclusive('fence', 'what took the window back was not acknowledged');
    await end.wire.settle();
    const seen = isNew(first) ? first : end.already(isNew);
    if (seen === undefined) return;
    throw new Unmet({ expected: ['no new data'], actual: describeSegment(seen.datagram.octets) });
  }

  /** Sent at once, and not only after the override timeout. @throws Unmet, Inconclusive */
  async assertNoCrumb(): Promise<void> {
    const { end } = this;
    await passOn(end);
    const crumb = end.already(hasData);
    if (crumb === undefined) return;
    const waited = elapsed(this.told, crumb.datagram.at);
    const verdict = within(waited, OVERRIDE, Number.POSITIVE_INFINITY);
    if (verdict === 'inside') return;
    const actual = describeSegment(crumb.datagram.octets);
    // RFC 9293 section 3.8.6.2.1 (2): all that is queued may go. RFC9293-MUST-61: PSH says that it is all.
    if (crumb.fields.psh) throw new Inconclusive('precondition', `no more was queued: ${actual}`);
    if (verdict === 'unsure') throw new Inconclusive('unsure', `it may have waited: ${actual}`);
    throw new Unmet({ expected: ['no data within a tenth of a second'], actual });
  }

  /** In real time nobody is accused of waiting longer, as long as the connection is there. */
  async #expectInTime(isIt: MatchesSegment, expected: string): Promise<void> {
    const { end, patience } = this;
    const seen = await end.find((segment) => isIt(segment) || segment.fields.rst === true, patience);
    if (seen !== undefined && isIt(seen)) return;
    if (seen !== undefined || end.wire.scene.clock === 'virtual') {
      const actual = seen === undefined ? end.instead() : describeSegment(seen.datagram.octets);
      throw new Unmet({ expected: [expected], actual, ...(seen === undefined && { missing: true }) });
    }
    throw new Inconclusive('unsure', `nothing came within ${patience / SECOND} seconds, which is long but legal`);
  }
}
