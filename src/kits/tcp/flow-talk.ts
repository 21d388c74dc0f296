/**
 * The tester takes what a service sends: flight by flight, as slowly as it likes, with losses of its own making. What it
 * saw is judged by flow-checks.ts and timeout-checks.ts.
 */
import { elapsed, type Interval } from '../../harness/interval.ts';
import { Inconclusive } from '../../harness/outcome.ts';
import { Flow, type Piece, type Run } from './flow.ts';
import type { TcpTalk } from './talk.ts';

const MILLISECOND = 1000;
/** Within this a timer of retransmission has run out: it begins with a second or three, and is doubled up to a minute. */
const TIMEOUT = 130_000_000;
const SYN_AGAIN = 10_000_000;
const OPEN_WINDOW = 65_535;
/** Slow start leads from one segment to 64 in these. */
const MOST_FLIGHTS = 6;

export interface Taking {
  readonly service?: string;
  /** The tester's MSS, and the window that it offers. */
  readonly octets: number;
  readonly window?: number;
  readonly sack?: boolean;
  /** Milliseconds between SYN,ACK and its acknowledgement. */
  readonly handshake?: number;
  /** The SYN,ACK counts as lost once. */
  readonly loss?: boolean;
}

export class FlowTalk {
  readonly #talk: TcpTalk;
  #flow: Flow | undefined;
  octets = 0;
  /** Microseconds, as short as they can have been. */
  handshake = 0;
  readonly roundTrips: number[] = [];
  /** Octets on their way at the end of each flight. */
  readonly flights: number[] = [];
  /** By how many acknowledgements each was acknowledged. */
  readonly acknowledgements: number[] = [];
  /** Segments that came again, by a timeout or otherwise, in the order in which they were waited for. */
  readonly again: Piece[] = [];
  /** What came after the tester did last what it was told. */
  came: readonly Piece[] = [];
  /** For how long the tester gave nothing, when it did last. Microseconds. */
  rested = 0;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  get flow(): Flow {
    if (this.#flow === undefined) throw new TypeError('the tester takes nothing');
    return this.#flow;
  }

  /** @throws Unmet, Inconclusive */
  async begin({ service = 'characters', octets, window, sack, handshake = 0, loss }: Taking): Promise<void> {
    const end = await this.#talk.begin(service);
    end.window = window ?? OPEN_WINDOW;
    const mss = `2 ${octets.toString(16).padStart(4, '0')}`;
    await end.sendRow({ flags: 'SYN', options: sack ? `${mss}, 1, 1, 4` : mss });
    const isAnswer = ({ fields }: { readonly fields: { readonly syn?: boolean } }): boolean => fields.syn === true;
    const answer = await end.expect(isAnswer, 'SYN,ACK');
    this.#flow = new Flow(end);
    this.octets = octets;
    if (loss) await end.expect(isAnswer, 'SYN,ACK again', SYN_AGAIN);
    else await this.flow.waitUntil(answer.datagram.at, handshake * MILLISECOND);
    if (end.already(isAnswer)) throw new Inconclusive('precondition', 'the SYN,ACK came again before it was answered');
    await this.flow.acknowledge(0);
    this.handshake = elapsed(answer.datagram.at, this.flow.acknowledgedAt).earliest;
  }

  /** Until the SYN,ACK, which nobody acknowledges, has come twice. @throws Unmet */
  async awaitAnswerTwice(): Promise<void> {
    const { end } = this.#talk;
    this.#flow = new Flow(end);
    await end.sendRow({ flags: 'SYN' });
    for (let times = 0; times < 2; times += 1) {
      const seen = await end.expect(({ fields }) => fields.syn === true, 'SYN,ACK', SYN_AGAIN);
      const piece = { from: -1, to: 0, at: seen.datagram.at, isAgain: times > 0, seen };
      this.flow.pieces.push(piece);
      if (piece.isAgain) this.again.push(piece);
    }
  }

  /** The tester takes what it is sent on a connection that is there. */
  adopt(octets: number): void {
    this.#flow = new Flow(this.#talk.end);
    this.octets = octets;
  }

  /** Each flight is acknowledged so many milliseconds after it came, all of it or segment by segment. @throws Unmet */
  async takeFlights(count: number, { after = 0, oneByOne = false } = {}): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await this.#acknowledgeFlight(await this.takeFlight(), oneByOne, after);
    }
  }

  async #acknowledgeFlight(pieces: readonly Piece[], oneByOne: boolean, after = 0): Promise<void> {
    if (pieces.some(({ isAgain }) => isAgain)) throw spoilt();
    const { at } = pieces[0]!;
    await this.flow.waitUntil(at, after * MILLISECOND);
    this.#assertNothingAgain();
    this.acknowledgements.push(oneByOne ? pieces.length : 1);
    const ends = oneByOne ? pieces.map(({ to }) => to) : [this.flow.highest];
    await this.flow.acknowledge(ends[0]!);
    this.roundTrips.push(elapsed(at, this.flow.acknowledgedAt).earliest);
    for (const to of ends.slice(1)) await this.flow.acknowledge(to);
  }

  /** A flight comes and is not acknowledged yet. @throws Unmet */
  async takeFlight(): Promise<readonly Piece[]> {
    this.came = await this.flow.flight();
    this.flights.push(this.flow.onTheirWay);
    return this.came;
  }

  /**
   * A flight of so many segments, whatever the first window is: after a timeout of one twice as large slow start leads
   * through it. That one has shown that the sender holds more, too. @throws Unmet, Inconclusive
   */
  async takeFlightAnew(segments: number): Promise<void> {
    await this.#grow(2 * segments);
    await this.timeOut();
    await this.acknowledge();
    this.again.splice(0);
    await this.#grow(segments);
    const { onTheirWay } = this.flow;
    if (onTheirWay >= (segments + 2) * this.octets)
      throw unfit(`${onTheirWay} octets are on their way, which is too much`);
  }

  /** Flights are acknowledged until one has so many segments. */
  async #grow(segments: number): Promise<void> {
    for (let count = 0; (await this.#sizeOfFlight()) < segments * this.octets; count += 1) {
      if (count === MOST_FLIGHTS) throw unfit(`no flight of ${segments} segments came`);
      await this.#acknowledgeFlight(this.came, true);
    }
  }

  async #sizeOfFlight(): Promise<number> {
    await this.takeFlight();
    return this.flow.onTheirWay;
  }

  /** Nothing is acknowledged until a timer has run out so many times. @throws Unmet */
  async timeOut(times = 1): Promise<void> {
    for (let index = 0; index < times; index += 1) this.again.push(await this.flow.again(TIMEOUT));
  }

  /** For how long the timer of the first segment that is on its way runs, at most. @throws Unmet */
  async timerOfFirst(): Promise<number> {
    for (;;) {
      await this.timeOut();
      const piece = this.again.at(-1)!;
      if (piece.from === this.flow.acknowledged) return elapsed(this.sentBefore(piece), piece.at).latest;
    }
  }

  /** The tester's acknowledgement stays where it is. `holds` is what a SACK option tells with it. */
  async duplicate(times: number, holds: readonly Run[] = []): Promise<void> {
    for (let index = 0; index < times; index += 1) await this.flow.acknowledge(this.flow.acknowledged, holds);
    await this.look();
  }

  /** Once more the same acknowledgement; it tells of the last new data that came. */
  async duplicateForNewest(): Promise<void> {
    const newest = this.flow.pieces.findLast(({ isAgain }) => !isAgain);
    await this.duplicate(1, newest === undefined ? [] : [[newest.from, newest.to]]);
  }

  /** What came by now. */
  async look(): Promise<void> {
    this.came = await this.flow.rest();
    this.again.push(...this.came.filter(({ isAgain }) => isAgain));
  }

  /** All, or so many segments of what has come. */
  async acknowledge(segments?: number): Promise<void> {
    const { flow } = this;
    const first = flow.pieces.find(({ from, isAgain }) => !isAgain && from >= flow.acknowledged);
    await flow.acknowledge(segments === undefined ? flow.highest : this.placeOf(segments)[1]);
    const isMeasured = first !== undefined && this.again.length === 0;
    if (isMeasured) this.roundTrips.push(elapsed(first.at, flow.acknowledgedAt).earliest);
  }

  /** One segment more, by small steps. */
  async acknowledgeParts(parts: number): Promise<void> {
    const { flow, octets } = this;
    const from = flow.acknowledged;
    for (let part = 1; part <= parts; part += 1) await flow.acknowledge(from + Math.floor((octets * part) / parts));
  }

  /** Data in segments of the size that the tester takes itself. What comes is acknowledged later. */
  async give(octets: number): Promise<void> {
    const { end } = this.flow;
    for (let left = octets; left > 0; left -= this.octets) {
      await end.sendRow({
        flags: 'PSH,ACK',
        ack: `${this.flow.acknowledged + 1}`,
        data: `${Math.min(left, this.octets)} octets`,
      });
    }
  }

  /** Data goes there and comes back, so that the congestion window grows. @throws Unmet */
  async giveAndTake(times: number, octets: number): Promise<void> {
    for (let index = 1; index <= times; index += 1) {
      await this.give(octets);
      while (this.flow.highest < index * octets) await this.takeFlights(1, { oneByOne: true });
    }
  }

  /** All of it, however it comes. @throws Unmet */
  async takeAll(octets: number): Promise<void> {
    while (this.flow.highest < octets) await this.takeFlights(1);
  }

  /** The tester's window from now on. */
  async offer(window: number = OPEN_WINDOW): Promise<void> {
    this.flow.end.window = window;
    await this.flow.acknowledge(this.flow.acknowledged);
  }

  async pause(milliseconds: number): Promise<void> {
    this.rested = milliseconds * MILLISECOND;
    await this.flow.waitUntil(await this.flow.now(), milliseconds * MILLISECOND);
  }

  /** Runs of octets by the segments that hold them, the first that is not acknowledged being 1: `2 to 4, 6`. */
  runs(words: string): readonly Run[] {
    return words.split(', ').map((word) => {
      const [first = '', last = first] = word.split(' to ');
      return [this.placeOf(Number(first))[0], this.placeOf(Number(last))[1]];
    });
  }

  /** Where a segment lies of those that are on their way. @throws Inconclusive where there are not so many */
  placeOf(segment: number): Run {
    const { pieces, acknowledged } = this.flow;
    const waiting = pieces.filter(({ from, isAgain }) => !isAgain && from >= acknowledged);
    const piece = waiting[segment - 1];
    if (piece === undefined) throw unfit(`segment ${segment} is wanted, and ${waiting.length} are on their way`);
    return [piece.from, piece.to];
  }

  /** Since when nothing more of that segment had come before it came again. */
  sentBefore({ from, at }: Piece): Interval {
    const { pieces } = this.flow;
    const earlier = pieces.slice(
      0,
      pieces.findIndex((piece) => piece.at === at),
    );
    return earlier.findLast((piece) => piece.from <= from && from < piece.to)!.at;
  }

  /** A timer that ran out while the tester was slow spoils what is to be measured. */
  #assertNothingAgain(): void {
    const seen = this.flow.end.already(({ dataLength }) => dataLength > 0);
    if (seen !== undefined) throw spoilt();
  }
}

function unfit(why: string): Inconclusive {
  return new Inconclusive('precondition', why);
}

function spoilt(): Inconclusive {
  return new Inconclusive('unsure', 'a timer ran out before the tester acknowledged');
}
