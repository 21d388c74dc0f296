/**
 * Octets as rows of sixteen with the bits of one field marked: the one layout that console, markdown and html share.
 * Marks go by hex digit (four bits); what is finer than a digit is said in words, with the octets in binary.
 */
import type { Paint } from './format.ts';

export const ROW = 16;

/** Bits of a field, counted from the first bit of the octets. */
export interface Mark {
  readonly bit: number;
  readonly bits: number;
}

export interface OctetRow {
  /** Index of the row's first octet. */
  readonly at: number;
  readonly octets: Uint8Array;
  /** Two a hex digit pair: whether a bit of that digit is marked. */
  readonly marked: readonly boolean[];
}

/** Octets left out between two rows. */
export interface Gap {
  readonly at: number;
  readonly skipped: number;
}

/** All rows, or, of more than `most`, those around the mark, the first ones and the last, with gaps between. */
export function octetRows(octets: Uint8Array, mark?: Mark, most = Number.POSITIVE_INFINITY): (OctetRow | Gap)[] {
  const count = Math.ceil(octets.length / ROW);
  const wanted = new Set<number>();
  const want = (row: number): void => void (row >= 0 && row < count && wanted.size < most && wanted.add(row));
  if (count <= most) for (let row = 0; row < count; row += 1) want(row);
  else {
    const first = mark === undefined ? 0 : Math.min(count - 1, Math.floor(mark.bit / 8 / ROW));
    want(first);
    want(0);
    want(count - 1);
    want(first - 1);
    for (let row = first + 1; row < count && wanted.size < most; row += 1) want(row);
    for (let row = 0; row < first && wanted.size < most; row += 1) want(row);
  }
  const rows: (OctetRow | Gap)[] = [];
  let next = 0;
  for (const row of [...wanted].sort((one, other) => one - other)) {
    if (row > next) rows.push({ at: next * ROW, skipped: (row - next) * ROW });
    rows.push(rowAt(octets, row * ROW, mark));
    next = row + 1;
  }
  return rows;
}

function rowAt(octets: Uint8Array, at: number, mark: Mark | undefined): OctetRow {
  const part = octets.subarray(at, at + ROW);
  const marked = Array.from({ length: part.length * 2 }, (_, digit) => {
    const bit = at * 8 + digit * 4;
    return mark !== undefined && bit + 4 > mark.bit && bit < mark.bit + mark.bits;
  });
  return { at, octets: part, marked };
}

export interface LineOptions {
  readonly mark?: Mark | undefined;
  /** Rows shown at most; all when not given. */
  readonly most?: number;
  /** Printable characters in a column at the end. */
  readonly characters?: boolean;
  /** For the marked digits and the carets under them. */
  readonly paint?: Paint;
}

/** `0000  45 00 00 14 ...`, under each row with a marked digit a row of carets. */
export function octetLines(octets: Uint8Array, { mark, most, characters, paint }: LineOptions = {}): string[] {
  if (octets.length === 0) return ['(no octets)'];
  return octetRows(octets, mark, most).flatMap((row) => {
    if ('skipped' in row) return [`      ... ${row.skipped} octets from ${offset(row.at)} on are not shown`];
    const { digits, carets, width } = layOut(row, paint ?? ((text) => text));
    const tail = characters ? `${' '.repeat(HEX_WIDTH - width + 2)}${printable(row.octets)}` : '';
    const line = `${offset(row.at)}  ${digits}${tail}`;
    return carets === '' ? [line] : [line, `      ${carets}`];
  });
}

export function offset(at: number): string {
  return at.toString(16).padStart(4, '0');
}

/** Sixteen octets, a blank between, one more in the middle. */
const HEX_WIDTH = ROW * 3;

export function printable(octets: Uint8Array): string {
  const shown = Array.from(octets, (octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.'));
  return shown.join('').trimEnd();
}

/** Blank before octet `index` of a row. */
export function blankBefore(index: number): string {
  return index === 0 ? '' : index === ROW / 2 ? '  ' : ' ';
}

function layOut({ octets, marked }: OctetRow, paint: Paint): { digits: string; carets: string; width: number } {
  let digits = '';
  let carets = '';
  let width = 0;
  const hex = Array.from(octets, (octet) => octet.toString(16).padStart(2, '0'));
  hex.forEach((pair, index) => {
    const blank = blankBefore(index);
    const isMarked = [marked[2 * index]!, marked[2 * index + 1]!];
    digits += blank + [...pair].map((digit, half) => (isMarked[half] ? paint(digit) : digit)).join('');
    carets += blank + isMarked.map((is) => (is ? '^' : ' ')).join('');
    width += blank.length + 2;
  });
  carets = carets.trimEnd();
  return { digits, carets: carets === '' ? '' : paint(carets), width };
}

/** Up to this many octets, the marked bits are shown in binary. */
const MOST_IN_BINARY = 4;

/** `bits 4 to 7: octet 0 is 0100[0100]`, counting from 0 and from the most significant bit. */
export function markInWords({ bit, bits }: Mark, octets: Uint8Array): string {
  const last = bit + bits - 1;
  const range = bits === 1 ? `bit ${bit}` : `bits ${bit} to ${last}`;
  if (bit >= octets.length * 8) return `${range}: past the end of the ${octets.length} octets`;
  const from = Math.floor(bit / 8);
  const to = Math.min(octets.length - 1, Math.floor(last / 8));
  const place = from === to ? `octet ${from}` : `octets ${from} to ${to}`;
  if (to - from >= MOST_IN_BINARY) return `${range}: ${place}`;
  const shown = [...octets.subarray(from, to + 1)].map((octet, index) => binary(octet, (from + index) * 8, bit, last));
  return `${range}: ${place} ${from === to ? 'is' : 'are'} ${shown.join(' ')}`;
}

function binary(octet: number, start: number, first: number, last: number): string {
  const digits = [...octet.toString(2).padStart(8, '0')];
  return digits
    .map((digit, index) => {
      const bit = start + index;
      const opens = bit === first || (index === 0 && bit > first && bit <= last);
      const closes = bit === last || (index === 7 && bit < last && bit >= first);
      return `${opens ? '[' : ''}${digit}${closes ? ']' : ''}`;
    })
    .join('');
}
