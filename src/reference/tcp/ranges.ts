/** Runs of sequence numbers, in order, none touching another. */
import { type SeqNumber, seqDiff, seqLt, seqMax } from './seq.ts';

export interface Range {
  readonly left: SeqNumber;
  /** The first number behind it. */
  readonly right: SeqNumber;
}

/** With one more, that grows together with those that it meets. */
export function withRange(ranges: readonly Range[], added: Range): Range[] {
  let { left, right } = added;
  const apart: Range[] = [];
  for (const each of ranges) {
    if (seqLt(each.right, left) || seqLt(right, each.left)) apart.push(each);
    else {
      if (seqLt(each.left, left)) left = each.left;
      right = seqMax(right, each.right);
    }
  }
  return [...apart, { left, right }].sort((one, other) => seqDiff(one.left, other.left));
}
