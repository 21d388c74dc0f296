/**
 * Octets that nobody has used, for what is made one by one and small: cut from larger pieces, since memory for one
 * datagram costs more to get than to fill. A piece lives as long as anything that was cut from it, so it is not large.
 */
const PIECE = 16_384;
/** What is larger is got by itself. */
const LARGEST = PIECE / 4;
const ALIGNED = 8;

let piece = new Uint8Array(0);
let used = 0;

/** `length` zeros. */
export function freshOctets(length: number): Uint8Array {
  if (length > LARGEST) return new Uint8Array(length);
  if (used + length > piece.length) {
    piece = new Uint8Array(PIECE);
    used = 0;
  }
  const octets = piece.subarray(used, used + length);
  used += (length + ALIGNED - 1) & -ALIGNED;
  return octets;
}

/** The same octets, to be changed. */
export function copyOf(octets: Uint8Array): Uint8Array {
  const copy = freshOctets(octets.length);
  copy.set(octets);
  return copy;
}
