/** Exact fractions: marks are summed, shared and cut without loss, and become decimals once, at export, by one rule. */
import type { Rounding } from '../../generated/meta/rubric.ts';

/** In lowest terms, the divisor above 0. */
export interface Rational {
  readonly over: bigint;
  readonly by: bigint;
}

export const ZERO: Rational = { over: 0n, by: 1n };
export const ONE: Rational = { over: 1n, by: 1n };

const FORM = /^([0-9]+)(?:\.([0-9]+))?(?:e([+-]?[0-9]+))?(?:\/([1-9][0-9]*))?$/;

/** A number as it is written in decimals, or `"1/3"`. @throws RangeError for what is neither */
export function rational(value: number | string): Rational {
  const [, whole, part = '', exponent = '0', by = '1'] = FORM.exec(String(value)) ?? [];
  if (whole === undefined) throw new RangeError(`${value} is no number of points`);
  const shift = BigInt(part.length) - BigInt(exponent);
  const over = BigInt(whole + part) * 10n ** (shift < 0n ? -shift : 0n);
  return reduce(over, BigInt(by) * 10n ** (shift > 0n ? shift : 0n));
}

export function add(one: Rational, other: Rational): Rational {
  return reduce(one.over * other.by + other.over * one.by, one.by * other.by);
}

export function subtract(one: Rational, other: Rational): Rational {
  return reduce(one.over * other.by - other.over * one.by, one.by * other.by);
}

export function times(one: Rational, other: Rational): Rational {
  return reduce(one.over * other.over, one.by * other.by);
}

/** @throws RangeError for a division by zero */
export function divide(one: Rational, other: Rational): Rational {
  if (other.over === 0n) throw new RangeError('a division by zero');
  return reduce(one.over * other.by, one.by * other.over);
}

export function compare(one: Rational, other: Rational): number {
  const difference = one.over * other.by - other.over * one.by;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(all: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const each of all) total = add(total, each);
  return total;
}

/** `7`, `1/3`: what `rational` takes back. */
export function exact({ over, by }: Rational): string {
  return by === 1n ? String(over) : `${over}/${by}`;
}

const DEFAULT_ROUNDING: Rounding = { decimals: 2, mode: 'half-up' };

/** `6.67`; the only way by which marks leave as decimals. Halves are away from zero (half-up) or to the even digit. */
export function decimal({ over, by }: Rational, { decimals, mode } = DEFAULT_ROUNDING): string {
  const sign = over < 0n ? '-' : '';
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(decimals);
  let digits = scaled / by;
  const rest = 2n * (scaled % by);
  const half = mode === 'half-up' ? rest >= by : rest > by || (rest === by && digits % 2n === 1n);
  if (mode === 'up' ? rest > 0n : mode !== 'down' && half) digits += 1n;
  const text = String(digits).padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return sign + text.slice(0, cut) + (decimals > 0 ? `.${text.slice(cut)}` : '');
}

function reduce(over: bigint, by: bigint): Rational {
  const common = divisor(over < 0n ? -over : over, by < 0n ? -by : by) * (by < 0n ? -1n : 1n);
  return { over: over / common, by: by / common };
}

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
