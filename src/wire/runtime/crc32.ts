/**
 * The 32-bit cyclic redundancy check of ITU V.42: reflected, polynomial 0x04c11db7, all ones before and after.
 */

const TABLE = Int32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The sum of octets [from, to) of `view`, as int32. */
export function crc32(view: DataView, from: number, to: number): number {
  let sum = -1;
  for (let at = from; at < to; at++) sum = (sum >>> 8) ^ (TABLE[(sum ^ view.getUint8(at)) & 0xff] ?? 0);
  return ~sum;
}
