/** How much is on its way, and of what size: RFC 5681 and RFC 9293, on what a FlowTalk saw. */
import { elapsed } from '../../harness/interval.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { describeSegment } from './describe.ts';
import type { Piece } from './flow.ts';
import type { FlowTalk } from './flow-talk.ts';
import type { SegmentFields } from './segment.ts';

/** Of less a probe's timer is made of other things than round trips. */
const SHORTEST = 10_000;
/** RFC 6928 section 2. */
const LARGE_WINDOW = { segments: 10, octets: 14_600 };

export class FlowChecks {
  readonly #talk: FlowTalk;

  constructor(talk: FlowTalk) {
    this.#talk = talk;
  }

  /**
   * RFC 5681 section 2, SMSS: what the sender fills its segments with. Who fills more than the tester takes is told so by
   * the rules of that option, and not of how much is on its way.
   */
  get #segment(): number {
    const { flow, octets } = this.#talk;
    return Math.max(octets, ...flow.pieces.map(({ seen }) => seen.dataLength));
  }

  /** Of new data, beyond what is acknowledged. @throws Unmet */
  assertOnTheirWay(segments: number): void {
    this.#assertOctets(segments * this.#segment, `${segments} segments`);
  }

  /** RFC 5681's bound, or RFC 6928's. @throws Unmet */
  assertInitialWindow(): void {
    const { flow } = this.#talk;
    const strict = initialWindow(this.#segment);
    const isStrict = flow.onTheirWay <= strict;
    flow.end.wire.scene.took(
      isStrict
        ? { outcome: 'two to four segments', clause: 'RFC 5681 section 3.1', level: 'MUST' }
        : { outcome: 'up to ten segments', clause: 'RFC 6928 section 2', level: 'MAY' },
    );
    if (!isStrict) this.#assertOctets(largeWindow(this.#segment), 'the initial window');
  }

  /** RFC 5681's alone. @throws Unmet */
  assertStandardInitialWindow(): void {
    this.#assertOctets(initialWindow(this.#segment), 'the initial window');
  }

  /**
   * Whatever initial window is used, idleness leads back to it. Whose timer runs for longer than the tester rested was
   * not idle: that is looked at where more came. @throws Unmet, Inconclusive
   */
  async assertRestartWindow(): Promise<void> {
    const { flow, rested } = this.#talk;
    const { onTheirWay } = flow;
    const most = largeWindow(this.#segment);
    if (onTheirWay <= most) return;
    const timer = await this.#talk.timerOfFirst();
    if (timer >= rested) throw new Inconclusive('precondition', `its timer runs for ${timer / 1_000_000} s, no less`);
    throw tooMuch(onTheirWay, most, 'the initial window');
  }

  /**
   * By a segment for each acknowledgement, and one that did not fit before. From the beginning, since a service that
   * pauses may cut a flight short, and the window grows all the same. @throws Unmet
   */
  assertSlowStart(): void {
    const { flights, acknowledgements } = this.#talk;
    const octets = this.#segment;
    let window = Math.max(flights[0] ?? 0, largeWindow(octets));
    for (const [index, flight] of flights.entries()) {
      window += (acknowledgements[index - 1] ?? 0) * octets;
      const most = window + octets;
      if (flight > most) throw tooMuch(flight, most, 'a segment more for each acknowledgement');
    }
  }

  /** By no more than `segments` from the first flight that counts to the last. @throws Unmet */
  assertGrowth(segments: number): void {
    const { flights } = this.#talk;
    const octets = this.#segment;
    const [first = 0, last = 0] = [flights.at(0), flights.at(-1)];
    const most = first + segments * octets;
    if (last > most) throw tooMuch(last, most, `${segments} segments more than at first`);
  }

  /** What grows no more may have come to the end of its buffer, and not of its caution. @throws Unmet, Inconclusive */
  assertGrownTo(segments: number): void {
    const { flights } = this.#talk;
    const octets = this.#segment;
    const most = Math.max(...flights);
    if (most >= segments * octets) return;
    const [before = 0, last = 0] = flights.slice(-2);
    if (last <= before) throw new Inconclusive('precondition', `flights do not grow beyond ${most} octets at all`);
    throw new Unmet({ expected: [`flights of ${segments} segments`], actual: `at most ${most} octets` });
  }

  /** All that came stays below the window's edge as the tester had offered it. @throws Unmet */
  assertWithinWindow(): void {
    const { flow } = this.#talk;
    const beyond = flow.pieces.find(({ to }) => to > flow.acknowledged + flow.end.window);
    if (beyond === undefined) return;
    throw this.#wrong('nothing beyond the window that was offered', beyond);
  }

  /** @throws Unmet */
  assertAgain(segment: number): void {
    const { again, flow } = this.#talk;
    const [wanted] = this.#talk.placeOf(segment);
    if (again.some(({ from }) => from === wanted)) return;
    const piece = again.at(-1);
    if (piece === undefined) throw missing(`segment ${segment} again`, flow.end.instead());
    throw this.#wrong(`segment ${segment} again`, piece);
  }

  /** The timer may run out once more while the tester waits: that is the same segment. @throws Unmet */
  assertNothingBut(segment: number): void {
    const [wanted] = this.#talk.placeOf(segment);
    const other = this.#talk.came.find(({ from }) => from !== wanted);
    if (other !== undefined) throw this.#wrong(`nothing but segment ${segment}`, other);
  }

  /** @throws Unmet, Inconclusive */
  assertNothingNew(): void {
    const { came, flow, roundTrips } = this.#talk;
    const fresh = came.find(({ isAgain }) => !isAgain);
    if (fresh === undefined) return;
    // RFC 8985 section 7: after two round trips of silence one segment may be sent as a probe.
    const before = flow.pieces.filter(({ isAgain }) => !isAgain).at(-1 - came.filter((each) => !each.isAgain).length);
    const silence = before === undefined ? 0 : elapsed(before.at, fresh.at).latest;
    const roundTrip = Math.min(...roundTrips);
    if (roundTrip > SHORTEST && silence > 1.5 * roundTrip) {
      throw new Inconclusive('unsure', 'what came may be a probe for a lost tail');
    }
    throw this.#wrong('no new data', fresh);
  }

  /**
   * RFC 5681 section 3.2, after so many duplicates: half of the last flight, and a segment for each of them. The two that
   * the first duplicates let go may be more than that. @throws Unmet
   */
  assertFastRecovery(duplicates: number): void {
    const { flights } = this.#talk;
    const octets = this.#segment;
    const flight = flights.at(-1) ?? 0;
    const most = Math.max(flight + 2 * octets, Math.max(flight / 2, 2 * octets) + duplicates * octets);
    this.#assertOctets(most, `half of ${flight}, and ${duplicates} segments`);
  }

  /** Beyond the last flight that was waited for. @throws Unmet, Inconclusive */
  assertSinceFlight(segments: number): void {
    const { flow, flights } = this.#talk;
    const octets = this.#segment;
    const more = flow.onTheirWay - (flights.at(-1) ?? 0);
    const lacking = segments * octets - more;
    if (lacking > 0) throw this.#lacks(lacking, `${segments} segments more`, `${more} octets`);
  }

  /** Some, however little. @throws Unmet */
  assertSomeNew(): void {
    if (this.#talk.came.every(({ isAgain }) => isAgain)) throw missing('new data', 'none');
  }

  /** How many segments' worth of new data came last. @throws Unmet, Inconclusive */
  assertNew(atLeast: number, atMost: number): void {
    const octets = this.#talk.came.filter(({ isAgain }) => !isAgain).reduce((sum, { from, to }) => sum + to - from, 0);
    const [least, most] = [atLeast * this.#segment, atMost * this.#segment];
    if (octets > most) throw tooMuch(octets, most, `${atMost} segments of new data`);
    if (octets < least) throw this.#lacks(least - octets, `${atLeast} segments of new data`, `${octets} octets`);
  }

  /** These segments first, and in this order, by what came again so far. @throws Unmet */
  assertOrder(order: string): void {
    const wanted = order.split(' ').map((segment) => this.#talk.placeOf(Number(segment))[0]);
    const waiting = this.#talk.again.map(({ from }) => from);
    const came = waiting.map((from) => order.split(' ')[wanted.indexOf(from)] ?? '?').join(' ');
    if (came !== order && !came.startsWith(`${order} `))
      throw missing(`segments ${order} again`, came === '' ? 'none' : `segments ${came}`);
  }

  /** @throws Unmet */
  assertNotAgain(segments: string): void {
    for (const [from, to] of this.#talk.runs(segments)) {
      const piece = this.#talk.again.find((each) => each.from < to && each.to > from);
      if (piece !== undefined) throw this.#wrong('nothing again of what was told of', piece);
    }
  }

  /** Octet for octet. @throws Unmet */
  assertSame(): void {
    const { again, flow } = this.#talk;
    const octets = new Map<number, string>();
    for (const { from, seen, isAgain } of flow.pieces) {
      if (!isAgain) seen.fields.data?.match(/../g)?.forEach((octet, at) => void octets.set(from + at, octet));
    }
    for (const piece of again) {
      const data = piece.seen.fields.data?.match(/../g) ?? [];
      const isSame = data.every((octet, at) => (octets.get(piece.from + at) ?? octet) === octet);
      if (!isSame) throw this.#wrong('the same octets again', piece);
    }
  }

  /** Nobody answers, for as long as it takes: a segment finds no connection then. @throws Unmet, Inconclusive */
  async assertGivenUpAtLast(): Promise<void> {
    const { wire } = this.#talk.flow.end;
    if (!(await this.#isGivenUp(wire.longest))) wire.missingAfterPatience('a reset: the connection is gone');
  }

  /** After so many seconds without an answer. @throws Unmet */
  async assertGivenUp(seconds: number): Promise<void> {
    const { flow } = this.#talk;
    if (await this.#isGivenUp(seconds * 1_000_000)) return;
    throw new Unmet({ expected: ['a reset: the connection is gone'], actual: flow.end.instead(), missing: true });
  }

  async #isGivenUp(within: number): Promise<boolean> {
    const { flow } = this.#talk;
    await flow.end.wire.find(() => false, within);
    if (flow.end.already(isReset)) return true;
    await flow.acknowledge(flow.acknowledged);
    return (await flow.end.find(isReset)) !== undefined;
  }

  /** It is still there, and takes an acknowledgement. @throws Unmet */
  async assertGoesOn(seconds: number): Promise<void> {
    const { flow } = this.#talk;
    const since = flow.pieces.at(-1)?.at ?? (await flow.now());
    await flow.waitUntil(since, seconds * 1_000_000);
    const highest = Math.max(flow.highest, this.#talk.octets);
    await flow.acknowledge(highest);
    const fresh = await flow.end.find(({ fields, dataLength }) => isReset({ fields }) || isFresh(fields, dataLength));
    if (fresh !== undefined && !isReset(fresh)) return;
    throw new Unmet({
      expected: ['new data, now that the old is acknowledged'],
      actual: fresh === undefined ? flow.end.instead() : describeSegment(fresh.datagram.octets),
      missing: fresh === undefined,
    });
    function isFresh({ sequenceNumber = 0 }: SegmentFields, dataLength: number): boolean {
      return dataLength > 0 && flow.end.relative(sequenceNumber - 1) >= highest;
    }
  }

  /** Of the last that came, old and new. @throws Unmet */
  assertSegments(most: number): void {
    const { came } = this.#talk;
    const octets = this.#segment;
    const all = came.reduce((sum, { from, to }) => sum + to - from, 0);
    if (all > most * octets) throw tooMuch(all, most * octets, `${most} segments`);
  }

  /** New data is due only where there is some: that a buffer holds so much is shown by an earlier flight. */
  #lacks(octets: number, expected: string, actual: string): Unmet | Inconclusive {
    const { flow, flights } = this.#talk;
    const held = Math.max(0, ...flights);
    if (held >= flow.onTheirWay + octets) return missing(expected, actual);
    return new Inconclusive('precondition', `nothing shows that more than ${held} octets can wait to be acknowledged`);
  }

  #assertOctets(most: number, words: string): void {
    const { onTheirWay } = this.#talk.flow;
    if (onTheirWay > most) throw tooMuch(onTheirWay, most, words);
  }

  #wrong(expected: string, { seen }: Piece): Unmet {
    const actual = describeSegment(seen.datagram.octets);
    const difference = { field: 'segment', expected, actual, exchange: seen.datagram.exchange };
    return new Unmet({ expected: [expected], actual, difference });
  }
}

/** RFC 5681 section 3.1. */
function initialWindow(octets: number): number {
  return octets * (octets > 2190 ? 2 : octets > 1095 ? 3 : 4);
}

function largeWindow(octets: number): number {
  const { segments, octets: most } = LARGE_WINDOW;
  return Math.max(initialWindow(octets), Math.min(segments * octets, Math.max(2 * octets, most)));
}

function isReset({ fields }: { readonly fields: SegmentFields }): boolean {
  return fields.rst === true;
}

function tooMuch(octets: number, most: number, words: string): Unmet {
  return new Unmet({ expected: [`at most ${most} octets: ${words}`], actual: `${octets} octets` });
}

function missing(expected: string, actual: string): Unmet {
  return new Unmet({ expected: [expected], actual, missing: true });
}
