/**
 * Octets of a message as text that a reader can edit: the end of a line is LF, `\r` before it is CR, what else cannot be seen
 * is written `\xNN`. Nothing is added or mended on the way to octets.
 */

export const CR_SIGN = '\\r';

export interface TextOctets {
  readonly octets: Uint8Array;
  /** For each octet where its character begins in the text; one more for the end. */
  readonly places: readonly number[];
}

const UNIT = /\\r|\\x[0-9a-f]{2}|[\s\S]/giu;
const encoder = new TextEncoder();

export function octetsOfText(text: string): TextOctets {
  const octets: number[] = [];
  const places: number[] = [];
  for (const { 0: unit, index } of text.matchAll(UNIT)) {
    for (const octet of unitOctets(unit)) {
      octets.push(octet);
      places.push(index);
    }
  }
  places.push(text.length);
  return { octets: Uint8Array.from(octets), places };
}

function unitOctets(unit: string): Iterable<number> {
  if (unit === CR_SIGN) return [0x0d];
  return unit.length === 4 && unit.startsWith('\\x') ? [Number.parseInt(unit.slice(2), 16)] : encoder.encode(unit);
}

/** The other way: lines of a message, each ended by CRLF. */
export function crlf(lines: readonly string[]): string {
  return lines.map((line) => `${line}${CR_SIGN}\n`).join('');
}
