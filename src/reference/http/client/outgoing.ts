/** Writes requests (RFC 9112 sections 3, 6 and 7), for user agents and intermediaries alike. */
import type { Field } from '../message.ts';
import { octetsOf } from '../octets.ts';

/** How the content of a request will be delimited. */
export type OutgoingFraming = 'none' | 'chunked' | { readonly octets: number };

export interface OutgoingHead {
  readonly method: string;
  readonly target: string;
  readonly host: string;
  /** Without Host and without what tells the framing. */
  readonly fields: readonly Field[];
  readonly framing: OutgoingFraming;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** RFC 9110 section 8.6: of these the content has a meaning, even when there is none. */
const WITH_CONTENT: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/**
 * RFC9112-3.2-03: exactly one Host, and it comes first (RFC 9110 section 7.2).
 *
 * @throws TypeError for a method or field that would be something else on the wire
 */
export function writeRequestHead({ method, target, host, fields, framing }: OutgoingHead): Uint8Array {
  if (!TOKEN.test(method)) throw new TypeError(`no method: ${method}`);
  for (const { name, value } of fields) {
    if (!TOKEN.test(name) || !VALUE.test(value)) throw new TypeError(`no field: ${name}: ${value}`);
  }
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    ...framingOf(method, framing),
    '',
    '',
  ];
  return octetsOf(lines.join('\r\n'));
}

/** RFC9112-6.2-02: one of the two. RFC9112-6.3-16: a length that is known is told. */
function framingOf(method: string, framing: OutgoingFraming): readonly string[] {
  if (framing === 'chunked') return ['Transfer-Encoding: chunked'];
  if (framing !== 'none') return [`Content-Length: ${framing.octets}`];
  // RFC9110-8.6-09
  return WITH_CONTENT.has(method) ? ['Content-Length: 0'] : [];
}
