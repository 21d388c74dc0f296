/**
 * Addresses of 4 or 16 octets as text: dotted, or as RFC 5952 writes IPv6. Reads any spelling of RFC 4291 without a zone.
 */
import { dottedOf, parseDotted } from './address.ts';
import { hexOf } from './octets.ts';

/** The text of the address in `length` octets of `view` from `at`; octets that are none as hex. */
export function ipOf(view: DataView, at: number, length: number): string {
  if (length === 4) return dottedOf(view.getInt32(at));
  if (length !== 16) return hexOf(view, at, length);
  const groups = Array.from({ length: 8 }, (_, index) => view.getUint16(at + 2 * index));
  const gap = longestZeros(groups);
  const text = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return gap.length < 2 ? text(0, 8) : `${text(0, gap.at)}::${text(gap.at + gap.length, 8)}`;
}

/** The same, its octets exclusive-or'ed with those of `view` from `maskAt`. */
export function maskedIpOf(view: DataView, at: number, length: number, maskAt: number): string {
  const plain = new DataView(new ArrayBuffer(length));
  for (let i = 0; i < length; i++) plain.setUint8(i, view.getUint8(at + i) ^ view.getUint8(maskAt + i));
  return ipOf(plain, 0, length);
}

/** The octets of an address in text as hex, or undefined when it is none. */
export function parseIp(text: string): string | undefined {
  const dotted = parseDotted(text);
  if (dotted !== undefined) return hexOfWord(dotted);
  const tail = /^(.*:)([0-9.]+\.[0-9.]+)$/.exec(text);
  const last = tail ? parseDotted(tail[2] ?? '') : undefined;
  if (tail && last === undefined) return undefined;
  const hex = last === undefined ? '' : hexOfWord(last);
  const words = tail ? `${tail[1]}${hex.slice(0, 4)}:${hex.slice(4)}` : text;
  const halves = words.split('::');
  if (halves.length > 2) return undefined;
  const [front = [], back = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (![...front, ...back].every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const missing = 8 - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  return [...front, ...Array<string>(missing).fill('0'), ...back]
    .map((group) => group.toLowerCase().padStart(4, '0'))
    .join('');
}

function hexOfWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { at: number; length: number } {
  let best = { at: 0, length: 0 };
  for (let at = 0; at < groups.length; at++) {
    let length = 0;
    while (groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  return best;
}
