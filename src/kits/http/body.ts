/**
 * How long the body of a response is (RFC 9112 section 6.3, its list in its order) and what content it carries.
 */
import { readChunked } from './chunked.ts';
import type { Framing, HttpFault, ObservedField } from './observation.ts';
import { quote } from './octet-text.ts';

export interface Body {
  readonly framing: Framing;
  readonly content: Uint8Array;
  /** Of a chunked body. */
  readonly trailers?: readonly ObservedField[];
  readonly end: number;
  readonly complete: boolean;
  readonly faults: readonly HttpFault[];
}

export interface BodyPlace {
  readonly method: string;
  readonly status: number;
  readonly fields: readonly ObservedField[];
  readonly from: number;
  /** The connection was closed after the last octet. */
  readonly ended: boolean;
}

const NOTHING = new Uint8Array(0);

export function readBody(octets: Uint8Array, place: BodyPlace): Body {
  const { method, status, fields, from } = place;
  const named = (name: string): ObservedField[] => fields.filter((field) => field.name.toLowerCase() === name);
  // 1. HEAD, 1xx, 204, 304: nothing, whatever the fields say.
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) {
    return { framing: 'none', content: NOTHING, end: from, complete: true, faults: [] };
  }
  const codings = named('transfer-encoding');
  const lengths = named('content-length');
  // 3., 4. A transfer coding overrides Content-Length; only chunked as the last one ends by itself.
  if (codings.length > 0) {
    const faults: HttpFault[] = lengths.slice(0, 1).map((length) => ({
      kind: 'length-and-coding',
      field: 'contentLength',
      at: length.at,
      octets: length.value.length,
      expected: 'no Content-Length beside Transfer-Encoding',
      actual: quote(length.value),
    }));
    const final = codings.at(-1)!.value.split(',').at(-1)!.trim().toLowerCase();
    const body = final === 'chunked' ? readChunked(octets, from) : untilClose(octets, place);
    return { ...body, faults: [...faults, ...body.faults] };
  }
  if (lengths.length === 0) return untilClose(octets, place);
  // 5., 6. One value, or the same one repeated.
  const length = readLength(lengths);
  if (typeof length !== 'number') {
    const body = untilClose(octets, place);
    return { ...body, faults: [length, ...body.faults] };
  }
  return ofLength(octets, from, length);
}

/** The number that Content-Length gives, Infinity for one beyond all octets; or why it gives none. */
export function readLength(lengths: readonly ObservedField[]): number | HttpFault {
  const parts = lengths.flatMap((field) => field.value.split(',').map((part) => ({ part: part.trim(), field })));
  const wrong = parts.find(({ part }) => !/^[0-9]+$/.test(part) || part !== parts[0]!.part);
  if (wrong === undefined) return Number(parts[0]!.part);
  const { at, value } = wrong.field;
  const expected = /^[0-9]+$/.test(wrong.part) ? 'one value' : 'a decimal number';
  return { kind: 'length-form', field: 'contentLength', at, octets: value.length, expected, actual: quote(value) };
}

function ofLength(octets: Uint8Array, from: number, length: number): Body {
  const end = Math.min(octets.length, from + length);
  const missing = length - (end - from);
  const faults: HttpFault[] = [];
  if (missing > 0) {
    const [expected, actual] = [`${length} octets of content`, `${end - from}`];
    faults.push({ kind: 'truncated', field: 'content', at: end, octets: 0, expected, actual });
  }
  return { framing: 'length', content: octets.subarray(from, end), end, complete: missing === 0, faults };
}

function untilClose(octets: Uint8Array, { from, ended }: BodyPlace): Body {
  return { framing: 'close', content: octets.subarray(from), end: octets.length, complete: ended, faults: [] };
}
