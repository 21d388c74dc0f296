/**
 * Options of a segment (RFC 9293 section 3.2; RFC 7323 sections 2.2 and 3.2; RFC 2018). Unknown ones are passed over by
 * their length; a length that cannot be ends the reading, and what came before it stands (RFC9293-MUST-7).
 */
import type { Range } from './ranges.ts';
import { seq } from './seq.ts';

interface Timestamps {
  readonly value: number;
  readonly echo: number;
}

export interface SegmentOptions {
  readonly mss?: number;
  readonly windowScale?: number;
  readonly sackPermitted?: boolean;
  readonly sack?: readonly Range[];
  readonly timestamps?: Timestamps;
}

export const noOptions: SegmentOptions = {};

const [END, NO_OPERATION, MSS, WINDOW_SCALE, SACK_PERMITTED, SACK, TIMESTAMPS] = [0, 1, 2, 3, 4, 5, 8];

type Reader = (view: DataView, at: number, length: number) => SegmentOptions | undefined;

/** By kind; each gives nothing when the length is not its own. */
const READERS: Readonly<Record<number, Reader>> = {
  [MSS!]: (view, at, length) => (length === 4 ? { mss: view.getUint16(at + 2) } : undefined),
  [WINDOW_SCALE!]: (view, at, length) => (length === 3 ? { windowScale: view.getUint8(at + 2) } : undefined),
  [SACK_PERMITTED!]: (_, __, length) => (length === 2 ? { sackPermitted: true } : undefined),
  [SACK!]: (view, at, length) => (length % 8 === 2 ? { sack: blocks(view, at + 2, at + length) } : undefined),
  [TIMESTAMPS!]: (view, at, length) =>
    length === 10 ? { timestamps: { value: view.getInt32(at + 2), echo: view.getInt32(at + 6) } } : undefined,
};

export function readOptions(octets: Uint8Array, from: number, to: number): SegmentOptions {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let found = noOptions;
  for (let at = from; at < to; ) {
    const kind = octets[at];
    if (kind === END) break;
    if (kind === NO_OPERATION) {
      at += 1;
      continue;
    }
    const length = at + 1 < to ? octets[at + 1]! : 0;
    if (length < 2 || at + length > to) break;
    const option = READERS[kind!]?.(view, at, length);
    // Of two of a kind the first stands.
    if (option !== undefined) found = { ...option, ...found };
    at += length;
  }
  return found;
}

function blocks(view: DataView, from: number, to: number): readonly Range[] {
  return Array.from({ length: (to - from) / 8 }, (_, index) => ({
    left: seq(view.getInt32(from + 8 * index)),
    right: seq(view.getInt32(from + 8 * index + 4)),
  }));
}

const NO_OCTETS = new Uint8Array(0);
const SACK_OCTETS = 8;
const MOST_OCTETS = 40;

/** The option list of a segment to be sent, padded with No Operation in front so that every word is aligned. */
export function writeOptions({ mss, windowScale, sackPermitted, timestamps, sack }: SegmentOptions): Uint8Array {
  if (mss === undefined && !sackPermitted && timestamps === undefined && sack === undefined) return NO_OCTETS;
  const list: number[] = [];
  if (mss !== undefined) list.push(MSS!, 4, mss >> 8, mss & 0xff);
  if (sackPermitted) list.push(...(timestamps ? [] : [NO_OPERATION!, NO_OPERATION!]), SACK_PERMITTED!, 2);
  if (timestamps !== undefined) {
    if (!sackPermitted) list.push(NO_OPERATION!, NO_OPERATION!);
    list.push(TIMESTAMPS!, 10, ...word(timestamps.value), ...word(timestamps.echo));
  }
  if (windowScale !== undefined) list.push(NO_OPERATION!, WINDOW_SCALE!, 3, windowScale);
  const room = Math.floor((MOST_OCTETS - list.length - 4) / SACK_OCTETS);
  const shown = sack?.slice(0, Math.max(0, room)) ?? [];
  if (shown.length > 0) {
    list.push(NO_OPERATION!, NO_OPERATION!, SACK!, 2 + SACK_OCTETS * shown.length);
    for (const { left, right } of shown) list.push(...word(left), ...word(right));
  }
  return Uint8Array.from(list);
}

/** Octets of a SACK option of so many blocks, as far as they fit beside timestamps, with what aligns it. */
export function lengthOfSack(blocks: number, besideTimestamps: boolean): number {
  const room = Math.floor((MOST_OCTETS - (besideTimestamps ? 12 : 0) - 4) / SACK_OCTETS);
  return 4 + SACK_OCTETS * Math.min(blocks, room);
}

function word(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
