/** How a request's content is delimited (RFC 9112 sections 6.1 to 6.3), decided from its fields alone. */
import { type Field, membersOf, type Refusal, valuesOf } from './message.ts';

export type RequestFraming = { readonly octets: number } | { readonly octets: 'chunked' };

/** More than this is refused; a slice of the server has no use for content. */
const LARGEST_CONTENT = 1_048_576;

export function framingOf(minor: number, fields: readonly Field[]): RequestFraming | Refusal {
  const codings = membersOf(fields, 'transfer-encoding');
  const lengths = valuesOf(fields, 'content-length')
    .flatMap((value) => value.split(','))
    .map((value) => value.trim());
  if (codings.length > 0 || valuesOf(fields, 'transfer-encoding').length > 0) {
    // RFC9112-6.1-11: before HTTP/1.1 there was no transfer coding, so the framing cannot be trusted.
    if (minor < 1) return { status: 400, why: 'HTTP/1.0 has no Transfer-Encoding.' };
    // RFC9112-6.1-09: refused rather than read one way and forwarded another.
    if (lengths.length > 0) return { status: 400, why: 'Content-Length and Transfer-Encoding exclude each other.' };
    // RFC9112-6.3-05
    if (codings.at(-1) !== 'chunked') return { status: 400, why: 'The last transfer coding is not chunked.' };
    // RFC9112-6.1-08
    if (codings.length > 1) return { status: 501, why: 'Only the transfer coding chunked is understood.' };
    return { octets: 'chunked' };
  }
  const [length] = lengths;
  if (length === undefined) return { octets: 0 };
  // RFC9112-6.3-07
  if (!lengths.every((each) => /^[0-9]+$/.test(each) && each === length)) {
    return { status: 400, why: 'Content-Length is no number of octets.' };
  }
  const octets = Number(length);
  return octets > LARGEST_CONTENT ? { status: 413, why: 'The content is too large.' } : { octets };
}
