/** How the content of a message is delimited (RFC 9112 sections 6.1 to 6.3), decided from its head alone. */
import { membersIn } from '../message.ts';
import { withoutBlanks } from '../octets.ts';
import type { FaultKind } from './faults.ts';
import type { ParsedRequest, ParsedResponse } from './heads.ts';

export type Framing =
  | { readonly kind: 'none' | 'chunked' | 'close' }
  | { readonly kind: 'length'; readonly octets: number };

const NONE: Framing = { kind: 'none' };
const CHUNKED: Framing = { kind: 'chunked' };
const CLOSE: Framing = { kind: 'close' };
const DECIMAL = /^[0-9]+$/;

/** A server takes no doubtful framing: what another recipient could read otherwise is refused. */
export function requestFraming({ minor, places }: ParsedRequest): Framing | FaultKind {
  const lengths = places.valuesOf('content-length');
  const codings = places.valuesOf('transfer-encoding');
  if (codings.length > 0) {
    // RFC9112-6.1-11: before HTTP/1.1 there was no transfer coding, so the framing cannot be trusted.
    if (minor < 1) return 'coding-in-http-1.0';
    // RFC9112-6.1-09: refused rather than read one way and forwarded another.
    if (lengths.length > 0) return 'length-with-coding';
    return requestCodings(membersIn(codings));
  }
  // RFC9112-6.3-12: neither field, no content.
  return lengths.length === 0 ? NONE : lengthOf(lengths);
}

function requestCodings(codings: readonly string[]): Framing | FaultKind {
  // RFC9112-6.3-05, RFC9112-7.1-03 (chunked has no parameters), RFC9112-6.1-02
  if (codings.length === 0 || codings.indexOf('chunked') !== codings.length - 1) return 'coding-unending';
  // RFC9112-6.1-08
  return codings.length > 1 ? 'coding-unknown' : CHUNKED;
}

/** `method`: of the request that is answered. */
export function responseFraming({ minor, status, places }: ParsedResponse, method: string): Framing | FaultKind {
  // RFC9112-6.3-01: the head is all, whatever it says.
  if (method === 'HEAD' || (status >= 100 && status < 200) || status === 204 || status === 304) return NONE;
  // RFC9112-6.3-02: what follows is a tunnel.
  if (method === 'CONNECT' && status < 300) return NONE;
  const codings = places.valuesOf('transfer-encoding');
  if (codings.length > 0) {
    if (minor < 1) return 'coding-in-http-1.0';
    // RFC9112-6.3-03: a coding overrides a length. RFC9112-6.3-06: without an end of its own it ends with the connection.
    return membersIn(codings).at(-1) === 'chunked' ? CHUNKED : CLOSE;
  }
  const lengths = places.valuesOf('content-length');
  // RFC9112-6.3-13
  return lengths.length === 0 ? CLOSE : lengthOf(lengths);
}

/** RFC9112-6.3-07, RFC9112-6.3-08: one decimal number, or the same one again and again. */
function lengthOf(values: readonly string[]): Framing | FaultKind {
  const [first = ''] = values;
  // Nearly always.
  if (values.length === 1 && DECIMAL.test(first)) return { kind: 'length', octets: Number(first) };
  const lengths = values.flatMap((value) => value.split(',')).map(withoutBlanks);
  const [length] = lengths;
  if (!lengths.every((each) => DECIMAL.test(each))) return 'length-form';
  if (lengths.some((each) => each !== length)) return 'length-conflict';
  // RFC9110-8.6-06: a number that is too large to be exact is still too large.
  return { kind: 'length', octets: Number(length) };
}
