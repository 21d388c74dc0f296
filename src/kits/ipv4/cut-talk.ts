/** Datagrams that a router cuts for a narrow link (RFC 791 section 3.2): the fragments that came, each as it is. */
import { Unmet } from '../../harness/outcome.ts';
import { fragments } from './datagram.ts';
import { describeDatagram } from './describe.ts';
import { compareFields, compareOctets, throwIf } from './difference.ts';
import { assertChecksum } from './echo-talk.ts';
import { assertSilence, INTERFACE_TO, passForward } from './fence.ts';
import { assertTimeToLiveBelow, type RouterTalk } from './router-talk.ts';
import { isCopyOf, isForwarded, type Seen } from './seen.ts';
import { compareOptions, type Options } from './transit-options.ts';
import type { Wire } from './wire.ts';
import type { HeaderFields } from './words.ts';

const UNIT = 8;
/** In three fragments of 32. */
const DATA_OCTETS = 96;
const PORT = INTERFACE_TO.narrow;
export class CutTalk {
  readonly #wire: Wire;
  readonly #router: RouterTalk;
  #pieces: readonly Seen[] = [];

  constructor(wire: Wire, router: RouterTalk) {
    this.#wire = wire;
    this.#router = router;
  }

  /** Sends a datagram that is too long for the narrow link, and takes what comes of it. @throws Unmet, Inconclusive */
  async cross(octets: number, header: HeaderFields = {}): Promise<void> {
    await this.#router.send(header, { octets, side: 'narrow' });
    const isCopy = isCopyOf(this.#router.sent, PORT);
    const end = (header.fragmentOffset ?? 0) * UNIT + octets;
    await this.#wire.findPiece((seen) => isCopy(seen) && offsetOf(seen) * UNIT + seen.data.length >= end);
    await passForward(this.#wire, 'narrow');
    this.#pieces = this.#wire.pieces(isCopy);
    if (this.#pieces.length > 1) return;
    throw new Unmet({ expected: ['fragments on the narrow link'], actual: `${this.#pieces.length}`, missing: true });
  }

  /** A datagram of so many octets in all. */
  async sendOfLength(octets: number, header: HeaderFields): Promise<void> {
    await this.#router.send(header, {
      octets: octets - (await this.#router.like(header)).headerLength,
      side: 'narrow',
    });
  }

  /** One fragment of three, and no other. */
  async sendOnly(which: 'first' | 'middle' | 'last'): Promise<void> {
    const pieces = fragments(await this.#router.like({}, DATA_OCTETS), 3);
    await this.#router.put(pieces[['first', 'middle', 'last'].indexOf(which)]!);
  }

  /** @throws Unmet */
  async assertWhole(): Promise<void> {
    const { sent } = this.#router;
    const isCopy = isCopyOf(sent, PORT);
    await this.#wire.expect(isForwarded(sent, PORT), 'the datagram on the narrow link');
    const [piece] = this.#wire.pieces(isCopy);
    if (piece !== undefined) throw new Unmet({ expected: ['no fragment'], actual: describeDatagram(piece.octets) });
  }

  /** @throws Unmet, Inconclusive */
  async assertNotCut(): Promise<void> {
    const { sent } = this.#router;
    await passForward(this.#wire, 'narrow');
    const isCopy = isCopyOf(sent, PORT);
    const [piece] = this.#wire.pieces(isCopy);
    if (piece === undefined) return assertSilence(this.#wire, isCopy, 'not on the narrow link', sent);
    throw new Unmet({ expected: ['no fragment'], actual: describeDatagram(piece.octets) });
  }

  /** Where it stood before, and what it held. @throws Unmet */
  async assertPassedOn(): Promise<void> {
    const { sent } = this.#router;
    const isCopy = isCopyOf(sent);
    const piece = await this.#wire.findPiece(isCopy);
    if (piece === undefined) {
      const whole = this.#wire.already(isCopy);
      const actual = whole === undefined ? 'nothing' : describeDatagram(whole.octets);
      throw new Unmet({ expected: ['the fragment on the far side'], actual, missing: whole === undefined });
    }
    const { moreFragments, fragmentOffset } = sent.header;
    throwIf(
      compareFields(
        [
          ['moreFragments', moreFragments],
          ['fragmentOffset', fragmentOffset],
        ],
        piece.header,
        piece,
      ),
    );
    throwIf(
      compareOctets('data', sent.payload, piece.data, piece.exchange, 8 * (piece.octets.length - piece.data.length)),
    );
  }

  /** @throws Unmet */
  assertUnits(): void {
    const odd = this.#pieces.find(({ header, data }) => header.moreFragments && data.length % UNIT !== 0);
    if (odd === undefined) return;
    const actual = `${odd.data.length} octets, ${describeDatagram(odd.octets)}`;
    throw new Unmet({ expected: ['a multiple of 8 octets in each fragment but the last'], actual });
  }

  /** Each starts where the one before it ends; together they are what was sent, its offset and its MF. @throws Unmet */
  assertParts(): void {
    const { header, payload } = this.#router.sent;
    const inOrder = this.#pieces.toSorted((one, other) => offsetOf(one) - offsetOf(other));
    let offset = header.fragmentOffset ?? 0;
    let at = 0;
    for (const [index, piece] of inOrder.entries()) {
      const moreFragments = index < inOrder.length - 1 || (header.moreFragments ?? false);
      const { length } = piece.octets;
      const expected = { fragmentOffset: offset, moreFragments, protocol: header.protocol, totalLength: length };
      throwIf(compareFields(Object.entries(expected), piece.header, piece));
      const data = payload.subarray(at, index < inOrder.length - 1 ? at + piece.data.length : undefined);
      throwIf(compareOctets('data', data, piece.data, piece.exchange, 8 * (length - piece.data.length)));
      at += piece.data.length;
      offset += piece.data.length / UNIT;
    }
  }

  /** In the first fragment, and in each later one. @throws Unmet */
  assertOptions(first: Options, later: Options): void {
    for (const piece of this.#pieces) {
      throwIf(compareOptions(offsetOf(piece) === 0 ? first : later, piece));
    }
  }

  /** @throws Unmet */
  assertChecksums(): void {
    for (const piece of this.#pieces) assertChecksum(piece, 'headerChecksum');
  }

  /** @throws Unmet */
  assertTimesToLiveBelow(limit: number): void {
    for (const piece of this.#pieces) assertTimeToLiveBelow(limit, piece);
  }

  /** @throws Unmet */
  assertCount(expected: number): void {
    const actual = this.#pieces.length;
    if (actual > expected) throw new Unmet({ expected: [`${expected} fragments`], actual: `${actual} fragments` });
  }

  /** @throws Unmet */
  assertOrder(): void {
    const offsets = this.#pieces.map(offsetOf);
    if (offsets.every((offset, index) => index === 0 || offsets[index - 1]! <= offset)) return;
    throw new Unmet({ expected: ['fragments in the order of their offsets'], actual: `offsets ${offsets.join(' ')}` });
  }
}

function offsetOf({ header }: Seen): number {
  return header.fragmentOffset ?? 0;
}
