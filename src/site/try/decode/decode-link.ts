/** What is decoded, as the part of a link behind `#`. */

export interface Decoded {
  readonly layer: string;
  /** Text as it was given. */
  readonly hex: string;
}

/** Digits that a link carries; browsers take more, and other programs cut what is longer. */
const MOST_DIGITS = 8000;

/** Undefined where it is too long for a link. */
export function decodeLink({ layer, hex }: Decoded): string | undefined {
  const digits = hex.replace(/\s+/g, '');
  return digits.length > MOST_DIGITS ? undefined : `${layer}=${digits}`;
}

/** `ipv4/header=4500...`; undefined for anything else. */
export function readDecodeLink(text: string): Decoded | undefined {
  const [, layer = '', hex = ''] = /^([a-z0-9]+\/[a-z-]+)=([0-9a-f]*)$/i.exec(text) ?? [];
  return layer === '' ? undefined : { layer, hex };
}
