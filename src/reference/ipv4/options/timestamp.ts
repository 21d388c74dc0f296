/**
 * The Internet Timestamp option (RFC 791 section 3.1): each module that handles the datagram adds the time, alone or
 * behind its address, or fills in the time where its address was written beforehand. Changed where it stands.
 */
import type { OptionFault, OptionPlace } from './walk.ts';

const [LENGTH_AT, POINTER_AT, FLAGS_AT] = [1, 2, 3];
/** RFC791-OPT-5: the octet behind the flags. */
const SMALLEST_POINTER = 5;
const FIRST_TIME_AT = SMALLEST_POINTER - 1;
const TIME_OCTETS = 4;
const MOST_OVERFLOWS = 15;
const [TIMES_ALONE, WITH_ADDRESS, PRESPECIFIED] = [0, 1, 3];
/** Says that the time is not counted from midnight in universal time: this host knows no clock. */
const NOT_STANDARD = 0x8000_0000;

export interface Stamp {
  /** The address that is written in front of the time. */
  readonly address: number;
  readonly isOwn: (address: number) => boolean;
  /** Microseconds. */
  readonly now: number;
}

/** @returns what is wrong with the option, if anything: then nothing was changed. */
export function stamp(view: DataView, option: OptionPlace, { address, isOwn, now }: Stamp): OptionFault | undefined {
  const { at, length } = option;
  if (length < FIRST_TIME_AT) return { faultAt: at + LENGTH_AT };
  const pointer = view.getUint8(at + POINTER_AT);
  const flag = view.getUint8(at + FLAGS_AT) & 0xf;
  if (pointer < SMALLEST_POINTER) return { faultAt: at + POINTER_AT };
  if (flag !== TIMES_ALONE && flag !== WITH_ADDRESS && flag !== PRESPECIFIED) return { faultAt: at + FLAGS_AT };
  const octets = flag === TIMES_ALONE ? TIME_OCTETS : 2 * TIME_OCTETS;
  if (pointer <= length && length - pointer + 1 < octets) return { faultAt: at + POINTER_AT };
  // A row that ends in a part of a time is none, full or not.
  if ((length - FIRST_TIME_AT) % TIME_OCTETS !== 0) return { faultAt: at + LENGTH_AT };
  if (pointer > length) return overflow(view, option);
  const slot = at + pointer - 1;
  if (flag === PRESPECIFIED && !isOwn(view.getInt32(slot))) return undefined;
  if (flag === WITH_ADDRESS) view.setInt32(slot, address);
  view.setUint32(slot + octets - TIME_OCTETS, (NOT_STANDARD | (Math.floor(now / 1000) % NOT_STANDARD)) >>> 0);
  view.setUint8(at + POINTER_AT, pointer + octets);
  return undefined;
}

/** Who finds no room counts that; the count itself must not run over. */
function overflow(view: DataView, { at }: OptionPlace): OptionFault | undefined {
  const flags = view.getUint8(at + FLAGS_AT);
  // With addresses written beforehand all may have been filled in without anybody missing his turn.
  if ((flags & 0xf) === PRESPECIFIED) return undefined;
  if (flags >> 4 === MOST_OVERFLOWS) return { faultAt: at + FLAGS_AT };
  view.setUint8(at + FLAGS_AT, flags + 0x10);
  return undefined;
}
