/** The header checksum of a datagram whose header was changed, as a whole or by the one word that is another. */
import { internetChecksum } from '../../wire/runtime/checksum.ts';

const CHECKSUM_AT = 10;

export function sealHeader(view: DataView, headerLength: number): void {
  view.setUint16(CHECKSUM_AT, 0);
  view.setUint16(CHECKSUM_AT, internetChecksum(view, 0, headerLength));
}

/** Writes the 16-bit word at `at` and mends the checksum by what changed: RFC 1624 section 3, equation 3. */
export function replaceWord(view: DataView, at: number, word: number): void {
  const sum = (~view.getUint16(CHECKSUM_AT) & 0xffff) + (~view.getUint16(at) & 0xffff) + word;
  const folded = (sum & 0xffff) + (sum >>> 16);
  view.setUint16(at, word);
  view.setUint16(CHECKSUM_AT, ~((folded & 0xffff) + (folded >>> 16)));
}
