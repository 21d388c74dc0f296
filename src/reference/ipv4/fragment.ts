/**
 * Cuts a datagram into fragments that a link carries (RFC 791 section 3.2): as few as possible, in order, each but the
 * last of a multiple of 8 octets. The first keeps all options, the others those that are to be copied.
 */
import { viewOf } from '../../wire/runtime/octets.ts';
import { sealHeader } from './checksum.ts';
import { isCopied, isFault, optionsOf } from './options/walk.ts';

const FIXED_OCTETS = 20;
const UNIT = 8;
const TOTAL_LENGTH_AT = 2;
const FLAGS_AT = 6;
const MORE_FRAGMENTS = 0x2000;
const DONT_FRAGMENT = 0x4000;
const OFFSET = 0x1fff;

/** `octets` may be a fragment itself. The result holds DF clear, whatever it was. */
export function fragments(octets: Uint8Array, headerLength: number, mtu: number): readonly Uint8Array[] {
  const flags = viewOf(octets).getUint16(FLAGS_AT);
  const reserved = flags & ~(MORE_FRAGMENTS | DONT_FRAGMENT | OFFSET);
  const pieces: Uint8Array[] = [];
  let header = octets.subarray(0, headerLength);
  for (let at = headerLength; at < octets.length; ) {
    const room = mtu - header.length;
    const left = octets.length - at;
    const size = left <= room ? left : room - (room % UNIT);
    const more = size < left ? MORE_FRAGMENTS : flags & MORE_FRAGMENTS;
    const offset = (flags & OFFSET) + (at - headerLength) / UNIT;
    pieces.push(piece(header, octets.subarray(at, at + size), reserved | more | offset));
    if (at === headerLength) header = laterHeader(octets, headerLength);
    at += size;
  }
  return pieces;
}

function piece(header: Uint8Array, data: Uint8Array, flags: number): Uint8Array {
  const whole = new Uint8Array(header.length + data.length);
  whole.set(header);
  whole.set(data, header.length);
  const view = viewOf(whole);
  view.setUint8(0, 0x40 | (header.length / 4));
  view.setUint16(TOTAL_LENGTH_AT, whole.length);
  view.setUint16(FLAGS_AT, flags);
  sealHeader(view, header.length);
  return whole;
}

/** RFC791-OPT-4: what is not marked to be copied stays with the first fragment. */
function laterHeader(octets: Uint8Array, headerLength: number): Uint8Array {
  const found = optionsOf({ octets, headerLength });
  const copied = isFault(found) ? [] : found.filter(isCopied);
  const length = copied.reduce((sum, option) => sum + option.length, 0);
  const header = new Uint8Array(FIXED_OCTETS + ((length + 3) & ~3));
  header.set(octets.subarray(0, FIXED_OCTETS));
  let at = FIXED_OCTETS;
  for (const option of copied) {
    header.set(octets.subarray(option.at, option.at + option.length), at);
    at += option.length;
  }
  return header;
}
