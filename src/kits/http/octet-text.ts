/** Octets as text, one character an octet (ISO 8859-1), and the line ends of RFC 9112 section 2.2. Knows no message. */

export const CR = 0x0d;
export const LF = 0x0a;
export const SP = 0x20;
export const HTAB = 0x09;

export function textOf(octets: Uint8Array, from = 0, to = octets.length): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(octets[at]!);
  return text;
}

/** @throws RangeError for a character that is no octet. */
export function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const octet = text.charCodeAt(at);
    if (octet > 0xff) throw new RangeError(`"${text[at]}" is no octet`);
    octets[at] = octet;
  }
  return octets;
}

/** A line without its end. */
export interface Line {
  readonly from: number;
  /** The octet after the last one of the line. */
  readonly to: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Ended by LF without CR. */
  readonly bare: boolean;
}

/** The line that begins at `from`, or undefined when its end has not come. */
export function lineAt(octets: Uint8Array, from: number): Line | undefined {
  const lf = octets.indexOf(LF, from);
  if (lf < 0) return undefined;
  const bare = lf === from || octets[lf - 1] !== CR;
  return { from, to: bare ? lf : lf - 1, next: lf + 1, bare };
}

/** VCHAR, obs-text, SP and HTAB: what a reason phrase and a field value may hold (RFC 9112 section 4, RFC 9110 5.5). */
export function isText(octet: number): boolean {
  return octet === HTAB || (octet >= SP && octet !== 0x7f);
}

/** RFC 9110 section 5.6.2 */
export const TOKEN: RegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Text for a sentence: at most 60 characters, what cannot be seen as \xNN. */
export function quote(text: string): string {
  const cut = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  const seen = cut.replace(/[^\x20-\x7e]/g, (character) => {
    if (character === '\r') return '\\r';
    if (character === '\n') return '\\n';
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `"${seen}"`;
}

export function joinOctets(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
