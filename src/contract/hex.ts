/** Octets as the contract writes them: lowercase hex, two digits an octet, nothing between. */
import { freshOctets } from '../wire/runtime/fresh.ts';
import { hexOf, viewOf } from '../wire/runtime/octets.ts';

/** Beyond any digit's value, in a bit of its own. */
const NO_DIGIT = 16;
/** Of each character below 128 its value as a digit. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value < 0 ? NO_DIGIT : value;
});

export function toHex(octets: Uint8Array): string {
  return hexOf(viewOf(octets), 0, octets.length);
}

/** Where `hex` stops being lowercase hex of whole octets, or -1. */
export function hexFaultAt(hex: string): number {
  const stray = hex.search(/[^0-9a-f]/);
  if (stray >= 0) return stray;
  return hex.length % 2 === 0 ? -1 : hex.length - 1;
}

/** @throws RangeError when `hex` is not lowercase hex of whole octets. */
export function fromHex(hex: string): Uint8Array {
  const octets = octetsOfHex(hex);
  if (octets !== undefined) return octets;
  throw new RangeError(`not hex: digit ${hexFaultAt(hex) + 1} of ${hex.length}`);
}

/** Undefined when `hex` is not lowercase hex of whole octets. Read and checked in one pass. */
export function octetsOfHex(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0) return undefined;
  const octets = freshOctets(hex.length / 2);
  let stray = 0;
  for (let at = 0; at < octets.length; at += 1) {
    const high = VALUES[hex.charCodeAt(2 * at)] ?? NO_DIGIT;
    const low = VALUES[hex.charCodeAt(2 * at + 1)] ?? NO_DIGIT;
    stray |= high | low;
    octets[at] = (high << 4) | low;
  }
  return stray < NO_DIGIT ? octets : undefined;
}
