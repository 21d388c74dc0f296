/**
 * One segment into one state: reaches the state, sends the segment, and judges what comes back by a set of legal
 * outcomes, and where the connection is afterwards by what it does then.
 */
import { elapsed } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import { locate } from '../ipv4/difference.ts';
import { type Asked, differs } from './answer.ts';
import { describeSegment } from './describe.ts';
import { type MatchesSegment, octetsOfSequence, type TcpEnd } from './end.ts';
import { unasked } from './fence.ts';
import type { SegmentFields, SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import { answersOf, type Outcome } from './state-answers.ts';
import { StateProof } from './state-proof.ts';
import { type Reached, StateReach } from './state-reach.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';
import type { SegmentRow } from './words.ts';

/** States that know no number of the peer yet: what is taken counts from the segment on. */
const UNACQUAINTED: ReadonlySet<string> = new Set(['CLOSED', 'LISTEN', 'SYN-SENT']);

/** Microseconds. Real timers run for 200 ms and more. */
const SHORTEST_TIMER = 150_000;

interface Probed {
  readonly row: SegmentRow;
  readonly sent: SegmentFields;
  /** What the tester would have sent next, had it not sent this. */
  readonly next: number;
}

export class StateTalk {
  readonly reach: StateReach;
  readonly #scene: Scene;
  readonly #proof: StateProof;
  #state = '';
  #reached: Reached | undefined;
  #probed: Probed | undefined;
  #taken = 0;
  #outcomes: readonly Outcome[] = [];
  #outcome: Outcome | undefined;
  #answer: SegmentSeen | undefined;
  /** The answer may have been none, but an update of the window that came by itself. */
  #isDoubtful = false;

  constructor(scene: Scene, talk: TcpTalk, user: TcpUser) {
    this.#scene = scene;
    this.reach = new StateReach(talk, user);
    this.#proof = new StateProof(talk, user);
  }

  /** @throws Unmet */
  async enter(state: string): Promise<void> {
    this.adopt(state, await this.reach.reach(state));
  }

  /** A connection that was brought into a state by other means. */
  adopt(state: string, reached: Reached): void {
    this.#state = state;
    this.#reached = reached;
  }

  /** The connection that is spoken of. */
  get there(): Reached {
    if (this.#reached === undefined) throw new TypeError('no state was entered');
    return this.#reached;
  }

  async probe(row: SegmentRow): Promise<void> {
    const { end } = this.there;
    const { next } = end;
    await end.ask();
    await end.sendRow(row);
    end.next = next;
    this.#probed = { row, sent: end.lastSent, next };
  }

  /** @throws Unmet, Inconclusive */
  async assertAnswer(phrase: string, octets: number): Promise<void> {
    const outcomes = answersOf(phrase);
    this.#outcomes = outcomes;
    this.#taken = octets;
    this.#answer = await this.#awaitAnswer(outcomes);
    this.#outcome = outcomes.find(({ form }) => differs(form, this.#answer, this.#asked) === undefined);
    if (this.#outcome === undefined) throw this.#unmet(outcomes);
    const { form, clause, level } = this.#outcome;
    if (outcomes.length > 1) this.#scene.took({ outcome: form, clause, ...(level && { level }) });
    this.#keepUp();
  }

  /** @throws Unmet, Inconclusive */
  async assertState(state: string): Promise<void> {
    const there = this.there;
    const asked = this.#probed && this.#asked;
    try {
      await this.#proof.prove(this.#outcome?.leads ?? state, there, this.#untaken);
    } catch (thrown) {
      if (!(thrown instanceof Unmet) || !this.#isDoubtful) throw thrown;
      throw new Inconclusive('unsure', 'an update of the window came, which may have been the answer or not');
    }
    // In real time nobody waited for what need not come; it has come by now.
    if (this.#outcome?.form === 'nothing' && asked !== undefined) assertNothingLate(there.end, asked, this.#outcomes);
  }

  /** Data that came with a SYN may wait for the connection to open (RFC 9293 section 3.10.7.2): other has no place there. */
  get #untaken(): string {
    const { syn, data = '' } = this.#probed?.sent ?? {};
    return syn && this.#outcome?.form === 'SYN,ACK' && this.#taken === 0 ? data : '';
  }

  async #awaitAnswer(outcomes: readonly Outcome[]): Promise<SegmentSeen | undefined> {
    const { end } = this.there;
    const isAnswer = (segment: SegmentSeen): boolean => this.#isAnswer(segment, outcomes);
    if (outcomes.some(({ form }) => form === 'nothing')) return this.#awaitNothing(outcomes, isAnswer);
    const isAny = (segment: SegmentSeen): boolean => isAnswer(segment) || this.#isFinAgain(segment);
    const first = await end.findAnswer(isAny);
    if (first !== undefined && isAnswer(first)) return first;
    // One may have been held back (RFC 5961 section 7) or lost.
    const { row, next } = this.#probed!;
    await end.sendRow(row);
    end.next = next;
    const again = await end.findAnswer(isAny);
    if (again !== undefined && (isAnswer(again) || isSooner(first, again))) return again;
    const second = again && (await end.findAnswer(isAnswer));
    if (second === undefined && this.#mayBeHeldBack(outcomes)) {
      // No calmer moment would show more.
      throw new Inconclusive('fence', 'no acknowledgement came twice, which a limit on their rate allows');
    }
    return second;
  }

  /** An update of the window breaks no silence. Where an answer decides what follows, it may have been one. */
  async #awaitNothing(outcomes: readonly Outcome[], isAnswer: MatchesSegment): Promise<SegmentSeen | undefined> {
    const { end } = this.there;
    const isLater = (segment: SegmentSeen): boolean => end.isLater(segment) && isAnswer(segment);
    const isNoUpdate = (segment: SegmentSeen): boolean => isLater(segment) && !end.isWindowUpdate(segment);
    const answer = await end.find(isNoUpdate, this.#patienceWith(outcomes));
    if (answer !== undefined || !leadApart(outcomes)) return answer;
    const isLegal = (segment: SegmentSeen): boolean =>
      outcomes.some(({ form }) => differs(form, segment, this.#asked) === undefined);
    const update = await end.find((segment) => isLater(segment) && isLegal(segment), 0);
    this.#isDoubtful = update !== undefined;
    return update;
  }

  /** Silence is waited for where time is free, or where it decides what to look for next. */
  #patienceWith(outcomes: readonly Outcome[]): number {
    return this.#scene.clock === 'virtual' || leadApart(outcomes) ? this.#scene.hangLimit : 0;
  }

  #isAnswer(segment: SegmentSeen, outcomes: readonly Outcome[]): boolean {
    const { end } = this.there;
    if (!isSentAgain(end, segment)) return true;
    // A SYN,ACK once more may be an answer, and what is sent again may acknowledge something new.
    if (segment.fields.syn) return outcomes.some(({ form }) => form === 'SYN,ACK');
    return this.#taken > 0 && segment.fields.acknowledgmentNumber === this.#asked.taken;
  }

  /** Who has sent a FIN may acknowledge with it at its number, as BSD does; but so may a timer that runs out just now. */
  #isFinAgain({ fields, dataLength }: SegmentSeen): boolean {
    const { fin, acknowledgmentNumber } = fields;
    return fin === true && dataLength === 0 && acknowledgmentNumber === this.#asked.taken;
  }

  /** RFC 5961 section 7 and the lower-case should of RFC 9293: nobody knows how many a real host answers. */
  #mayBeHeldBack(outcomes: readonly Outcome[]): boolean {
    const isRefusal = this.#taken === 0 && outcomes.some(({ form }) => form === 'acknowledgement');
    return this.#scene.clock === 'real' && isRefusal;
  }

  get #asked(): Asked {
    const { sent, next } = this.#probed!;
    const isStart = UNACQUAINTED.has(this.#state) || (this.#state === 'TIME-WAIT' && this.#answer?.fields.syn);
    const from = isStart ? (sent.sequenceNumber ?? 0) : next;
    const syn = isStart && sent.syn && this.#taken === 0 ? 1 : 0;
    return {
      sent,
      taken: (from + syn + this.#taken) >>> 0,
      expected: this.there.end.expected,
      isUnsynchronized: isStart || (this.#state === 'SYN-RECEIVED' && !sent.syn),
    };
  }

  #unmet(outcomes: readonly Outcome[]): Unmet {
    const { taken, expected: next } = this.#asked;
    const words = { acknowledgement: `ACK, ack ${taken}, seq ${next}`, nothing: 'no segment', reset: 'RST' };
    const expected = outcomes.map(({ form }) => (form === 'SYN,ACK' ? form : words[form]));
    const answer = this.#answer;
    if (answer === undefined) return new Unmet({ expected, actual: this.there.end.instead(), missing: true });
    const actual = describeSegment(answer.datagram.octets);
    const fields = outcomes.map(({ form }) => differs(form, answer, this.#asked) ?? 'segment');
    const field = fields.find((each) => each.endsWith('Number')) ?? fields[0] ?? 'segment';
    const at = { exchange: answer.datagram.exchange, where: answer.where };
    return new Unmet({ expected, actual, difference: locate(field, expected.join(', or '), actual, at) });
  }

  /** What the implementation has taken, or what it starts anew with. */
  #keepUp(): void {
    const { end } = this.there;
    const fields = this.#answer?.fields;
    if (this.#outcome?.form === 'SYN,ACK' && fields !== undefined) {
      end.next = fields.acknowledgmentNumber ?? 0;
      end.irs = fields.sequenceNumber ?? 0;
      end.expected = (end.irs + 1) >>> 0;
    } else if (this.#taken > 0) end.next = this.#asked.taken;
  }
}

/** Whether the state afterwards is another with one outcome than with another. */
function leadApart(outcomes: readonly Outcome[]): boolean {
  return new Set(outcomes.map(({ leads }) => leads)).size > 1;
}

/** Whether the second came sooner after the first than any timer brings it, which doubles each time. */
function isSooner(first: SegmentSeen | undefined, second: SegmentSeen): boolean {
  return first !== undefined && elapsed(first.datagram.at, second.datagram.at).latest < SHORTEST_TIMER;
}

/** Something that came before and comes once more, by a timer of its own. */
function isSentAgain({ expected }: TcpEnd, { fields }: SegmentSeen): boolean {
  const length = octetsOfSequence(fields);
  const behind = ((fields.sequenceNumber ?? 0) + length) >>> 0;
  return length > 0 && !fields.rst && !seqBefore(expected, behind);
}

/**
 * Of what was asked for afterwards nothing is left, so that what is left came of its own. Another legal answer that is
 * late is no fault.
 *
 * @throws Unmet
 */
function assertNothingLate(end: TcpEnd, asked: Asked, outcomes: readonly Outcome[]): void {
  const late = end.already((segment) => {
    const { rst, acknowledgmentNumber } = segment.fields;
    if (!end.isLater(segment) || end.isWindowUpdate(segment)) return false;
    if (isSentAgain(end, segment) || (!rst && acknowledgmentNumber !== asked.taken)) return false;
    return outcomes.every(({ form }) => differs(form, segment, asked) !== undefined);
  });
  if (late !== undefined) throw unasked(late);
}
