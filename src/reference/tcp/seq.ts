/**
 * Sequence numbers (RFC 9293 section 3.4): 32 bits that wrap round, so that "before" is a matter of the shorter way. Kept
 * as int32; compared here and nowhere else.
 */

export type SeqNumber = number & { readonly __brand: 'SeqNumber' };

/** Any number, taken modulo 2^32. */
export function seq(value: number): SeqNumber {
  return (value | 0) as SeqNumber;
}

export function seqAdd(one: SeqNumber, octets: number): SeqNumber {
  return ((one + octets) | 0) as SeqNumber;
}

/** How many octets lie from `earlier` to `later`; negative when it is the other way round. */
export function seqDiff(later: SeqNumber, earlier: SeqNumber): number {
  return (later - earlier) | 0;
}

export function seqLt(one: SeqNumber, other: SeqNumber): boolean {
  return ((one - other) | 0) < 0;
}

export function seqLeq(one: SeqNumber, other: SeqNumber): boolean {
  return ((one - other) | 0) <= 0;
}

export function seqMax(one: SeqNumber, other: SeqNumber): SeqNumber {
  return seqLt(one, other) ? other : one;
}
