/**
 * Segments as feature files write them, a row each: `flags`, `seq`, `ack`, `window`, `urgent`, `options`, `data`. Numbers
 * are the tester's or the implementation's own, from their first one on (0 is the SYN, 1 the first octet), or by words:
 * `next`, `next+5`, `next-1`; of a sequence number also `edge`, the first one outside of the window that was offered last,
 * and `beyond`, one behind the edge of any. A cell left empty is the usual thing in what is sent, and anything at all
 * in what is expected.
 */
import type { SegmentFields } from './segment.ts';

export type Rows = readonly (readonly string[])[];

export interface SegmentRow {
  readonly flags?: string;
  readonly seq?: string;
  readonly ack?: string;
  readonly window?: string;
  readonly urgent?: string;
  readonly options?: string;
  readonly data?: string;
}

const COLUMNS: ReadonlySet<string> = new Set(['flags', 'seq', 'ack', 'window', 'urgent', 'options', 'data']);

/** @throws TypeError for a table that no feature may hold. */
export function readSegments([head = [], ...rows]: Rows): readonly SegmentRow[] {
  const unknown = head.find((column) => !COLUMNS.has(column));
  if (unknown !== undefined) throw new TypeError(`a table of segments has no column ${unknown}`);
  return rows.map((row) => Object.fromEntries(head.flatMap((column, at) => (row[at] ? [[column, row[at]]] : []))));
}

const FLAGS: ReadonlySet<string> = new Set(['cwr', 'ece', 'urg', 'ack', 'psh', 'rst', 'syn', 'fin']);

/** `SYN,ACK` -> the flags set. `none`: no flag. @throws TypeError */
export function readFlags(words: string): SegmentFields {
  if (words === 'none') return {};
  return Object.fromEntries(
    words.split(',').map((word) => {
      const flag = word.trim().toLowerCase();
      if (!FLAGS.has(flag)) throw new TypeError(`no flag: ${word}`);
      return [flag, true];
    }),
  );
}

/** What numbers by words count from. */
export interface Origins {
  /** The number that counts as 0. */
  readonly first: number;
  readonly next: number;
  readonly edge?: number;
  /** A number behind the edge of any window that the implementation may offer by now. */
  readonly beyond?: number;
}

/** @throws TypeError */
export function readNumber(word: string, { first, next, edge, beyond }: Origins): number {
  const [, name, sign, digits = '0'] = /^(next|edge|beyond|absolute)?([+-])?(\d+)?$/.exec(word) ?? [];
  if (name === undefined && sign === undefined && /^\d+$/.test(word)) return (first + Number(word)) >>> 0;
  const origins: Readonly<Record<string, number | undefined>> = { next, edge, beyond, absolute: 0 };
  const origin = origins[name ?? ''];
  if (origin === undefined) throw new TypeError(`no number: ${word}`);
  return (origin + (sign === '-' ? -1 : 1) * Number(digits)) >>> 0;
}

/** Octets as `12 octets` or as hex. */
export function readData(word: string, draw: (octets: number) => Uint8Array): string {
  const [, count] = /^(\d+) octets?$/.exec(word) ?? [];
  const hex = word.replaceAll(' ', '');
  if (count === undefined && !/^(?:[0-9a-f]{2})+$/.test(hex)) throw new TypeError(`no data: ${word}`);
  return count === undefined
    ? hex
    : [...draw(Number(count))].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

type Options = NonNullable<SegmentFields['options']>;

/** `2 05b4, 1, 3 07`: kinds with the octets of their data; `none`. Lengths that are wrong: `2 of length 1`. @throws TypeError */
export function readOptions(words: string): Options {
  if (words === 'none') return [];
  return words.split(', ').map((word) => {
    const [, kind, length, data = ''] = /^(\d+)(?: of length (\d+))?(?: ([0-9a-f]+))?$/.exec(word) ?? [];
    if (kind === undefined) throw new TypeError(`no option: ${word}`);
    if (kind === '0' || kind === '1') return { kind: Number(kind) } as Options[number];
    return {
      kind: Number(kind),
      length: length === undefined ? 2 + data.length / 2 : Number(length),
      data,
    } as Options[number];
  });
}
