/** Reads one field line where it lies (RFC 9112 section 5, RFC 9110 sections 5.1 and 5.5). */
import { CLASSES, COLON, CR, isBlank, TOKEN, VALUE } from '../octets.ts';
import type { FaultKind } from './faults.ts';

/**
 * Where the name of the line [from, to) begins and ends, and its value without the blanks around it, all counted from
 * `base`; undefined when it is no field line. `mends`: one with blanks before the colon is.
 */
export function readFieldLine(
  octets: Uint8Array,
  from: number,
  to: number,
  base: number,
  mends: boolean,
): readonly [number, number, number, number] | undefined {
  let at = from;
  while (at < to && (CLASSES[octets[at]!]! & TOKEN) !== 0) at += 1;
  const nameEnd = at;
  // RFC9112-5.1-02
  if (mends) while (at < to && isBlank(octets[at])) at += 1;
  if (nameEnd === from || at === to || octets[at] !== COLON) return undefined;
  at += 1;
  while (at < to && isBlank(octets[at])) at += 1;
  const valueFrom = at;
  while (at < to && (CLASSES[octets[at]!]! & VALUE) !== 0) at += 1;
  if (at !== to) return undefined;
  while (at > valueFrom && isBlank(octets[at - 1])) at -= 1;
  return [from - base, nameEnd - base, valueFrom - base, at - base];
}

/** Whether [from, to) may stand where a field value is continued by an obsolete fold (RFC 9112 section 5.2). */
export function isFold(octets: Uint8Array, from: number, to: number): boolean {
  if (!isBlank(octets[from])) return false;
  for (let at = from; at < to; at += 1) if ((CLASSES[octets[at]!]! & VALUE) === 0) return false;
  return true;
}

/** Why [from, to) is no field line, and at which octet. */
export function explainFieldLine(
  octets: Uint8Array,
  from: number,
  to: number,
): { readonly kind: FaultKind; readonly at: number } {
  if (isBlank(octets[from])) return { kind: 'line-folding', at: from };
  let at = from;
  while (at < to && (CLASSES[octets[at]!]! & TOKEN) !== 0) at += 1;
  if (at > from && at < to && isBlank(octets[at])) return { kind: 'blank-before-colon', at };
  if (at === from || octets[at] !== COLON)
    return { kind: octets[at] === CR && at < to ? 'bare-cr' : 'field-name-form', at };
  at += 1;
  while (at < to && (CLASSES[octets[at]!]! & VALUE) !== 0) at += 1;
  return { kind: octets[at] === CR ? 'bare-cr' : 'field-value-form', at };
}
