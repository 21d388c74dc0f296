/** What of a segment is heard: windows that are closed, acknowledgements in part, words that are older than others. */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import { passOn } from './fence.ts';
import type { SegmentSeen } from './segment.ts';
import { arrives } from './state-proof.ts';
import { acknowledged } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';

const SEGMENT = 1400;
/** More than any window of 16 bits takes, twice. */
const MOST_SEGMENTS = 200;
/** Microseconds in which a retransmission comes: several times the first timeout (RFC 6298 section 2). */
const AGAIN = 5_000_000;

export class AcceptanceTalk {
  readonly #scene: Scene;
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;
  readonly #states: StateTalk;
  /** What the user has asked to send. */
  #data = '';
  /** Behind the first segment of an echo. */
  #firstEnd = 0;
  /** The proof that the acknowledgement of it was heard. */
  #heard: SegmentSeen | undefined;

  constructor(scene: Scene, talk: TcpTalk, user: TcpUser, states: StateTalk) {
    this.#scene = scene;
    this.#talk = talk;
    this.#user = user;
    this.#states = states;
  }

  /** A user reads nothing, and the tester sends until its window is closed; the tester's own is closed too. @throws Unmet */
  async closeWindow(): Promise<void> {
    const reached = await this.#states.reach.acceptedByUser();
    const { end } = reached;
    end.window = 0;
    await end.sendRow({ flags: 'PSH,ACK', data: '1 octet' });
    await acknowledged(end);
    await end.drain();
    for (let segments = 0; room(end) > 0; segments += 1) {
      if (segments > MOST_SEGMENTS)
        throw new Unmet({ expected: ['a closed window'], actual: `${room(end)} octets left` });
      const octets = Math.min(SEGMENT, room(end));
      await end.sendRow({ flags: 'PSH,ACK', data: `${octets} octets` });
      await acknowledged(end);
      // Updates of the window count, too.
      await end.drain();
    }
    await this.#fillWhatIsHidden(end);
    this.#states.adopt('ESTABLISHED', reached);
  }

  /**
   * Who avoids small windows may show none and still have room (RFC 9293 section 3.8.6.2.2), and take what comes. The window
   * is closed once nothing is taken any more.
   */
  async #fillWhatIsHidden(end: TcpEnd): Promise<void> {
    for (let segments = 0; segments < MOST_SEGMENTS; segments += 1) {
      const { next } = end;
      await end.ask();
      await end.sendRow({ flags: 'PSH,ACK', data: `${SEGMENT} octets` });
      const answer = await end.findAnswer(({ fields }) => fields.ack === true && !fields.rst);
      end.next = answer?.fields.acknowledgmentNumber ?? next;
      await end.drain();
      if (end.next === next) return;
    }
  }

  async userSends(octets: number): Promise<void> {
    const { socket } = this.#states.there;
    this.#data = toHex(this.#scene.random.octets(octets));
    await this.#user.start('send', { socket, data: this.#data });
  }

  /** @throws Unmet */
  async assertUserDataComes(): Promise<void> {
    const { end } = this.#states.there;
    await arrives(end, this.#data);
  }

  /** The echo of `count` segments of `octets` each, of which nothing is acknowledged. @throws Unmet */
  async sendAndHear(count: number, octets: number): Promise<void> {
    const { end } = this.#talk;
    const [before, all] = [end.expected, (end.expected + count * octets) >>> 0];
    for (let sent = 0; sent < count; sent += 1) await end.sendRow({ flags: 'PSH,ACK', data: `${octets} octets` });
    while (end.expected !== all) {
      const { fields, dataLength } = await end.expect(({ fields }) => !fields.rst, 'the echo');
      if (fields.sequenceNumber === before && dataLength > 0) this.#firstEnd = (before + dataLength) >>> 0;
    }
    await end.drain();
  }

  /** All of the first segment of that echo, as it came: a TCP need not split what it sends again elsewhere. */
  async acknowledgeFirst(): Promise<void> {
    const { end } = this.#talk;
    if (this.#firstEnd === end.expected) throw new Inconclusive('precondition', 'the echo came in one segment');
    const acknowledgmentNumber = this.#firstEnd;
    await end.send({ ack: true, acknowledgmentNumber });
    // Something may have been on its way already.
    this.#heard = await passOn(end, { acknowledgmentNumber });
  }

  /**
   * What is sent again begins behind what was acknowledged. Who never sends again breaks another rule than this.
   *
   * @throws Unmet, Inconclusive
   */
  async assertSentAgainBehindIt(): Promise<void> {
    const { end } = this.#talk;
    const since = this.#heard?.datagram.exchange ?? 0;
    const isAgain = ({ dataLength, datagram }: SegmentSeen): boolean => dataLength > 0 && datagram.exchange > since;
    const again = await end.find(isAgain, AGAIN);
    if (again === undefined) throw new Inconclusive('precondition', 'nothing was sent again at all');
    const [from, first] = [end.relative(again.fields.sequenceNumber ?? 0), end.relative(this.#firstEnd)];
    if (from >= first) return;
    const difference = { field: 'sequenceNumber', expected: String(first), actual: String(from) };
    throw new Unmet({
      expected: [`data from octet ${first} on`],
      actual: describeSegment(again.datagram.octets),
      difference: { ...difference, exchange: again.datagram.exchange },
    });
  }

  /** Probes of one octet go into a closed window; more means that it is thought open. @throws Unmet, Inconclusive */
  async assertStillHeldBack(): Promise<void> {
    const { end } = this.#talk;
    // A fence that counts as news, for what is before it was not acknowledged yet, must not open the window.
    end.window = 0;
    await passOn(end);
    const sent = end.already(({ dataLength }) => dataLength > 1);
    if (sent === undefined) return;
    const actual = describeSegment(sent.datagram.octets);
    throw new Unmet({ expected: ['no data: the window is closed'], actual });
  }

  /** @throws Unmet */
  async assertComesOnceOpen(octets: number): Promise<void> {
    const { end } = this.#talk;
    const before = end.expected;
    end.window = 1000;
    await end.sendRow({ flags: 'ACK' });
    await end.expect(({ dataLength }) => dataLength > 0, `${octets} octets: the window is open`, AGAIN);
    if (end.expected === before) throw new Unmet({ expected: ['what was held back'], actual: 'other data' });
  }

  /** Data with an acknowledgement of long ago: taken, or turned away. @throws Unmet */
  async noteInjection(octets: number): Promise<void> {
    const { end } = this.#states.there;
    const { next } = end;
    const answer = await end.expectAnswer(({ fields }) => fields.ack === true && !fields.rst, 'an acknowledgement');
    const isTaken = answer.fields.acknowledgmentNumber === (next + octets) >>> 0;
    if (isTaken) end.next = (next + octets) >>> 0;
    const clause = isTaken ? 'RFC 9293 section 3.10.7.4, fifth' : 'RFC 5961 section 5.2';
    this.#scene.took({ outcome: isTaken ? 'taken' : 'turned away', clause, level: 'MAY' });
  }
}

function room({ edge, next }: TcpEnd): number {
  return (edge - next) | 0;
}
