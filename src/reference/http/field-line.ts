/** Reads a field line (RFC 9112 section 5.1, RFC 9110 section 5.5). What is not one spoils the whole message. */
import type { Field, Refusal } from './message.ts';

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** VCHAR, obs-text, SP and HTAB. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export function readFieldLine(line: string): Field | Refusal {
  // RFC 9112 sections 2.2 and 5.2: a line that begins with a blank is no field, nor folded into the one before.
  if (line.startsWith(' ') || line.startsWith('\t')) return { status: 400, why: 'A field line begins with a blank.' };
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!NAME.test(name)) return { status: 400, why: 'A field line has no name followed by a colon.' };
  const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '');
  return VALUE.test(value) ? { name, value } : { status: 400, why: 'A field value holds a control character.' };
}
