/** How a closed window is probed: when, how often, and for how long. */
import { elapsed, type Interval, type Within, within } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import { hasData, type WindowTalk } from './window-talk.ts';

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
/** A tenth of a second: half of the shortest retransmission timeout that is in use. */
const SHORTEST = 0.1 * SECOND;
/** Coarse clocks do not tell two intervals apart that differ by less than this part of them. */
const JITTER = 0.1;

export class ProbeTalk {
  readonly #windows: WindowTalk;

  constructor(windows: WindowTalk) {
    this.#windows = windows;
  }

  /** New data, data once more, or a number from before the window: all are to be answered. @throws Unmet, Inconclusive */
  async expectProbe(): Promise<SegmentSeen> {
    const { end, acked, patience, told } = this.#windows;
    // What came before the window was closed asks nothing about that.
    const isLater = ({ datagram }: SegmentSeen): boolean => datagram.at.latest >= told.earliest;
    const isProbe = (segment: SegmentSeen): boolean =>
      hasData(segment) || seqBefore(segment.fields.sequenceNumber ?? 0, acked) || segment.fields.rst === true;
    const probe = await end.find((segment) => isLater(segment) && isProbe(segment), patience);
    // What a probe brings is not taken.
    end.expected = acked;
    if (probe?.fields.rst) {
      throw new Unmet({ expected: ['a probe of the window'], actual: describeSegment(probe.datagram.octets) });
    }
    if (probe !== undefined) return probe;
    if (end.wire.scene.clock === 'real') {
      throw new Inconclusive('unsure', `no probe came within ${patience / SECOND} seconds, which is long but legal`);
    }
    throw new Unmet({ expected: ['a probe of the window'], actual: end.instead(), missing: true });
  }

  /** Says that the window is still closed. */
  async answer(): Promise<void> {
    await this.#windows.offer(0, { octets: 0 });
  }

  /** Answers probe after probe for so many minutes, or until a reset comes. */
  async answerFor(minutes: number): Promise<void> {
    const { end } = this.#windows;
    const link = await end.wire.link();
    const until = link.now().latest + minutes * MINUTE;
    for (let left = until - link.now().latest; left > 0; left = until - link.now().latest) {
      const probe = await end.find(() => true, left);
      end.expected = this.#windows.acked;
      // Whether it is gone is for the rule to say.
      if (probe?.fields.rst) return;
      if (probe !== undefined) await this.answer();
    }
  }

  /** An old segment is still acknowledged. @throws Unmet, Inconclusive */
  async assertOpen(): Promise<void> {
    const { end } = this.#windows;
    await end.ask();
    await end.sendRow({ flags: 'ACK', seq: 'next-1' });
    const answer = await end.findAnswer(({ fields }) => fields.ack === true || fields.rst === true);
    if (answer === undefined) throw new Inconclusive('fence', 'an old segment was not answered');
    if (answer.fields.rst) throw this.#gone(answer);
  }

  /** @throws Unmet, Inconclusive */
  async assertFirstInTime(): Promise<void> {
    const probe = await this.expectProbe();
    const waited = elapsed(this.#windows.told, probe.datagram.at);
    const verdict = within(waited, SHORTEST, MINUTE);
    if (verdict === 'inside') return;
    const actual = `${(waited.latest / SECOND).toFixed(3)} seconds`;
    if (verdict === 'unsure') throw new Inconclusive('unsure', `${actual} lies across a limit`);
    throw new Unmet({ expected: ['a tenth of a second to a minute'], actual });
  }

  /**
   * No interval is shorter than the one before, and the last of `count` at least twice the first: many do not go below
   * some seconds, whatever the doubling makes of the timeout. @throws Unmet, Inconclusive
   */
  async assertGrows(count: number): Promise<void> {
    const times: Interval[] = [];
    for (let probes = 0; probes <= count; probes += 1) {
      times.push((await this.expectProbe()).datagram.at);
      await this.answer();
    }
    const gaps = times.slice(1).map((time, index) => elapsed(times[index]!, time));
    const actual = gaps.map(({ latest }) => (latest / SECOND).toFixed(3)).join(', ');
    const hasShrunk = gaps.some(({ latest }, index) => latest < (1 - JITTER) * (gaps[index - 1]?.earliest ?? 0));
    const verdict = isTwice(gaps[0]!, gaps.at(-1)!);
    if (hasShrunk || verdict === 'outside')
      throw new Unmet({ expected: ['intervals that grow'], actual: `seconds: ${actual}` });
    if (verdict === 'unsure') throw new Inconclusive('unsure', `too close to say: ${actual} seconds`);
  }

  #gone(reset: SegmentSeen): Unmet {
    const actual = describeSegment(reset.datagram.octets);
    return new Unmet({ expected: ['the connection is still open'], actual });
  }
}

/** Whether `later` is twice as long as `earlier` at least. */
function isTwice(earlier: Interval, later: Interval): Within {
  if (later.latest < 2 * earlier.earliest) return 'outside';
  return later.earliest >= 2 * earlier.latest ? 'inside' : 'unsure';
}
