/** What a user of the implementation gives it to send, what becomes of that on the wire, and what the user is told. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { Piece } from './flow.ts';
import type { FlowTalk } from './flow-talk.ts';
import type { OpenTalk } from './open-talk.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';

const SECOND = 1_000_000;
const SYN_AGAIN = 10 * SECOND;

export class SendingTalk {
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;
  readonly #opening: OpenTalk;
  readonly #flow: FlowTalk;
  #socket: number | undefined;

  constructor(talk: TcpTalk, user: TcpUser, opening: OpenTalk, flow: FlowTalk) {
    this.#talk = talk;
    this.#user = user;
    this.#opening = opening;
    this.#flow = flow;
  }

  /** On a connection that is there. The tester looks at what comes of it. */
  async adopt(octets: number): Promise<void> {
    this.#socket = await this.#opening.socket();
    this.#flow.adopt(octets);
  }

  /** The first SYN of the user's connection was not answered. @throws Unmet */
  async answerSecondSyn(octets: number): Promise<void> {
    const { end } = this.#talk;
    await end.expect(({ fields }) => fields.syn === true, 'the SYN again', SYN_AGAIN);
    await end.sendRow({ flags: 'SYN,ACK' });
    await this.adopt(octets);
  }

  async set(setting: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#user.call('set', { socket: this.#given, ...setting });
  }

  async give(octets: number): Promise<void> {
    await this.#user.call('send', { socket: this.#given, data: '5a'.repeat(octets) });
  }

  /** What was sent goes out at the latest when all before it is acknowledged. @throws Unmet */
  async assertAllCome(octets: number): Promise<void> {
    await this.#flow.takeAll(octets);
  }

  /** The last of the data that came has PSH. @throws Unmet */
  assertPushed(): void {
    const last = this.#flow.flow.pieces.at(-1);
    if (last === undefined || last.seen.fields.psh) return;
    const actual = describeSegment(last.seen.datagram.octets);
    throw new Unmet({ expected: ['PSH on the last segment'], actual });
  }

  /** Of the last flight, before which more than a segment was waiting. @throws Unmet */
  assertLargest(): void {
    const short = this.#short;
    if (short !== undefined) throw this.#crumb(short);
  }

  /** As `assertLargest`, of a user without end, whose data still comes by and by. @throws Unmet, Inconclusive */
  assertLargestOfMore(): void {
    const short = this.#short;
    if (short === undefined) return;
    // RFC9293-MUST-61
    if (short.seen.fields.psh) throw new Inconclusive('precondition', 'PSH on a short segment: no more was queued');
    throw this.#crumb(short);
  }

  /** @throws Unmet, Inconclusive */
  async assertToldOfTrouble(): Promise<void> {
    await this.#user.assertToldOfTrouble(this.#given, this.#flow.flow.end.wire.patience);
  }

  get #short(): Piece | undefined {
    const { came, octets } = this.#flow;
    const [first, last] = [came.at(0), came.at(-1)];
    return came.find((piece) => (piece === first || piece !== last) && piece.to - piece.from < octets);
  }

  #crumb({ seen }: Piece): Unmet {
    const actual = describeSegment(seen.datagram.octets);
    return new Unmet({ expected: [`segments of ${this.#flow.octets} octets, the last aside`], actual });
  }

  get #given(): number {
    if (this.#socket === undefined) throw new TypeError('the user has no connection');
    return this.#socket;
  }
}
