/** TIME-WAIT: how long it lasts, what begins it anew, and what may end it. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { Wire } from '../ipv4/wire.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import { isGone } from './state-proof.ts';
import { acknowledged } from './state-reach.ts';
import type { StateTalk } from './state-talk.ts';
import { readOptions } from './words.ts';

const SECOND = 1_000_000;
/** How often a FIN comes again, and when the others are looked at: each once, for a look may begin its time anew. */
const EVERY = SECOND;
const LOOKS = [10, 20, 40, 80, 160, 320, 640].map((seconds) => seconds * SECOND);

export class TimeWaitTalk {
  readonly #scene: Scene;
  readonly #wire: Wire;
  readonly #states: StateTalk;

  constructor(scene: Scene, wire: Wire, states: StateTalk) {
    this.#scene = scene;
    this.#wire = wire;
    this.#states = states;
  }

  /** With timestamps of this value on every segment of the tester's, or with none. @throws Unmet */
  async enter(timestamp: number | undefined): Promise<void> {
    const end = await this.#states.reach.timeWait(timestamp === undefined ? undefined : timestamps(timestamp));
    end.options = undefined;
    this.#states.adopt('TIME-WAIT', { end });
  }

  /** Once all timers of a close have run out. @throws Unmet, Inconclusive */
  async assertForgotten(): Promise<void> {
    const { end } = this.#states.there;
    await this.#wait(this.#wire.patience);
    try {
      await isGone(end);
    } catch (thrown) {
      if (!(thrown instanceof Unmet)) throw thrown;
      this.#wire.missingAfterPatience('the connection is forgotten');
    }
  }

  /**
   * One connection hears the FIN again and again, others do not: it outlives them, however long the time is.
   *
   * @throws Unmet, Inconclusive
   */
  async assertLivesByItsFin(): Promise<void> {
    const { reach, there } = this.#states;
    const others: TcpEnd[] = [];
    for (let count = 0; count < LOOKS.length; count += 1) others.push(await reach.timeWait());
    let passed = 0;
    for (const [index, at] of LOOKS.entries()) {
      for (; passed < at; passed += EVERY) {
        if (passed > this.#wire.patience) this.#neverEnds();
        await this.#wait(EVERY);
        await there.end.sendRow({ flags: 'FIN,ACK', seq: 'next-1' });
        await acknowledged(there.end);
      }
      if (await isForgotten(others[index]!)) return;
    }
    this.#neverEnds();
  }

  /** What a reset did to it. @throws Unmet */
  async noteWhatResetDid(): Promise<void> {
    const { end } = this.#states.there;
    await end.sendRow({ flags: 'FIN,ACK', seq: 'next-1' });
    const { fields } = await end.expect(() => true, 'an acknowledgement of the FIN, or a reset');
    const outcome = fields.rst ? 'the reset ended it' : 'the reset was passed over';
    this.#scene.took({ outcome, clause: fields.rst ? 'RFC 9293 section 3.10.7.4, second' : 'RFC 1337 section 3' });
  }

  /** A new SYN: refused, or answered by a number above all that were used. @throws Unmet */
  async noteNewBeginning(): Promise<void> {
    const { end } = this.#states.there;
    const used = end.expected;
    const segment = await end.find(() => true);
    if (!segment?.fields.syn) {
      this.#scene.took({ outcome: 'it does not', clause: 'RFC 9293 section 3.6.1', level: 'MAY' });
      return;
    }
    const { sequenceNumber = 0 } = segment.fields;
    if (((sequenceNumber - used) | 0) < 0) {
      const expected = [`a first number of ${used} or more`];
      throw new Unmet({ expected, actual: describeSegment(segment.datagram.octets) });
    }
    this.#scene.took({ outcome: 'a new connection', clause: 'RFC 9293 section 3.6.1', level: 'MAY' });
  }

  /** The implementation's FIN was not acknowledged, and comes again. @throws Unmet */
  async assertFinAgain(): Promise<void> {
    const WITHIN = 5 * SECOND;
    await this.#states.there.end.expect(({ fields }) => fields.fin === true, 'its FIN once more', WITHIN);
  }

  async #wait(microseconds: number): Promise<void> {
    await this.#wire.find(() => false, microseconds);
  }

  #neverEnds(): never {
    throw new Inconclusive('patience', 'TIME-WAIT has not ended while it was waited for, whatever came');
  }
}

async function isForgotten(end: TcpEnd): Promise<boolean> {
  const NO_TIME = 50_000;
  await end.sendRow({ flags: 'ACK' });
  const answer = await end.find(({ fields }) => fields.rst === true, NO_TIME);
  return answer !== undefined;
}

/** As features write a timestamps option: value and echo. */
function timestamps(value: number): TcpEnd['options'] {
  return readOptions(`1, 1, 8 ${value.toString(16).padStart(8, '0')}00000000`);
}
