/**
 * Where the options of a header stand (RFC 791 section 3.1). Kinds that nobody here knows are passed over by their
 * length (RFC1122-OPT-3); a length that cannot be is a fault, told by the octet at which it was found.
 */
import type { Datagram } from '../datagram.ts';

const END = 0;
const NO_OPERATION = 1;
export const RECORD_ROUTE = 7;
export const TIMESTAMP = 68;
const LOOSE_SOURCE_ROUTE = 131;
export const STRICT_SOURCE_ROUTE = 137;

const FIRST = 20;

export interface OptionPlace {
  readonly type: number;
  /** Octet of the datagram at which it starts. */
  readonly at: number;
  /** Octets, type and length included. */
  readonly length: number;
}

/** Something in the options that cannot be, and where: what a parameter problem points at. */
export interface OptionFault {
  readonly faultAt: number;
}

/** All but No Operation, up to the end of the list. */
export function optionsOf({
  octets,
  headerLength,
}: Pick<Datagram, 'octets' | 'headerLength'>): OptionPlace[] | OptionFault {
  const found: OptionPlace[] = [];
  let sourceRoutes = 0;
  for (let at = FIRST; at < headerLength && octets[at] !== END; ) {
    const type = octets[at]!;
    if (type === NO_OPERATION) {
      at += 1;
      continue;
    }
    const length = at + 1 < headerLength ? octets[at + 1]! : 0;
    if (length < 2 || at + length > headerLength) return { faultAt: at + 1 };
    // RFC 1122 section 3.2.1.8 (c): two source routes have no meaning.
    if (isSourceRoute({ type }) && ++sourceRoutes > 1) return { faultAt: at };
    found.push({ type, at, length });
    at += length;
  }
  return found;
}

export function isFault(found: object): found is OptionFault {
  return 'faultAt' in found;
}

export function isSourceRoute({ type }: Pick<OptionPlace, 'type'>): boolean {
  return type === LOOSE_SOURCE_ROUTE || type === STRICT_SOURCE_ROUTE;
}

/** RFC791-OPT-2: the highest bit of the type says that each fragment has the option. */
export function isCopied({ type }: OptionPlace): boolean {
  return (type & 0x80) !== 0;
}
