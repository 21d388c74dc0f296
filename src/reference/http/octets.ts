/** Octets as text and back, one character an octet, and the classes of octet that the grammar of HTTP/1.1 speaks of. */
import { freshOctets } from '../../wire/runtime/fresh.ts';

export const HTAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const COLON = 0x3a;

/** RFC 9110 section 5.6.2: what a token is made of. */
export const TOKEN = 1;
/** RFC 9110 section 5.5: what a field value is made of, blanks included: VCHAR, obs-text, SP, HTAB. */
export const VALUE = 2;
/** What a request target is made of: VCHAR. Which of them, its form decides. */
export const TARGET = 4;

/** The classes of every octet, as a sum of the numbers above. */
export const CLASSES: Uint8Array = Uint8Array.from({ length: 256 }, (_, octet) => {
  const isToken = /[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(String.fromCharCode(octet));
  const isVisible = octet > SP && octet < 0x7f;
  const isValue = isVisible || octet === SP || octet === HTAB || octet > 0x7f;
  return (isToken ? TOKEN : 0) + (isValue ? VALUE : 0) + (isVisible ? TARGET : 0);
});

export const NO_OCTETS: Uint8Array = new Uint8Array(0);

/** Eight octets a call: four times as fast as one. */
export function textOf(octets: Uint8Array, from = 0, to = octets.length): string {
  let text = '';
  let at = from;
  for (; at + 8 <= to; at += 8) {
    text += String.fromCharCode(
      octets[at]!,
      octets[at + 1]!,
      octets[at + 2]!,
      octets[at + 3]!,
      octets[at + 4]!,
      octets[at + 5]!,
      octets[at + 6]!,
      octets[at + 7]!,
    );
  }
  for (; at < to; at += 1) text += String.fromCharCode(octets[at]!);
  return text;
}

/** Characters beyond 255 keep their low eight bits; nothing here makes such. */
export function octetsOf(text: string): Uint8Array {
  const octets = freshOctets(text.length);
  for (let at = 0; at < text.length; at += 1) octets[at] = text.charCodeAt(at);
  return octets;
}

export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = freshOctets(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function isBlank(octet: number | undefined): boolean {
  return octet === SP || octet === HTAB;
}

/** Without the SP and HTAB around it. `trim` would take other characters, 0xA0 among them, which are opaque here. */
export function withoutBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
