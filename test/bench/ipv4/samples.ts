/**
 * Headers to decode, back to back in one run of octets: 0 to 10 words of options as they occur on networks (record
 * route, timestamp, router alert, source route, security, no-operation, end of list), every other field random, every
 * checksum right. The same on every machine.
 */
import { type Random, random } from '../../../src/net/random.ts';

export interface Samples {
  readonly octets: Uint8Array;
  readonly view: DataView;
  /** Of each header, its first octet and the one after its last. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Octets enough for a first-level cache, no more: the decoder is measured, not the memory. */
const COUNT = 1_000;
const SEED = 791;
interface Kind {
  readonly type: number;
  /** Octets up to the first of its words, and how many words may follow. */
  readonly head: number;
  readonly words: number;
  readonly leastPointer?: number;
}

/** IPv4 options (IANA): security, loose route, timestamp, record route, stream, router alert, strict route. */
const KINDS: readonly Kind[] = [
  { type: 130, head: 3, words: 9 },
  { type: 131, head: 3, words: 9, leastPointer: 4 },
  { type: 68, head: 4, words: 9, leastPointer: 5 },
  { type: 7, head: 3, words: 9, leastPointer: 4 },
  { type: 136, head: 4, words: 0 },
  { type: 148, head: 4, words: 0 },
  { type: 137, head: 3, words: 9, leastPointer: 4 },
];

export function headerSamples(): Samples {
  const source = random(SEED);
  return packed(Array.from({ length: COUNT }, () => header(source)));
}

/** The same headers with one bit wrong in each, never one of version or IHL, so that all decoders see the same extent. */
export function spoiled({ octets, starts, ends }: Samples): Samples {
  const source = random(SEED + 1);
  return packed(
    Array.from(starts, (start, index) => {
      const copy = octets.slice(start, ends[index]);
      copy[1 + source.below(copy.length - 1)]! ^= 1 << source.below(8);
      return copy;
    }),
  );
}

function packed(headers: readonly Uint8Array[]): Samples {
  const starts = new Int32Array(headers.length);
  const ends = new Int32Array(headers.length);
  let at = 0;
  headers.forEach((each, index) => {
    starts[index] = at;
    at += each.length;
    ends[index] = at;
  });
  const octets = new Uint8Array(at);
  headers.forEach((each, index) => {
    octets.set(each, starts[index]);
  });
  return { octets, view: new DataView(octets.buffer), starts, ends };
}

function header(source: Random): Uint8Array {
  const words = 5 + source.below(11);
  const octets = source.octets(4 * words);
  const view = new DataView(octets.buffer);
  octets[0] = 0x40 | words;
  view.setUint16(2, 4 * words + source.below(1_400));
  octets.set(options(source, 4 * words - 20), 20);
  view.setUint16(10, 0);
  view.setUint16(10, checksum(view));
  return octets;
}

function options(source: Random, room: number): Uint8Array {
  const octets = new Uint8Array(room);
  let at = 0;
  while (at < room) {
    const choice = source.below(8);
    if (choice === 0) return octets;
    const { type, head, words, leastPointer } = KINDS[source.below(KINDS.length)]!;
    const length = head + 4 * source.below(words + 1);
    if (choice === 1 || at + length > room) {
      octets[at] = 1;
      at += 1;
      continue;
    }
    octets.set(source.octets(length), at);
    octets[at] = type;
    octets[at + 1] = length;
    if (leastPointer !== undefined) octets[at + 2] = leastPointer + 4 * source.below(9);
    at += length;
  }
  return octets;
}

/** RFC 1071 word by word: slow, and not the function that is measured. */
export function checksum(view: DataView): number {
  let sum = 0;
  for (let at = 0; at < view.byteLength; at += 2) sum += view.getUint16(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
