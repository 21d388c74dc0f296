/** The reference cuts datagrams and mends checksums: whatever the datagram, link and order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { replaceWord, sealHeader } from '../../src/reference/ipv4/checksum.ts';
import { type Datagram, parse } from '../../src/reference/ipv4/datagram.ts';
import { fragments } from '../../src/reference/ipv4/fragment.ts';
import { Reassembly } from '../../src/reference/ipv4/reassembly.ts';
import { datagram } from '../unit/reference/ipv4/bench.ts';

const SMALLEST_MTU = 68;

/** Kinds that nobody knows, copied or not, that fit into 40 octets together. */
const options = fc
  .array(fc.record({ type: fc.constantFrom(30, 94, 158, 222), data: fc.uint8Array({ maxLength: 9 }) }), {
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ type, data }) => ({ type, length: 2 + data.length, data: Buffer.from(data).toString('hex') })),
  );
/** More than any link here carries. */
const data = fc
  .tuple(fc.integer({ min: 1500, max: 5000 }), fc.nat())
  .map(([length, seed]) => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7 + seed) & 0xff));
const mtu = fc.integer({ min: SMALLEST_MTU, max: 1500 });

const headerLengthOf = (octets: Uint8Array): number => 4 * (octets[0]! & 0xf);
const cut = (octets: Uint8Array, link: number): readonly Uint8Array[] =>
  octets.length <= link ? [octets] : fragments(octets, headerLengthOf(octets), link);

function together(pieces: readonly Uint8Array[]): Datagram | undefined {
  const reassembly = new Reassembly();
  return pieces.map((piece) => reassembly.insert(parse(piece, 0)!, 0)).find((whole) => whole !== undefined);
}

describe('fragments', () => {
  test('fit the link, are sound, and make the datagram again in any order', () => {
    fc.assert(
      fc.property(data, options, mtu, fc.infiniteStream(fc.nat()), (octets, list, link, dice) => {
        const whole = datagram({ options: list, identification: 7 }, octets);
        const pieces = cut(whole, link);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(link);
          expect(ipv4Header.decode(piece).ok).toBe(true);
        }
        const order = pieces.map((piece) => ({ piece, at: dice.next().value })).sort((a, b) => a.at - b.at);
        const made = together(order.map(({ piece }) => piece));
        expect(made?.octets.subarray(made.headerLength)).toEqual(octets);
        expect(made?.octets.subarray(20, made.headerLength)).toEqual(whole.subarray(20, headerLengthOf(whole)));
      }),
    );
  });

  test('may be cut again on the way', () => {
    fc.assert(
      fc.property(data, options, mtu, mtu, (octets, list, one, other) => {
        const pieces = cut(datagram({ options: list, identification: 7 }, octets), one).flatMap((piece) =>
          cut(piece, other),
        );
        const made = together(pieces.toReversed());
        expect(made?.octets.subarray(made.headerLength)).toEqual(octets);
      }),
    );
  });

  test('that nobody could have sent never make one, nor a fault', () => {
    const piece = fc.tuple(fc.nat({ max: 40 }), fc.boolean(), fc.uint8Array({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (all) => {
        const reassembly = new Reassembly();
        for (const [fragmentOffset, moreFragments, part] of all) {
          const made = reassembly.insert(parse(datagram({ fragmentOffset, moreFragments }, part), 0)!, 0);
          if (made !== undefined) expect(made.header.totalLength).toBe(made.octets.length);
        }
      }),
    );
  });
});

test('a checksum that is mended for one word is that of the whole header', () => {
  const words = fc.array(fc.nat({ max: 0xffff }), { minLength: 9, maxLength: 29 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat({ max: 0xffff }), (rest, place, word) => {
      const view = new DataView(new ArrayBuffer(2 * ((rest.length + 1) & ~1)));
      // No header is all zeros; the one sum that has two forms is that of such.
      [0x4500, ...rest].slice(0, view.byteLength / 2).forEach((each, index) => {
        view.setUint16(2 * index, each);
      });
      sealHeader(view, view.byteLength);
      const at = 2 + 2 * (place % (view.byteLength / 2 - 1));
      fc.pre(at !== 10);
      replaceWord(view, at, word);
      const mended = view.getUint16(10);
      sealHeader(view, view.byteLength);
      expect(mended).toBe(view.getUint16(10));
    }),
  );
});
