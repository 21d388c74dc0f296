/**
 * Reads start lines where they lie (RFC 9112 sections 3 and 4), strictly: one space between the parts and nothing around
 * them. The places of the parts are counted from the beginning of the line.
 */
import { CLASSES, SP, TARGET, TOKEN, VALUE } from '../octets.ts';
import type { FaultKind } from './faults.ts';

export interface StartLine {
  /** Where the first part ends: a method, or a version. */
  firstEnd: number;
  /** Where the second ends: a target, or a status code. */
  secondEnd: number;
  /** Where the third does: a version, or a reason phrase. */
  end: number;
  minor: number;
  status: number;
}

const DIGIT_0 = 0x30;
/** `HTTP/` */
const NAME = [0x48, 0x54, 0x54, 0x50, 0x2f] as const;
/** With digit, dot and digit. */
const VERSION_LENGTH = 8;

/** Fills `into`. */
export function readRequestLine(octets: Uint8Array, from: number, to: number, into: StartLine): FaultKind | undefined {
  let at = from;
  while (at < to && (CLASSES[octets[at]!]! & TOKEN) !== 0) at += 1;
  into.firstEnd = at - from;
  if (at === from || octets[at] !== SP) return 'start-line-form';
  const target = at + 1;
  at = target;
  while (at < to && (CLASSES[octets[at]!]! & TARGET) !== 0) at += 1;
  into.secondEnd = at - from;
  if (at === target || at >= to || octets[at] !== SP) return 'start-line-form';
  if (at + 1 + VERSION_LENGTH !== to) return 'start-line-form';
  return readVersion(octets, at + 1, into);
}

/** Fills `into`. */
export function readStatusLine(octets: Uint8Array, from: number, to: number, into: StartLine): FaultKind | undefined {
  const code = from + VERSION_LENGTH + 1;
  // RFC9112-4-01: the space behind the code is there even when no phrase is.
  if (code + 4 > to || octets[code - 1] !== SP || octets[code + 3] !== SP) return 'status-line-form';
  const fault = readVersion(octets, from, into);
  if (fault !== undefined) return fault === 'start-line-form' ? 'status-line-form' : fault;
  into.status = 0;
  for (let at = code; at < code + 3; at += 1) {
    const digit = octets[at]! - DIGIT_0;
    if (digit < 0 || digit > 9) return 'status-line-form';
    into.status = 10 * into.status + digit;
  }
  for (let at = code + 4; at < to; at += 1) if ((CLASSES[octets[at]!]! & VALUE) === 0) return 'status-line-form';
  into.firstEnd = VERSION_LENGTH;
  into.secondEnd = code + 3 - from;
  into.end = to - from;
  return undefined;
}

/** RFC9112-2.3-04: capitals. RFC 9110 section 6.2: a major version that is not ours may be refused. */
function readVersion(octets: Uint8Array, from: number, into: StartLine): FaultKind | undefined {
  for (let at = 0; at < NAME.length; at += 1) if (octets[from + at] !== NAME[at]) return 'start-line-form';
  const major = octets[from + 5]! - DIGIT_0;
  const minor = octets[from + 7]! - DIGIT_0;
  if (octets[from + 6] !== 0x2e || major < 0 || major > 9 || minor < 0 || minor > 9) return 'start-line-form';
  into.minor = minor;
  return major === 1 ? undefined : 'version-unsupported';
}
