/** Reads the line that begins a chunk (RFC 9112 section 7.1): its size, then extensions that nobody here knows. */
import { CLASSES, CR, isBlank, LF, VALUE } from '../octets.ts';
import type { FaultKind } from './faults.ts';

const SEMICOLON = 0x3b;

/** The value of each octet as a hexadecimal digit; -1 for all others. */
const DIGITS: Int8Array = Int8Array.from({ length: 256 }, (_, octet) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(octet).toLowerCase());
  return octet < 128 ? digit : -1;
});

/**
 * The size that the line [from, lf) gives, Infinity when it is no exact number any more (RFC9112-7.1-02), or what is wrong.
 * Its end is CRLF and nothing less: who takes LF alone reads other chunks than who does not.
 */
export function readChunkLine(octets: Uint8Array, from: number, lf: number): number | FaultKind {
  const to = lf - 1;
  let size = 0;
  let at = from;
  for (; at < to; at += 1) {
    const digit = DIGITS[octets[at]!]!;
    if (digit < 0) break;
    size = 16 * size + digit;
  }
  if (at === from || octets[to] !== CR) return 'chunk-size-form';
  if (at < to) {
    const fault = checkExtensions(octets, at, to);
    if (fault !== undefined) return fault;
  }
  return size <= Number.MAX_SAFE_INTEGER ? size : Number.POSITIVE_INFINITY;
}

/** RFC9112-7.1.1-01: ignored, once it is clear where they end. Blanks may stand before the semicolon. */
function checkExtensions(octets: Uint8Array, from: number, to: number): FaultKind | undefined {
  let at = from;
  while (at < to && isBlank(octets[at])) at += 1;
  if (octets[at] !== SEMICOLON) return 'chunk-size-form';
  for (; at < to; at += 1) if ((CLASSES[octets[at]!]! & VALUE) === 0) return 'chunk-extension-form';
  return undefined;
}

/** Digits of a size that is surely exact. */
const MOST_DIGITS = 12;

/**
 * Whether a chunk begins at `at` whose line and data lie whole before `end`, CRLF behind both and nothing unusual in between;
 * then `into` says where its data is. This is `readChunkLine` for what nearly all chunks are.
 */
export function findWholeChunk(
  octets: Uint8Array,
  at: number,
  end: number,
  into: { data: number; size: number },
): boolean {
  let length = 0;
  let next = at;
  for (; next < end; next += 1) {
    const digit = DIGITS[octets[next]!]!;
    if (digit < 0) break;
    length = 16 * length + digit;
  }
  const data = next + 2;
  const behind = data + length;
  if (next === at || next - at > MOST_DIGITS || length === 0 || behind + 2 > end) return false;
  into.data = data;
  into.size = length;
  return octets[next] === CR && octets[next + 1] === LF && octets[behind] === CR && octets[behind + 1] === LF;
}
