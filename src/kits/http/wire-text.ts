/**
 * Octets as a feature file has them: the line breaks of the text are CRLF, nothing follows its last character. What cannot
 * be written otherwise: \r \n \t \0 \\ and \xNN; a backslash at the end of a line takes its CRLF away. A line `~~~` parts
 * what is sent at once from what is sent a moment later.
 */
import { octetsOf } from './octet-text.ts';

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|([\s\S]))/g;
const PLAIN: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '0': '\0', '\\': '\\', '\r': '' };

/** @throws RangeError for an escape that there is not. */
export function octetsOfText(text: string): Uint8Array {
  const lines = text.replace(/\n/g, '\r\n').replace(/\\\r\n/g, '\\\r');
  return octetsOf(
    lines.replace(ESCAPE, (written, hex?: string, letter?: string) => {
      const plain = hex === undefined ? PLAIN[letter ?? ''] : String.fromCharCode(Number.parseInt(hex, 16));
      if (plain === undefined) throw new RangeError(`no escape ${written}`);
      return plain;
    }),
  );
}

/** At least one piece. */
export function piecesOfText(text: string): readonly Uint8Array[] {
  return text.split('\n~~~\n').map(octetsOfText);
}
