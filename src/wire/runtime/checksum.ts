/**
 * The checksum of the internet protocols (RFC 1071): the ones complement of the ones-complement sum of 16-bit words; an
 * odd last octet counts as the upper half of a word. Sums are kept unfolded and may be added up in any order.
 */

/** Octets, a multiple of 16. */
const FOLD_AFTER = 256;

/** `sum` and the 16-bit words of octets [from, to) of `view`; `from` counts as even. The result is below 2^31. */
export function internetSum(view: DataView, from: number, to: number, sum: number): number {
  let total = (sum & 0xffff) + (sum >>> 16);
  let at = from;
  // A word adds less than 2^17: the sum is folded long before 2^14 words could overflow an int32.
  while (to - at > FOLD_AFTER) {
    const stop = at + FOLD_AFTER;
    for (; at < stop; at += 16) {
      const a = view.getInt32(at);
      const b = view.getInt32(at + 4);
      const c = view.getInt32(at + 8);
      const d = view.getInt32(at + 12);
      total += (a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff);
      total += (c >>> 16) + (c & 0xffff) + (d >>> 16) + (d & 0xffff);
    }
    total = (total & 0xffff) + (total >>> 16);
  }
  for (const stop = to - 4; at <= stop; at += 4) {
    const word = view.getInt32(at);
    total += (word >>> 16) + (word & 0xffff);
  }
  if (to - at >= 2) {
    total += view.getUint16(at);
    at += 2;
  }
  return at < to ? total + (view.getUint8(at) << 8) : total;
}

/** Carries brought back in until 16 bits are left. 0xffff: the octets hold a right checksum. */
export function foldSum(sum: number): number {
  const once = (sum & 0xffff) + (sum >>> 16);
  return (once & 0xffff) + (once >>> 16);
}

/** The checksum of octets [from, to) as they are: for a field that holds zero, the value to put there. */
export function internetChecksum(view: DataView, from: number, to: number): number {
  return ~foldSum(internetSum(view, from, to, 0)) & 0xffff;
}

/** What the pseudo-header of RFC 768 adds to the sum of the `length` octets behind it; addresses are int32. */
export function pseudoHeaderSum(source: number, destination: number, protocol: number, length: number): number {
  const addresses = (source >>> 16) + (source & 0xffff) + (destination >>> 16) + (destination & 0xffff);
  return addresses + protocol + length;
}
