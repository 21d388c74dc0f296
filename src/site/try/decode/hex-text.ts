/**
 * Text to octets: hexadecimal digits with blanks, `0x` or colons between them as they may be, or a dump with offsets
 * before and characters behind. Says which digit is wrong; reads no more than there may be, and says so.
 */

/** The longest datagram. */
export const MOST_OCTETS = 65_535;
/** Characters of text that hold as many octets in any of the forms. */
export const MOST_TEXT: number = MOST_OCTETS * 8;

export type TextRead =
  | { readonly ok: true; readonly octets: Uint8Array; readonly note?: string }
  | { readonly ok: false; readonly why: string };

/** An offset, two blanks or a colon, then octets: a line of xxd, hexdump, Wireshark or our own reports. */
const DUMP = /^\s*[0-9a-f]{4,8}(?::|\s{2})\s*((?:[0-9a-f]{2,}\s{0,2})+)/i;

/** `characters`: how many characters there were, where not all of them are given. */
export function readHexText(text: string, characters = text.length): TextRead {
  const taken = text.slice(0, MOST_TEXT);
  const lines = taken.split('\n').filter((line) => line.trim() !== '');
  const isDump = lines.length > 0 && lines.every((line) => DUMP.test(line));
  const digits = (isDump ? lines.map(octetsOfLine).join('') : taken.replace(/0x|[\s,:]+/gi, '')).toLowerCase();
  const stray = digits.search(/[^0-9a-f]/);
  if (stray >= 0) return { ok: false, why: `digit ${stray + 1}, "${digits[stray]}", is no hex digit` };
  const whole = digits.length >> 1;
  if (digits.length % 2 === 1 && taken.length === characters) {
    return { ok: false, why: `${digits.length} hex digits: the last one, "${digits.at(-1)}", has no partner` };
  }
  const count = Math.min(whole, MOST_OCTETS);
  const octets = Uint8Array.from({ length: count }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
  const isCut = characters > taken.length || whole > MOST_OCTETS;
  return { ok: true, octets, ...(isCut && { note: cutNote(characters) }) };
}

function octetsOfLine(line: string): string {
  // Characters stand behind two blanks or more, and at most 16 octets before them.
  const [, octets = ''] = DUMP.exec(line)!;
  return octets.replace(/\s+/g, '').slice(0, 64);
}

function cutNote(characters: number): string {
  return `${characters} characters are more than a datagram holds: of them the first ${MOST_OCTETS} octets are shown`;
}
