/** Reads Range (RFC 9110 section 14): what of a representation is wanted. */
import { type Field, valuesOf } from './message.ts';
import { withoutBlanks } from './octets.ts';

/** Octets [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** RFC9110-14.2-06: more, or more that overlap, are no honest wish. */
const MOST_RANGES = 16;
const MOST_OVERLAPS = 2;

/** What is satisfiable of the ranges asked for; undefined: no range is asked for, or none that has to be understood. */
export function rangesOf(fields: readonly Field[], length: number): readonly Range[] | undefined {
  const values = valuesOf(fields, 'range');
  const [, set] = /^bytes=(.*)$/i.exec(values[0] ?? '') ?? [];
  // RFC9110-14.2-03: another unit. Of nothing there is no part that Content-Range could name.
  if (values.length !== 1 || set === undefined || length === 0) return undefined;
  const specs = set
    .split(',')
    .map(withoutBlanks)
    .filter((spec) => spec !== '');
  if (specs.length === 0 || specs.length > MOST_RANGES) return undefined;
  const ranges = specs.map((spec) => readSpec(spec, length));
  if (ranges.includes(undefined)) return undefined;
  const satisfiable = ranges.filter((range) => range !== undefined && range.from < range.to) as Range[];
  return overlapsOf(satisfiable) > MOST_OVERLAPS ? undefined : satisfiable;
}

/** An empty range: it is not satisfiable. RFC9110-14.1.2-01: numbers of any length are compared, exact or not. */
function readSpec(spec: string, length: number): Range | undefined {
  const [, first, last] = /^([0-9]*)-([0-9]*)$/.exec(spec) ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') return { from: Math.max(0, length - Number(last)), to: length };
  if (last !== '' && Number(last) < Number(first)) return undefined;
  const from = Math.min(Number(first), length);
  return { from, to: last === '' ? length : Math.min(Number(last) + 1, length) };
}

function overlapsOf(ranges: readonly Range[]): number {
  return ranges.filter((one, at) =>
    ranges.some((other, place) => place < at && one.from < other.to && other.from < one.to),
  ).length;
}
