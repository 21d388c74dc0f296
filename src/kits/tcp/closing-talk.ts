/** How connections end by their users' calls, and what users are told of an end. */
import { toHex } from '../../contract/hex.ts';
import { Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { CallResult } from '../../harness/surface.ts';
import { describeSegment } from './describe.ts';
import { arrives } from './state-proof.ts';
import { acknowledged, finOf, type Reached } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpUser } from './user.ts';

const MOST = 1000;

export class ClosingTalk {
  readonly #scene: Scene;
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  #receiving: number | undefined;
  #data = '';

  constructor(scene: Scene, user: TcpUser, states: StateTalk) {
    this.#scene = scene;
    this.#user = user;
    this.#states = states;
  }

  /** A user's own connection, in a state that its calls and the tester lead to. @throws Unmet */
  async enter(state: string): Promise<void> {
    const reached = await this.#states.reach.acceptedByUser();
    const { end, socket } = reached;
    if (state === 'CLOSE-WAIT') {
      await end.sendRow({ flags: 'FIN,ACK' });
      await acknowledged(end);
    } else if (state !== 'ESTABLISHED') {
      await this.#user.call('shutdown', { socket });
      await finOf(end);
      await end.sendRow({ flags: 'ACK', ack: state === 'FIN-WAIT-1' ? 'next-1' : 'next' });
    }
    this.#states.adopt(state, reached);
  }

  async call(name: string): Promise<void> {
    await this.#user.call(name, { socket: this.#socket });
  }

  async startReceiving(): Promise<void> {
    this.#receiving = await this.#user.start('receive', { socket: this.#socket, max: MOST });
  }

  /** More than one segment takes, so that some waits. What is given is queued before the user closes. @throws Unmet */
  async sendAndClose(octets: number): Promise<void> {
    this.#data = toHex(this.#scene.random.octets(octets));
    await this.#user.call('send', { socket: this.#socket, data: this.#data });
    await this.call('close');
  }

  /** @throws Unmet */
  async assertAllComesThenFin(): Promise<void> {
    const { end } = this.#there;
    await arrives(end, this.#data);
    await finOf(end);
  }

  /** @throws Unmet */
  async assertFin(): Promise<void> {
    await finOf(this.#there.end);
  }

  /** RFC 9293 section 3.10.5: <SEQ=SND.NXT><CTL=RST>. @throws Unmet */
  async assertReset(): Promise<void> {
    const { end } = this.#there;
    const next = end.expected;
    const segment = await end.expect(({ fields }) => fields.rst === true || fields.fin === true, 'a reset');
    const { rst, sequenceNumber } = segment.fields;
    if (rst && sequenceNumber === next) return;
    throw new Unmet({
      expected: [`RST, seq ${next}`],
      actual: describeSegment(segment.datagram.octets),
      difference: {
        field: rst ? 'sequenceNumber' : 'flags',
        expected: rst ? String(next) : 'RST',
        actual: rst ? String(sequenceNumber) : 'FIN',
        exchange: segment.datagram.exchange,
      },
    });
  }

  /** @throws Unmet */
  async noteDataAfterClose(): Promise<void> {
    const { end } = this.#there;
    const segment = await end.expectAnswer(({ fields }) => !fields.fin, 'an acknowledgement or a reset');
    const clause = 'RFC 9293 section 3.6.1';
    const outcome = segment.fields.rst ? 'closed for both directions' : 'still takes data';
    this.#scene.took({ outcome, clause, level: 'MAY' });
  }

  /** Data after CLOSE is answered by a reset; its number is not judged. @throws Unmet */
  async assertRefusesData(): Promise<void> {
    await this.#there.end.expect(({ fields }) => fields.rst === true, 'a reset: nobody will read it');
  }

  /** `closed`: the end of the stream. `failed`: anything that is no success. @throws Unmet */
  async assertTold(how: string): Promise<void> {
    const result = await this.#result();
    const isAsExpected = how === 'closed' ? result.ok && result.end === true : !result.ok;
    if (isAsExpected) return;
    const expected = how === 'closed' ? 'the end of the stream' : 'an error';
    throw new Unmet({ expected: [expected], actual: JSON.stringify(result) });
  }

  /** The end of the stream, or an error that says so. @throws Unmet */
  async assertToldNothingComes(): Promise<void> {
    const result = await this.#result();
    if (!result.ok || result.end === true) return;
    throw new Unmet({ expected: ['the end of the stream', 'an error'], actual: JSON.stringify(result) });
  }

  /** @throws Unmet */
  async assertNoUrgentNotice(): Promise<void> {
    const events = await this.#user.events();
    if (events.includes('urgent'))
      throw new Unmet({ expected: ['no notice'], actual: 'the user is told of urgent data' });
  }

  async #result(): Promise<CallResult> {
    if (this.#receiving === undefined) await this.startReceiving();
    const result = await this.#user.result(this.#receiving!);
    if (result === undefined) throw new Unmet({ expected: ['RECEIVE returns'], actual: 'no result', missing: true });
    return result;
  }

  get #there(): Reached {
    return this.#states.there;
  }

  get #socket(): number {
    const { socket } = this.#there;
    if (socket === undefined) throw new TypeError('no user holds this connection');
    return socket;
  }
}
