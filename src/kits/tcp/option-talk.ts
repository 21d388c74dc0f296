/** Which options stand in the segments that the implementation sends, and what they say. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { fragments } from '../ipv4/datagram.ts';
import { locate } from '../ipv4/difference.ts';
import { assertAtMost } from './flood-talk.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';

/** RFC 9293 section 3.2, RFC 7323, RFC 2018. */
const KINDS: Readonly<Record<string, number>> = {
  'maximum segment size': 2,
  'window scale': 3,
  'SACK-permitted': 4,
  SACK: 5,
  timestamps: 8,
};
/** RFC 791 section 3.1 with headers of 20 octets each. */
const MOST_IN_A_DATAGRAM = 65_535 - 40;
const LINK_MTU = 1500;
const HEADERS = 40;
const SACK_BLOCK = 8;
const SEVERAL = 3;
/** RFC 9293 section 3.7.1. */
const USUAL_MSS = 536;
/** Microseconds; a SYN is sent again after 1 to 3 seconds (RFC 6298 section 2). */
const PATIENCE = 8_000_000;

type Members = Readonly<Record<string, unknown>>;

export class OptionTalk {
  readonly #talk: TcpTalk;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** The option of that name in the last segment. */
  last(name: string): Members | undefined {
    return optionOf(this.#talk.last, name);
  }

  /** @throws Unmet */
  assertHas(name: string): void {
    if (this.last(name) === undefined) throw misfit(this.#talk.last, `the option ${name}`, 'without it');
  }

  /** @throws Unmet */
  assertHasNot(name: string): void {
    assertWithout(this.#talk.last, name);
  }

  /** Of all segments of the scenario that are no SYN. @throws Unmet, Inconclusive when there was none */
  assertInNoOther(name: string): void {
    const others = this.#all().filter(({ fields }) => !fields.syn);
    if (others.length === 0) throw new Inconclusive('precondition', 'no segment came but SYNs');
    for (const segment of others) assertWithout(segment, name);
  }

  /** Of all segments of the scenario that are no reset. @throws Unmet */
  assertInEvery(name: string): void {
    for (const segment of this.#all().filter(({ fields }) => !fields.rst)) {
      if (optionOf(segment, name) === undefined) throw misfit(segment, `the option ${name}`, 'without it');
    }
  }

  /** @throws Unmet */
  assertNothingReserved(): void {
    const { fields, datagram, where } = this.#talk.last;
    if (fields.reserved === 0) return;
    const actual = String(fields.reserved);
    const difference = locate('reserved', '0', actual, { exchange: datagram.exchange, where });
    throw new Unmet({ expected: ['reserved 0'], actual: `reserved ${actual}`, difference });
  }

  /** @throws Unmet */
  assertChecksums(): void {
    for (const segment of this.#all()) {
      const fault = segment.faults.find(({ field }) => field === 'checksum');
      if (fault === undefined) continue;
      const at = { exchange: segment.datagram.exchange, where: segment.where };
      const { expected, actual } = fault;
      throw new Unmet({
        expected: [`checksum ${expected}`],
        actual: `checksum ${actual}`,
        difference: locate('checksum', expected, actual, at),
      });
    }
  }

  /** The SYN,ACK says how much its sender takes, and not just what everybody takes. @throws Inconclusive */
  async answeredWithMss(isUsual: boolean): Promise<void> {
    const { end } = this.#talk;
    this.#talk.note(await end.expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK'));
    const mss = this.last('maximum segment size')?.mss;
    if (mss === undefined) throw new Inconclusive('precondition', 'the SYN has no segment size');
    if (!isUsual && mss === USUAL_MSS)
      throw new Inconclusive('precondition', `it takes ${USUAL_MSS} octets, as all do`);
  }

  /** The SYN,ACK comes again, since nobody acknowledges it. @throws Unmet */
  async synAgain(): Promise<void> {
    const isSyn = ({ fields }: SegmentSeen): boolean => fields.syn === true;
    this.#talk.note(await this.#talk.end.expect(isSyn, 'the SYN again', PATIENCE));
  }

  /** Of options and data together. @throws Unmet */
  async assertPayloadAtMost(octets: number): Promise<void> {
    const { end } = this.#talk;
    await end.expect(({ dataLength }) => dataLength > 0, 'data');
    // The first may be short for other reasons.
    for (let count = 0; count < SEVERAL; count += 1) await end.find(({ dataLength }) => dataLength > 0, PATIENCE);
    for (const segment of end.came) assertAtMost(segment, octets - (4 * (segment.fields.dataOffset ?? 5) - 20));
  }

  /** The SYN,ACK of the connection says what IP can bring, and that much is taken in one segment. @throws Unmet */
  async assertMssIsKept(): Promise<void> {
    const mss = Number(this.last('maximum segment size')?.mss ?? 0);
    if (mss > MOST_IN_A_DATAGRAM) throw misfit(this.#talk.last, `at most ${MOST_IN_A_DATAGRAM} octets`, String(mss));
    const { end } = this.#talk;
    const window = (end.edge - end.expected) >>> 0;
    await end.sendRow({ flags: 'ACK' });
    const octets = Math.min(mss, this.#talk.last.fields.window ?? window);
    const { next } = end;
    const fields = end.read({ flags: 'PSH,ACK', data: `${octets} octets` });
    if (octets + HEADERS <= LINK_MTU) await end.send(fields);
    else await this.#sendInFragments(fields);
    const wanted = (next + octets) >>> 0;
    const isTaken = ({ fields: { ack, acknowledgmentNumber } }: SegmentSeen) =>
      ack === true && acknowledgmentNumber === wanted;
    await end.expect(isTaken, `an acknowledgement of all ${octets} octets`);
  }

  /** Its length is that of whole blocks, and no more of them than fit. @throws Unmet */
  assertSackIsWhole(most: number): void {
    const sacks = this.#all().flatMap((segment) => {
      const option = optionOf(segment, 'SACK');
      return option === undefined ? [] : [{ segment, option }];
    });
    if (sacks.length === 0) throw new Inconclusive('precondition', 'no SACK option came at all');
    for (const { segment, option } of sacks) {
      const length = Number(option.length);
      const blocks = (length - 2) / SACK_BLOCK;
      const isWhole = Number.isInteger(blocks) && blocks >= 1 && blocks <= most;
      if (!isWhole) throw misfit(segment, `a length of 8n+2 for 1 to ${most} blocks`, `length ${length}`);
    }
  }

  async #sendInFragments(fields: Parameters<TcpTalk['end']['send']>[0]): Promise<void> {
    const { end } = this.#talk;
    const whole = end.build(fields, { dontFragment: false });
    const count = Math.ceil(whole.payload.length / (LINK_MTU - HEADERS));
    for (const fragment of fragments(whole, count)) await end.wire.send(fragment.octets);
  }

  /** All segments that have come for any connection of the scenario. */
  #all(): readonly SegmentSeen[] {
    return this.#talk.ends.flatMap((end) => end.came);
  }
}

function optionOf({ fields }: SegmentSeen, name: string): Members | undefined {
  const kind = KINDS[name];
  if (kind === undefined) throw new TypeError(`no option ${name}`);
  return (fields.options as readonly Members[] | undefined)?.find((option) => option.kind === kind);
}

function assertWithout(segment: SegmentSeen, name: string): void {
  const option = optionOf(segment, name);
  if (option !== undefined) throw misfit(segment, `no option ${name}`, JSON.stringify(option));
}

function misfit({ datagram, where, fields }: SegmentSeen, expected: string, actual: string): Unmet {
  const at = { exchange: datagram.exchange, where };
  const words = fields.syn ? `a SYN with ${expected}` : `a segment with ${expected}`;
  return new Unmet({ expected: [words], actual, difference: locate('options', expected, actual, at) });
}
