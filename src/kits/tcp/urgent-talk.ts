/** Urgent data, both ways: what a user sends as urgent, and what it is told of what comes. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import type { Reached } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpUser } from './user.ts';

const MOST = 65_535;
/** Of what comes again. */
const SEGMENT = 500;
/** Longer than an acknowledgement may take (RFC9293-MUST-40). */
const ACKNOWLEDGED = 600_000;
const MOST_REPEATS = 20;

export class UrgentTalk {
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  /** Of what the user has sent as urgent. */
  #end = 0;
  #came: SegmentSeen[] = [];
  /** What the tester has for the user: octets as hex, the number of the first, and what urgent pointers point at. */
  #sent = '';
  #first = 0;
  #behind = 0;

  constructor(user: TcpUser, states: StateTalk) {
    this.#user = user;
    this.#states = states;
  }

  /** The user's urgent data comes, and is acknowledged segment by segment. @throws Unmet */
  async userSends(octets: number): Promise<void> {
    const { end, socket } = this.#there;
    const data = hexOf(end.wire.scene.random.octets(octets));
    this.#end = (end.expected + octets) >>> 0;
    await this.#user.start('send', { socket, data, urgent: true });
    while (end.expected !== this.#end) {
      this.#came.push(await end.expect(({ dataLength }) => dataLength > 0, "the user's data"));
      await end.sendRow({ flags: 'ACK' });
    }
  }

  /** @throws Unmet */
  assertAnnounced(): void {
    if (this.#came.some(({ fields }) => fields.urg === true)) return;
    throw new Unmet({ expected: ['URG in a segment of the urgent data'], actual: this.#words(this.#came) });
  }

  /** Where a pointer is told it is that number; and with the last of the data it is told. @throws Unmet */
  assertPointsBehind(): void {
    const last = this.#came.at(-1)!;
    const isRight = last.fields.urg === true && pointed(last) === this.#end;
    if (isRight) return;
    const actual = this.#words([last]);
    const expected = String((this.#end - (last.fields.sequenceNumber ?? 0)) >>> 0);
    const field = last.fields.urg ? 'urgentPointer' : 'urg';
    throw new Unmet({
      expected: [`URG, urgent ${expected}`],
      actual,
      difference: {
        field,
        expected: last.fields.urg ? expected : 'true',
        actual: String(last.fields[field]),
        exchange: last.datagram.exchange,
      },
    });
  }

  /** Urgent data in segments of so many octets, each of which points behind all of it. */
  async send(octets: number, segments = 1): Promise<void> {
    const { end } = this.#there;
    const behind = end.next + octets * segments;
    for (let index = 0; index < segments; index += 1) await this.announce(octets, (behind - end.next) >>> 0);
  }

  /** One segment of `octets` whose pointer is so far ahead. */
  async announce(octets: number, urgentPointer: number): Promise<void> {
    const { end } = this.#there;
    if (this.#sent === '') this.#first = end.next;
    const row = end.read({ flags: 'URG,PSH,ACK', data: `${octets} octets` });
    this.#sent += row.data ?? '';
    this.#behind = (end.next + urgentPointer) >>> 0;
    await end.send({ ...row, urgentPointer });
  }

  /** The user takes all that was sent; what its window had no room for comes again. @throws Unmet, Inconclusive */
  async receiveAll(): Promise<void> {
    let got = '';
    while (got.length < this.#sent.length) {
      await this.#repeatFrom(got.length / 2);
      const { data } = await this.#user.call('receive', { socket: this.#there.socket, max: MOST });
      if (typeof data !== 'string') break;
      got += data;
    }
    const words = (hex: string): string => `${hex.length / 2} octets: ${hex}`;
    if (got !== this.#sent) throw new Unmet({ expected: [words(this.#sent)], actual: words(got) });
    this.#sent = '';
  }

  /** Notices so far are for what was urgent before. */
  async forgetNotices(): Promise<void> {
    await this.#user.events();
  }

  /** @throws Unmet */
  async assertTold(event = 'urgent', within?: number): Promise<void> {
    if (await this.#user.isTold(event, within)) return;
    throw new Unmet({ expected: [`the user is told: ${event}`], actual: 'it is told nothing', missing: true });
  }

  /** @throws Unmet */
  async assertPending(isPending: boolean): Promise<void> {
    const { urgent } = await this.#user.call('status', { socket: this.#there.socket });
    if (urgent === isPending) return;
    throw new Unmet({ expected: [`urgent ${isPending}`], actual: `urgent ${String(urgent)}` });
  }

  /** Until more than those that the user has read is acknowledged; or else it is for the user to say what came. */
  async #repeatFrom(read: number): Promise<void> {
    const { end } = this.#there;
    const wanted = (this.#first + read) >>> 0;
    const isMore = ({ fields }: SegmentSeen): boolean =>
      fields.ack === true && seqBefore(wanted, fields.acknowledgmentNumber ?? 0);
    if (end.came.some(isMore)) return;
    for (let repeats = 0; repeats < MOST_REPEATS; repeats += 1) {
      if ((await end.find(isMore, ACKNOWLEDGED)) !== undefined) return;
      const data = this.#sent.slice(2 * read, 2 * (read + SEGMENT));
      const urgentPointer = (this.#behind - wanted) >>> 0;
      await end.send({ ack: true, psh: true, urg: true, sequenceNumber: wanted, data, urgentPointer });
    }
    if (seqBefore(wanted, end.edge)) return;
    throw new Inconclusive('precondition', 'the user has read all, and its window stays closed');
  }

  #words(segments: readonly SegmentSeen[]): string {
    return segments.map(({ datagram }) => describeSegment(datagram.octets)).join('; ');
  }

  get #there(): Reached {
    return this.#states.there;
  }
}

function pointed({ fields }: SegmentSeen): number {
  return ((fields.sequenceNumber ?? 0) + (fields.urgentPointer ?? 0)) >>> 0;
}

function hexOf(octets: Uint8Array): string {
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}
