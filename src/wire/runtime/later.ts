/**
 * What of an item can be worked out only when the layer around it is written: octets that are exclusive-or'ed with others
 * of the layer, and sums over all that comes before. An encoder notes it with the item and does it at the end.
 */
import { crc32 } from './crc32.ts';

export type Later =
  /** `length` octets at `at` are exclusive-or'ed with those of the layer from `from` on. */
  | { readonly kind: 'xor'; readonly at: number; readonly length: number; readonly from: number }
  /** The 32 bits at `at` are the sum of what comes before the item at `before`. */
  | { readonly kind: 'crc32'; readonly at: number; readonly before: number; readonly mask: number };

/** Does what was noted, in order, on a layer at the start of `view`; places of items are `shift` octets further on. */
export function finish(view: DataView, work: readonly Later[], shift: number): void {
  for (const each of work) {
    const at = each.at + shift;
    if (each.kind === 'crc32') view.setInt32(at, crc32(view, 0, each.before + shift) ^ each.mask);
    else {
      for (let i = 0; i < each.length; i++) view.setUint8(at + i, view.getUint8(at + i) ^ view.getUint8(each.from + i));
    }
  }
}
