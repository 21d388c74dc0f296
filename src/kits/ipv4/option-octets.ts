/**
 * Options as they stand in a header, told apart by their types and lengths alone: what an answer holds is compared octet
 * by octet, whatever the option means. A length that cannot be ends the list.
 */
import type { Seen } from './seen.ts';

export const RECORD_ROUTE = 7;
export const TIMESTAMP = 68;
export const LOOSE_SOURCE_ROUTE = 131;
export const STRICT_SOURCE_ROUTE = 137;
/** Of all these options, from their own start. */
export const POINTER_AT = 2;

const [END, NO_OPERATION] = [0, 1];
const FIRST = 20;

export interface OptionOctets {
  readonly type: number;
  readonly octets: Uint8Array;
  /** Its first bit, from the start of the datagram. */
  readonly bit: number;
}

/** All options but those that are one octet long. */
export function optionsIn({ octets }: Pick<Seen, 'octets'>): readonly OptionOctets[] {
  const end = Math.min(octets.length, 4 * ((octets[0] ?? 0) & 0xf));
  const found: OptionOctets[] = [];
  for (let at = FIRST; at + 1 < end && octets[at] !== END; ) {
    const [type, length] = [octets[at]!, octets[at + 1]!];
    if (type === NO_OPERATION) {
      at += 1;
      continue;
    }
    if (length < 2 || at + length > end) break;
    found.push({ type, octets: octets.subarray(at, at + length), bit: 8 * at });
    at += length;
  }
  return found;
}

export function isSourceRoute({ type }: Pick<OptionOctets, 'type'>): boolean {
  return type === LOOSE_SOURCE_ROUTE || type === STRICT_SOURCE_ROUTE;
}
