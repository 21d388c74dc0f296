/**
 * A connection with timestamps (RFC 7323): the tester's own are counted from 0 in features, and what the implementation
 * returns is read so, too. In its own segments the tester returns what came last.
 */

import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { locate } from '../ipv4/difference.ts';
import { assertEven, type Look } from './clock-looks.ts';
import { describeSegment } from './describe.ts';
import type { MatchesSegment } from './end.ts';
import { assertSilent, passOnBy } from './fence.ts';
import type { SegmentFields, SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import { type StampedRow, stampsOf } from './stamps.ts';
import type { TcpTalk } from './talk.ts';

export class StampTalk {
  readonly #talk: TcpTalk;
  #first = 0;
  #latest = 0;
  #returned = 0;
  /** The tester's next number before what a scenario is about. */
  #before = 0;
  readonly #looks: Look[] = [];

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** Timestamps are agreed on. @throws Unmet, Inconclusive */
  async establish(service: string, others: string = 'none'): Promise<void> {
    await this.ask(service, 0, others);
    const answer = await this.#expect(({ fields }) => fields.syn === true || fields.rst === true, 'SYN,ACK');
    this.#talk.end.assertRow(answer, { flags: 'SYN,ACK', ack: '1' });
    if (stampsOf(answer) === undefined) throw new Inconclusive('precondition', 'timestamps were not agreed on');
    await this.#talk.end.ask();
    await this.send({ flags: 'ACK' });
  }

  /** The tester's SYN, with timestamp 0. `echo`: what it returns, though nothing has come. */
  async ask(service: string, echo = 0, others: string = 'none'): Promise<void> {
    await this.#talk.begin(service);
    this.#first = this.#talk.end.wire.scene.random.uint32() >>> 2;
    this.#latest = this.#first;
    this.#returned = echo;
    await this.send({ flags: 'SYN', options: others });
    this.#mark();
  }

  /** Data with that timestamp goes there and comes back. @throws Unmet */
  async exchange(octets: number, timestamp: string): Promise<void> {
    await this.send({ flags: 'PSH,ACK', data: `${octets} octets`, timestamp });
    await this.#expect(({ dataLength }) => dataLength > 0, 'the data comes back');
    await this.send({ flags: 'ACK' });
    this.#mark();
  }

  /** Data with that timestamp is acknowledged. @throws Unmet */
  async give(octets: number, timestamp: string): Promise<void> {
    await this.send({ flags: 'PSH,ACK', data: `${octets} octets`, timestamp });
    await this.#expect(({ fields }) => fields.acknowledgmentNumber === this.#talk.end.next, 'an acknowledgement');
    this.#mark();
  }

  /** Data beyond a gap, which is acknowledged as if it had not come. @throws Unmet */
  async giveBeyond(gap: number, timestamp: string): Promise<void> {
    await this.#talk.end.ask();
    await this.send({ flags: 'PSH,ACK', seq: `next+${gap}`, data: '5 octets', timestamp });
    await this.#expectAnswer(({ fields }) => fields.ack === true, 'an acknowledgement');
    this.#mark();
  }

  /** The SYN of a user's connection. @throws Unmet, Inconclusive */
  async assertSynReturnsNothing(): Promise<void> {
    const isSyn = ({ fields }: SegmentSeen): boolean => fields.syn === true && !fields.ack;
    const segment = await this.#talk.end.expect(isSyn, 'a SYN');
    const stamps = stampsOf(segment);
    if (stamps === undefined) throw new Inconclusive('precondition', 'the SYN has no timestamps');
    if (stamps.echo !== 0) throw new Unmet({ expected: ['TSecr 0'], actual: `TSecr ${stamps.echo}` });
  }

  /** `aside`: they must not be taken, so that the tester's next number stays. */
  async sendAll(rows: readonly StampedRow[], aside = false): Promise<void> {
    await this.#talk.end.ask();
    for (const row of rows) await this.send(row, aside);
  }

  async send(row: StampedRow, aside = false): Promise<void> {
    const { end } = this.#talk;
    const fields = end.read(row);
    const options = [this.#stamps(row), ...(fields.options ?? [])];
    const stamped = { ...fields, options } as SegmentFields;
    const { next } = end;
    await end.send(stamped);
    if (aside) end.next = next;
  }

  /** The next segment, and which timestamp it returns. @throws Unmet */
  async assertReturns(timestamp: string, matches: (seen: SegmentSeen) => boolean = () => true): Promise<void> {
    const segment = await this.#expectAnswer(matches, `a segment that returns timestamp ${timestamp}`);
    this.#assertEcho(segment, this.#number(timestamp));
  }

  /** So many numbers more than before; which timestamp is returned with that. @throws Unmet */
  async assertAcknowledges(numbers: number, timestamp: string): Promise<void> {
    const { end } = this.#talk;
    const wanted = (this.#before + numbers) >>> 0;
    const segment = await this.#expect(({ fields }) => fields.acknowledgmentNumber === wanted, 'an acknowledgement');
    end.next = wanted;
    this.#assertEcho(segment, this.#number(timestamp));
  }

  /** As far as data goes that is in order now, whether what came too early was kept or not. @throws Unmet */
  async assertFills(timestamp: string): Promise<void> {
    const { end } = this.#talk;
    const before = this.#before;
    const moves = ({ fields }: SegmentSeen): boolean => seqBefore(before, fields.acknowledgmentNumber ?? before);
    const segment = await this.#expect(moves, 'an acknowledgement of what fills the gap');
    end.next = segment.fields.acknowledgmentNumber ?? end.next;
    this.#assertEcho(segment, this.#number(timestamp));
  }

  /** What came too early is acknowledged once the gap before it is filled: it was kept. @throws Unmet, Inconclusive */
  async mustKeep(gap: number, timestamp: string): Promise<void> {
    const { end } = this.#talk;
    await this.giveBeyond(gap, timestamp);
    const behind = (end.next + gap + 5) >>> 0;
    await this.send({ flags: 'PSH,ACK', data: `${gap} octets`, timestamp });
    const answer = await end.find(({ fields }) => fields.acknowledgmentNumber === behind);
    if (answer === undefined) throw new Inconclusive('precondition', 'data that comes too early is not kept');
    this.#heard(answer);
    end.next = behind;
    this.#mark();
  }

  /** What an old segment is answered by. @throws Unmet, Inconclusive */
  async assertNextReturns(timestamp: string): Promise<void> {
    this.#assertEcho(await this.#fence(), this.#number(timestamp));
  }

  /**
   * Segments of five octets with timestamps of their own, one after another: each acknowledgement returns that of the
   * earliest which it is the first to acknowledge.
   *
   * @throws Unmet
   */
  async assertEarliestOf(count: number): Promise<void> {
    const { end } = this.#talk;
    const LENGTH = 5;
    const start = end.next;
    for (let index = 0; index < count; index += 1) {
      await this.send({ flags: 'PSH,ACK', data: `${LENGTH} octets`, timestamp: `${10 + index}` });
    }
    for (let acknowledged = 0; acknowledged < count * LENGTH; ) {
      const segment = await this.#expect(({ fields }) => fields.ack === true, 'an acknowledgement');
      const reach = ((segment.fields.acknowledgmentNumber ?? 0) - start) | 0;
      if (reach <= acknowledged) continue;
      this.#assertEcho(segment, this.#number(`${10 + Math.floor(acknowledged / LENGTH)}`));
      acknowledged = reach;
    }
  }

  /** What was sent last drew no answer. @throws Unmet, Inconclusive */
  async assertSilence(): Promise<void> {
    await assertSilent(this.#talk.end, (row) => this.send(row));
  }

  /** The segment was turned away: acknowledged as if it had not come, and no data of it returned. @throws Unmet */
  async assertTurnedAway(): Promise<void> {
    const { end } = this.#talk;
    const segment = await this.#expectAnswer(() => true, 'an acknowledgement');
    end.assertRow(segment, { flags: 'ACK', ack: 'next' });
    await this.assertSilence();
  }

  /** Data goes there and comes back. @throws Unmet */
  async assertAlive(): Promise<void> {
    const { end } = this.#talk;
    const { data = '' } = end.read({ data: '5 octets' });
    await this.send({ flags: 'PSH,ACK', data: data.match(/../g)?.join(' ') ?? '' });
    const back = await this.#expect(({ dataLength }) => dataLength > 0, 'the data comes back');
    if (back.fields.data !== data) throw new Unmet({ expected: [`data ${data}`], actual: `data ${back.fields.data}` });
    await this.send({ flags: 'ACK' });
  }

  /** The timestamp that the implementation sends at a time. @throws Unmet, Inconclusive */
  async look(): Promise<void> {
    const { end } = this.#talk;
    const from = (await end.wire.link()).now().earliest;
    const segment = await this.#fence();
    const stamps = stampsOf(segment);
    if (stamps === undefined) throw new Inconclusive('precondition', 'an acknowledgement had no timestamps');
    this.#looks.push({ ticks: stamps.value, at: { earliest: from, latest: segment.datagram.at.latest } });
  }

  async wait(microseconds: number): Promise<void> {
    await this.#talk.end.wire.find(() => false, microseconds);
  }

  /** @throws Unmet */
  assertRunsEvenly(): void {
    assertEven(this.#looks);
  }

  /** The reset returns what came, and has no time of its own. @throws Unmet */
  async assertResetIsStamped(): Promise<void> {
    const segment = await this.#expect(({ fields }) => fields.rst === true, 'a reset');
    const stamps = stampsOf(segment);
    const words = describeSegment(segment.datagram.octets);
    const expected = [`a reset with TSval 0 and TSecr ${this.#latest}`];
    const isRight = stamps?.value === 0 && stamps.echo === this.#latest;
    if (!isRight) throw new Unmet({ expected, actual: `${words}, timestamps ${JSON.stringify(stamps ?? 'none')}` });
  }

  #mark(): void {
    this.#before = this.#talk.end.next;
  }

  async #fence(): Promise<SegmentSeen> {
    return this.#heard(await passOnBy(this.#talk.end, () => this.send({ flags: 'ACK', seq: 'next-1' })));
  }

  #stamps({ timestamp }: StampedRow) {
    const value = timestamp === undefined ? this.#latest : this.#number(timestamp);
    if (timestamp === undefined || ((value - this.#latest) | 0) > 0) this.#latest = value;
    return { kind: 8, length: 10, value, echo: this.#returned };
  }

  #number(timestamp: string): number {
    return (this.#first + Number(timestamp)) >>> 0;
  }

  /** What it says of its clock is what the tester returns from now on. */
  #heard(segment: SegmentSeen): SegmentSeen {
    const stamps = stampsOf(segment);
    if (stamps !== undefined) this.#returned = stamps.value;
    return segment;
  }

  async #expect(matches: MatchesSegment, expected: string): Promise<SegmentSeen> {
    return this.#heard(await this.#talk.end.expect(matches, expected));
  }

  async #expectAnswer(matches: MatchesSegment, expected: string): Promise<SegmentSeen> {
    return this.#heard(await this.#talk.end.expectAnswer(matches, expected));
  }

  #assertEcho(segment: SegmentSeen, wanted: number): void {
    const stamps = stampsOf(segment);
    if (stamps?.echo === wanted) return;
    const words = (number: number | undefined): string =>
      number === undefined ? 'none' : String((number - this.#first) | 0);
    const at = { exchange: segment.datagram.exchange, where: segment.where };
    throw new Unmet({
      expected: [`timestamp ${words(wanted)} returned`],
      actual: `timestamp ${words(stamps?.echo)} returned`,
      difference: locate('options', `TSecr ${wanted}`, `TSecr ${stamps?.echo ?? 'none'}`, at),
    });
  }
}
