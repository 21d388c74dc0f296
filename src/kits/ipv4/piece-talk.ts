/**
 * Echo requests in fragments that are cut as a scenario says: to the limit of what a host must take, overlapping, with a
 * wrong checksum, or never the last one. Two messages that differ where fragments overlap have one checksum, so that
 * whichever octets a host keeps, the request stands.
 */
import { Unmet } from '../../harness/outcome.ts';
import { type Echo, fragment, fragments, fragmentsFor, withChecksumBitInverted } from './datagram.ts';
import { compareOctets } from './difference.ts';
import type { EchoTalk } from './echo-talk.ts';
import { passEcho } from './fence.ts';
import { isReplyTo } from './seen.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const HEADER_OCTETS = 20;
const ICMP_HEADER_OCTETS = 8;
/** With 8 octets of ICMP header a message of 552, and a datagram that each host must take. */
const DATA_OCTETS = 544;

interface Cut {
  readonly from: number;
  readonly to: number;
  /** Other octets where it overlaps what came before. */
  readonly isOther: boolean;
  readonly isSpoilt: boolean;
}

export class PieceTalk {
  readonly #wire: Wire;
  readonly #echoes: EchoTalk;
  #request: Echo | undefined;
  #other: Uint8Array = new Uint8Array();

  constructor(wire: Wire, echoes: EchoTalk) {
    this.#wire = wire;
    this.#echoes = echoes;
  }

  /** A datagram of `octets` octets, header and data together, in one piece. */
  async sendWhole(octets: number, header: HeaderFields = {}): Promise<void> {
    const headerLength = HEADER_OCTETS + (header.options?.length ?? 0);
    const request = await this.#draw(octets - headerLength - ICMP_HEADER_OCTETS, header);
    await this.#wire.send(request.octets);
  }

  /** The same in the fragments that a link of `mtu` octets makes of it. */
  async sendThrough(octets: number, mtu: number): Promise<void> {
    const request = await this.#draw(octets - HEADER_OCTETS - ICMP_HEADER_OCTETS);
    for (const piece of fragmentsFor(request, mtu)) await this.#wire.send(piece.octets);
  }

  /**
   * A message of 552 octets in fragments, each named by its first and last octet: `0-191 192-551`. `*` marks one that
   * holds other octets where it overlaps those before it, `!` one whose header checksum is wrong.
   */
  async sendPieces(words: string): Promise<void> {
    await this.#sendCuts(cutsOf(words), await this.#draw(DATA_OCTETS));
  }

  /** As `sendPieces`, of a message that ends in zeros, which add nothing to a checksum: so much of it is a message too. */
  async sendPiecesBeforeZeros(words: string): Promise<void> {
    const cuts = cutsOf(words);
    const end = Math.max(...cuts.map(({ to }) => to));
    const data = this.#wire.scene.random.octets(DATA_OCTETS).fill(0, end - ICMP_HEADER_OCTETS);
    await this.#sendCuts(cuts, await this.#noted(data));
  }

  /** Whole datagrams that differ in their data and share one identification. */
  async sendAlike(count: number, header: HeaderFields): Promise<void> {
    const identification = 1 + this.#wire.scene.random.below(0xffff);
    const requests: Echo[] = [];
    for (let index = 0; index < count; index += 1) {
      const data = this.#wire.scene.random.octets(DATA_OCTETS);
      requests.push(await this.#echoes.like({ identification, ...header }, data));
    }
    for (const { octets } of requests) await this.#wire.send(octets);
    this.#echoes.note(requests);
  }

  /** A datagram that is none and may not become one, between fragments that have its identification. */
  async sendAmongFragments(): Promise<void> {
    const request = await this.#draw(DATA_OCTETS);
    const { identification } = request.header;
    const [first, ...others] = fragments(request, 3);
    const data = this.#wire.scene.random.octets(DATA_OCTETS);
    const atomic = await this.#echoes.like({ identification: identification!, dontFragment: true }, data);
    for (const { octets } of [first!, atomic, ...others]) await this.#wire.send(octets);
    this.#echoes.note([atomic, request]);
  }

  /** Many datagrams under way at once: all first halves, then all second halves. */
  async sendManyAtOnce(count: number): Promise<void> {
    const requests: Echo[] = [];
    for (let index = 0; index < count; index += 1) {
      requests.push(await this.#echoes.like({}, this.#wire.scene.random.octets(DATA_OCTETS)));
    }
    const halves = requests.map((request) => fragments(request, 2));
    for (const half of [0, 1]) for (const pieces of halves) await this.#wire.send(pieces[half]!.octets);
    this.#echoes.note(requests);
  }

  /** Where fragments overlapped either copy is right, octet by octet; so is no reply. @throws Unmet, Inconclusive */
  async assertEitherCopy(): Promise<void> {
    const { payload } = this.#given;
    await passEcho(this.#wire);
    const reply = this.#wire.already(isReplyTo(this.#given));
    const other = this.#other;
    const outcome = reply === undefined ? 'the datagram is dropped' : kept(reply.data, payload, other);
    this.#wire.scene.took({ outcome, clause: 'RFC 791 section 3.2', level: 'STATE-RULE' });
    if (reply === undefined) return;
    const message = reply.data;
    const right = payload.map((octet, at) => (message[at] === other[at] ? other[at]! : octet));
    const start = reply.octets.length - message.length;
    const [expected, actual] = [right.subarray(ICMP_HEADER_OCTETS), message.subarray(ICMP_HEADER_OCTETS)];
    const mismatch = compareOctets('data', expected, actual, reply.exchange, 8 * (start + ICMP_HEADER_OCTETS));
    if (mismatch !== undefined) throw new Unmet(mismatch);
  }

  /** Records what came of a request whose reply no link of 1500 carries. @throws Unmet, Inconclusive */
  async recordReply(): Promise<void> {
    const reply = await this.#wire.find(isReplyTo(this.#given));
    const whole = reply?.octets.length === this.#given.octets.length;
    const answered = whole ? 'the reply comes in fragments' : 'the reply is cut short';
    const outcome = reply === undefined ? 'no reply to a request of that length' : answered;
    this.#wire.scene.took({ outcome, clause: 'RFC 1122 section 3.3.3', level: 'MAY' });
  }

  async #draw(octets: number, header: HeaderFields = {}): Promise<Echo> {
    return this.#noted(this.#wire.scene.random.octets(octets), header);
  }

  async #noted(data: Uint8Array, header: HeaderFields = {}): Promise<Echo> {
    const request = await this.#echoes.like(header, data);
    this.#request = request;
    this.#echoes.note([request]);
    return request;
  }

  async #sendCuts(cuts: readonly Cut[], request: Echo): Promise<void> {
    this.#other = withTwoWordsExchanged(request.payload, overlapOf(cuts));
    const other = { ...request, payload: this.#other };
    for (const { from, to, isOther, isSpoilt } of cuts) {
      const { octets } = fragment(isOther ? other : request, from, to);
      await this.#wire.send(isSpoilt ? withChecksumBitInverted(octets, 7) : octets);
    }
  }

  get #given(): Echo {
    if (this.#request === undefined) throw new TypeError('no echo request was sent in fragments');
    return this.#request;
  }
}

function cutsOf(words: string): readonly Cut[] {
  return words.split(' ').map((word) => {
    const [, first, last, mark] = /^(\d+)-(\d+)([*!]?)$/.exec(word) ?? [];
    if (first === undefined) throw new TypeError(`no fragment: ${word}`);
    return { from: Number(first), to: Number(last) + 1, isOther: mark === '*', isSpoilt: mark === '!' };
  });
}

/** Octets that one marked fragment shares with those before it; where none is marked, nothing. */
function overlapOf(cuts: readonly Cut[]): readonly [from: number, to: number] {
  const index = cuts.findIndex(({ isOther }) => isOther);
  const marked = cuts[index];
  if (marked === undefined) return [0, 0];
  const before = cuts.slice(0, index).filter(({ from, to }) => from < marked.to && to > marked.from);
  const from = Math.max(marked.from, Math.min(...before.map((cut) => cut.from)));
  return [from, Math.min(marked.to, Math.max(...before.map((cut) => cut.to)))];
}

/** The first word of the range and the next that is another one change places: the sum of all words stays the same. */
function withTwoWordsExchanged(octets: Uint8Array, [from, to]: readonly [number, number]): Uint8Array {
  const changed = octets.slice();
  const view = new DataView(changed.buffer);
  for (let at = from + 2; at < to; at += 2) {
    const [one, other] = [view.getUint16(from), view.getUint16(at)];
    if (one === other) continue;
    view.setUint16(from, other);
    view.setUint16(at, one);
    break;
  }
  return changed;
}

function kept(message: Uint8Array, first: Uint8Array, last: Uint8Array): string {
  const same = (copy: Uint8Array): boolean =>
    copy.every((octet, at) => at < ICMP_HEADER_OCTETS || octet === message[at]);
  if (same(first)) return 'the octets that came first';
  return same(last) ? 'the octets that came last' : 'some of either';
}
