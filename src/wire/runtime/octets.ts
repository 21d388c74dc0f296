/**
 * Octets as lowercase hex, and moved from view to view. No function here allocates a view of its own.
 */

interface NativeOctets {
  from(buffer: ArrayBufferLike, at: number, length: number): { toString(form: 'hex'): string };
}

/** Node's own, where this is Node: text that is made digit by digit is a rope, which has to be straightened to be read. */
const { Buffer: native } = globalThis as { readonly Buffer?: NativeOctets };
const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** `length` octets of `view` from `at` as lowercase hex. */
export function hexOf(view: DataView, at: number, length: number): string {
  if (native !== undefined) return native.from(view.buffer, view.byteOffset + at, length).toString('hex');
  let text = '';
  for (let i = 0; i < length; i++) text += HEX[view.getUint8(at + i)];
  return text;
}

/** Writes the octets of `hex`, which must be well-formed, at `at`; the number of octets written. */
export function writeHex(hex: string, view: DataView, at: number): number {
  const length = hex.length >> 1;
  for (let i = 0; i < length; i++) {
    view.setUint8(at + i, (digit(hex.charCodeAt(2 * i)) << 4) | digit(hex.charCodeAt(2 * i + 1)));
  }
  return length;
}

/** Copies `length` octets. The two places may overlap within one view; two views must not share octets. */
export function copyOctets(from: DataView, fromAt: number, to: DataView, toAt: number, length: number): void {
  if (from === to && fromAt <= toAt) {
    if (fromAt === toAt) return;
    for (let i = length - 1; i >= 0; i--) to.setUint8(toAt + i, from.getUint8(fromAt + i));
    return;
  }
  let i = 0;
  for (; i + 4 <= length; i += 4) to.setInt32(toAt + i, from.getInt32(fromAt + i));
  for (; i < length; i++) to.setUint8(toAt + i, from.getUint8(fromAt + i));
}

/** Writes zeros over octets [from, to). */
export function writeZeros(view: DataView, from: number, to: number): void {
  for (let at = from; at < to; at++) view.setUint8(at, 0);
}

/** A view of the same octets. */
export function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}

function digit(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87;
}
