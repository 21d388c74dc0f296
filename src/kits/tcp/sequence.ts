/** Order of sequence numbers (RFC 9293 section 3.4), as unsigned numbers: the shorter way round decides. */
export function seqBefore(one: number, other: number): boolean {
  return ((one - other) | 0) < 0;
}
