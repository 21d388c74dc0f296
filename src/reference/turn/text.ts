/** Text as octets and back, for attributes that hold names, and for nonces, which are text of ours. */

/** UTF-8. */
export function utf8(text: string): Uint8Array {
  const octets: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) octets.push(point);
    else if (point < 0x800) octets.push(0xc0 | (point >> 6), continuation(point));
    else if (point < 0x10000) octets.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
    else octets.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point));
  }
  return Uint8Array.from(octets);
}

/** Octets as text, each a character: what is not ASCII cannot be meant for us. */
export function latin1(octets: Uint8Array): string {
  return String.fromCharCode(...octets);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of whole groups of three octets; what is left over is left out. */
export function base64(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 3 <= octets.length; at += 3) {
    const bits = ((octets[at] ?? 0) << 16) | ((octets[at + 1] ?? 0) << 8) | (octets[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += BASE64[(bits >> shift) & 63];
  }
  return text;
}

/** The first of the three octets that four characters of base64 stand for; undefined when they are none. */
export function firstOctet(characters: string): number | undefined {
  const [high, low] = [BASE64.indexOf(characters.charAt(0)), BASE64.indexOf(characters.charAt(1))];
  if (characters.length !== 4 || high < 0 || low < 0) return undefined;
  return (high << 2) | (low >> 4);
}

function continuation(point: number): number {
  return 0x80 | (point & 0x3f);
}
