/** What becomes of a connection that is only half open: it opens after all, it ends, or it waits for another beginning. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import type { OpenTalk } from './open-talk.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';
import type { SegmentRow } from './words.ts';

const MEMBERS = 5;

export class HandshakeTalk {
  readonly #talk: TcpTalk;
  readonly #open: OpenTalk;
  readonly #user: TcpUser;

  constructor(talk: TcpTalk, open: OpenTalk, user: TcpUser) {
    this.#talk = talk;
    this.#open = open;
    this.#user = user;
  }

  /** The tester's SYN and the answer to it. @throws Unmet */
  async halfOpen(syn: SegmentRow = {}): Promise<void> {
    const { end } = this.#talk;
    await end.sendRow({ flags: 'SYN', ...syn });
    const answer = await end.expect(({ fields }) => fields.syn === true || fields.rst === true, 'SYN,ACK');
    end.assertRow(answer, { flags: 'SYN,ACK', ack: '1' });
  }

  /** Both SYNs are acknowledged, whoever has sent the first. @throws Unmet */
  async complete(): Promise<void> {
    const { end } = this.#talk;
    if (end.irs === undefined) await this.halfOpen();
    await end.ask();
    await end.sendRow({ flags: 'ACK' });
  }

  /** The user has asked; the tester answers its SYN. @throws Unmet */
  async answer(): Promise<void> {
    const { end } = this.#talk;
    await end.sendRow({ flags: 'SYN,ACK', seq: '0' });
    end.assertRow(await this.#next(end), { flags: 'ACK', ack: '1' });
  }

  /** In SYN-SENT: what came before has changed nothing, and drew no answer. @throws Unmet */
  async assertStillOpens(): Promise<void> {
    const { end } = this.#talk;
    end.next = end.iss;
    await this.answer();
    await this.#open.assertOpened();
  }

  /** Data goes from the tester to the user, and from the user to the tester. @throws Unmet */
  async assertUserSpeaks(): Promise<void> {
    const { end } = this.#talk;
    const socket = await this.#open.socket();
    const { data = '' } = end.read({ data: `${MEMBERS} octets` });
    await end.send({ ack: true, psh: true, data });
    await this.#receives(socket, data);
    await this.#user.call('send', { socket, data });
    const came = await end.expect(({ dataLength }) => dataLength > 0, 'the data that the user sends');
    if (came.fields.data !== data) throw new Unmet({ expected: [`data ${data}`], actual: `data ${came.fields.data}` });
    await end.sendRow({ flags: 'ACK' });
  }

  /** What came with the answer to the SYN, taken at once or when it comes again. @throws Unmet */
  async assertDataOfSynArrives(data: string): Promise<void> {
    const { end } = this.#talk;
    const answer = await this.#next(end);
    const taken = ((answer.fields.acknowledgmentNumber ?? 0) - end.iss - 1) >>> 0;
    if (answer.fields.rst || taken > data.length / 2) {
      const expected = ['an acknowledgement of the SYN, and of its data or not'];
      throw new Unmet({ expected, actual: describeSegment(answer.datagram.octets) });
    }
    const rest = data.slice(2 * taken);
    if (rest !== '') await end.send({ ack: true, psh: true, sequenceNumber: (end.iss + 1 + taken) >>> 0, data: rest });
    const outcome = rest === '' ? 'acknowledged with the SYN' : 'left, and taken when it came again';
    await this.#receives(await this.#open.socket(), data);
    end.wire.scene.took({ outcome, clause: 'RFC 9293 section 3.10.7.3', level: 'STATE-RULE' });
  }

  /** The half-open connection is gone, or the SYN was turned away with an acknowledgement. @throws Unmet */
  async assertWaitsAgain(): Promise<void> {
    const { end } = this.#talk;
    await end.sendAside({ flags: 'ACK', seq: '1', ack: '1' });
    const first = await this.#answer(end, 'a reset');
    const clause = 'RFC 9293 section 3.10.7.4, fourth';
    if (first.fields.rst) {
      end.wire.scene.took({ outcome: 'the half-open connection is gone', clause, level: 'STATE-RULE' });
      return;
    }
    end.assertRow(first, { ack: '1' });
    end.wire.scene.took({ outcome: 'turned away', clause: 'RFC 5961 section 4.2', level: 'STATE-RULE' });
  }

  /** An acknowledgement of what was never sent. @throws Unmet */
  async assertTurnedAway(ack: string): Promise<void> {
    const { end } = this.#talk;
    const answer = await this.#answer(end, 'a reset, or an acknowledgement');
    if (answer.fields.rst) {
      end.assertRow(answer, { seq: ack });
      end.wire.scene.took({ outcome: 'reset', clause: 'RFC 9293 section 3.10.7.4, fifth', level: 'STATE-RULE' });
      return;
    }
    end.assertRow(answer, { ack: '1' });
    end.wire.scene.took({ outcome: 'acknowledgement', clause: 'RFC 5961 section 5.2', level: 'STATE-RULE' });
  }

  /** A reset at that number of the implementation's, be it with ACK or without. @throws Unmet */
  async assertReset(number: string): Promise<void> {
    const { end } = this.#talk;
    const answer = await this.#answer(end, 'a reset');
    if (answer.fields.rst) end.assertRow(answer, { seq: number });
    else throw new Unmet({ expected: ['a reset'], actual: describeSegment(answer.datagram.octets) });
  }

  /** The reset has ended the connection: a segment of it is answered by a reset. @throws Unmet */
  async assertGone(): Promise<void> {
    const { end } = this.#talk;
    await end.sendAside({ flags: 'ACK' });
    await end.expect(({ fields }) => fields.rst === true, 'a reset');
  }

  /** A SYN to the port that the user listens at. @throws Unmet */
  async assertAccepts(): Promise<void> {
    await this.#open.approach();
    await this.halfOpen();
  }

  /** A SYN from another port of the tester's. @throws Unmet */
  async assertRefuses(): Promise<void> {
    const { end } = this.#talk;
    await end.sendRow({ flags: 'SYN' });
    const answer = await end.expect(({ fields }) => fields.syn === true || fields.rst === true, 'a reset');
    end.assertRow(answer, { flags: 'RST,ACK', ack: '1' });
  }

  /** After the SYN, whatever came before it. @throws Unmet */
  async assertOpensAndCarries(): Promise<void> {
    const { end } = this.#talk;
    // A reset for something else does not answer the SYN.
    const isAnswer = ({ fields: { syn, rst, acknowledgmentNumber } }: SegmentSeen): boolean =>
      syn === true || (rst === true && acknowledgmentNumber === end.next);
    const answer = await end.expect(isAnswer, 'SYN,ACK');
    end.assertRow(answer, { flags: 'SYN,ACK', ack: '1' });
    await end.sendRow({ flags: 'ACK' });
    await this.#talk.assertAlive();
  }

  /** The tester's answer to the user's SYN, with data. */
  async answerWithData(data: string): Promise<void> {
    await this.#talk.end.sendRow({ flags: 'SYN,ACK', data });
  }

  /** As much as the user sends; how much of it goes out is the peer's window's business. @throws Unmet */
  async userSends(octets: number): Promise<void> {
    const data = this.#talk.end.read({ data: `${octets} octets` }).data;
    await this.#user.start('send', { socket: await this.#open.socket(), data });
  }

  /** What answers a segment in SYN-RECEIVED; the SYN,ACK may come again at any time. @throws Unmet */
  async #answer(end: TcpEnd, expected: string): Promise<SegmentSeen> {
    return end.expect(({ fields }) => !(fields.syn && fields.acknowledgmentNumber === (end.iss + 1) >>> 0), expected);
  }

  /** The next segment that is no SYN sent again. @throws Unmet */
  async #next(end: TcpEnd, expected = 'an acknowledgement'): Promise<SegmentSeen> {
    return end.expect(({ fields }) => !(fields.syn && !fields.ack), expected);
  }

  async #receives(socket: number, data: string): Promise<void> {
    let came = '';
    while (came.length < data.length) {
      const ref = await this.#user.start('receive', { socket, max: data.length / 2 - came.length / 2 });
      const result = await this.#user.result(ref);
      if (typeof result?.data !== 'string') break;
      came += result.data;
    }
    if (came === data) return;
    throw new Unmet({ expected: [`the user receives ${data}`], actual: came === '' ? 'nothing' : came });
  }
}

/** The twin of a port that is opened: before, a SYN to it is refused. @throws Inconclusive */
export async function mustBeRefused({ end }: TcpTalk): Promise<void> {
  await end.sendRow({ flags: 'SYN' });
  const answer = await end.find(({ fields }) => fields.rst === true || fields.syn === true);
  if (answer?.fields.rst !== true) throw new Inconclusive('twin', 'the port is open without having been opened');
}
