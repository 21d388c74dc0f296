/**
 * IPv4 addresses: int32 in structs, dotted decimal in values.
 */

/** Dotted decimal of a 32-bit address, signed or not. */
export function dottedOf(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

/** The int32 of a dotted address, or undefined: four decimal numbers up to 255, no leading zeros, nothing else. */
export function parseDotted(text: string): number | undefined {
  let address = 0;
  let part = 0;
  let digits = 0;
  let parts = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) {
      if (digits === 0 || ++parts > 4) return undefined;
      address = (address << 8) | part;
      part = 0;
      digits = 0;
    } else {
      if (code < 48 || code > 57 || (digits > 0 && part === 0)) return undefined;
      part = part * 10 + code - 48;
      if (part > 255) return undefined;
      digits++;
    }
  }
  return parts === 4 && digits > 0 ? (address << 8) | part : undefined;
}
