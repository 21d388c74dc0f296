/** Attributes that must be understood, and are not (RFC 8489 section 14). */
import { ATTRIBUTES, COMPREHENSION_OPTIONAL } from './codes.ts';
import type { Message } from './read-message.ts';

const UNDERSTOOD: ReadonlySet<number> = new Set(Object.values(ATTRIBUTES));

/** Each once. STUN-OPT-01, STUN-OPT-02: other unknown ones, and those that do not belong there, are passed over. */
export function unknownTypes({ attributes }: Message): number[] {
  const types = attributes.map(({ type }) => type);
  return [...new Set(types)].filter((type) => type < COMPREHENSION_OPTIONAL && !UNDERSTOOD.has(type));
}
