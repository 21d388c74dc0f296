/** Says how a field differs, and where in the octets of the evidence it stands. */
import { type Mismatch, Unmet } from '../../harness/outcome.ts';
import type { BitRange } from '../../wire/codec.ts';
import type { Seen } from './seen.ts';
import { sameValue, writeWord } from './words.ts';

export type Expected = readonly (readonly [field: string, value: unknown])[];

/** Octets of the evidence and where their fields lie. */
export interface Located {
  readonly exchange: number;
  readonly where: Readonly<Record<string, BitRange>>;
}

/** All fields that are not as expected, the first of them located; undefined when all are. */
export function compareFields(
  expected: Expected,
  actual: Readonly<Record<string, unknown>>,
  at: Located,
): Mismatch | undefined {
  const wrong = expected.filter(([field, value]) => !sameValue(field, value, actual[field]));
  const [first] = wrong;
  if (first === undefined) return undefined;
  const words = (values: Expected): string =>
    values.map(([field, value]) => `${field} ${writeWord(field, value)}`).join(', ');
  return {
    expected: [words(wrong)],
    actual: words(wrong.map(([field]) => [field, actual[field]] as const)),
    difference: locate(first[0], writeWord(...first), writeWord(first[0], actual[first[0]]), at),
  };
}

export function locate(
  field: string,
  expected: string,
  actual: string,
  { exchange, where }: Located,
): NonNullable<Mismatch['difference']> {
  const range = where[field];
  return { field, expected, actual, exchange, ...(range === undefined ? {} : { bit: range.bit, bits: range.bits }) };
}

/** Fields of the header and of the message inside together. */
export function fieldsOf({ header, icmp }: Seen): Readonly<Record<string, unknown>> {
  return { ...icmp, ...header };
}

/** The first octet at which two runs of octets differ, both as hex around it. `at` is where `actual` starts, in bits. */
export function compareOctets(
  field: string,
  expected: Uint8Array,
  actual: Uint8Array,
  exchange: number,
  at: number,
): Mismatch | undefined {
  const shared = Math.min(expected.length, actual.length);
  let index = 0;
  while (index < shared && expected[index] === actual[index]) index += 1;
  if (index === expected.length && index === actual.length) return undefined;
  const octet = (octets: Uint8Array): string =>
    octets.length === index
      ? `the end at octet ${index}`
      : `0x${octets[index]!.toString(16).padStart(2, '0')} at octet ${index}`;
  const place = index < actual.length ? { bit: at + 8 * index, bits: 8 } : {};
  const count = (octets: Uint8Array): string => `${octets.length} octets of ${field}, ${octet(octets)}`;
  return {
    expected: [count(expected)],
    actual: count(actual),
    difference: { field, expected: octet(expected), actual: octet(actual), exchange, ...place },
  };
}

/** @throws Unmet */
export function throwIf(mismatch: Mismatch | undefined): void {
  if (mismatch !== undefined) throw new Unmet(mismatch);
}
