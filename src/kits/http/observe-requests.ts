/**
 * The tester's own reading of what a client sends on a connection, one request after the other. Total: any octets give an
 * observation, and what is wrong is located. Shares nothing with the reference's parser.
 */
import { readLength } from './body.ts';
import { readChunked } from './chunked.ts';
import { readFieldLines } from './field-lines.ts';
import type { Framing, HttpFault, ObservedField } from './observation.ts';
import { CR, joinOctets, LF, lineAt, quote, textOf } from './octet-text.ts';

export interface ObservedRequest {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly fields: readonly ObservedField[];
  readonly framing: Exclude<Framing, 'close'>;
  readonly content: Uint8Array;
  /** Offsets: the first octet, among them empty lines before the request line; that line; the octet after the empty line. */
  readonly from: number;
  readonly start: number;
  readonly bodyAt: number;
  readonly end: number;
  /** Whether all octets that the framing promises have come. */
  readonly complete: boolean;
  readonly faults: readonly HttpFault[];
}

export type RequestRead =
  | { readonly kind: 'request'; readonly request: ObservedRequest }
  /** More octets may still make a request of it. */
  | { readonly kind: 'partial' }
  | { readonly kind: 'unreadable'; readonly fault: HttpFault };

const REQUEST_LINE = /^([^ \t]+)[ \t]+(.*?)[ \t]+(HTTP\/[0-9]\.[0-9])[ \t\r]*$/;
/** Octets of a line that is not yet ended, after which it will not become a request line. */
const LONGEST_LINE = 65_536;

/** The request that begins at `from`, once its header section is there; its content may still be missing. */
export function readRequest(octets: Uint8Array, from: number): RequestRead {
  let start = from;
  // RFC 9112 section 2.2: empty lines before a request line are no request; whether they may be there is a rule's affair.
  while (octets[start] === CR || octets[start] === LF) start += 1;
  const line = lineAt(octets, start);
  if (line === undefined) {
    return octets.length - start > LONGEST_LINE ? unreadable(octets, start, octets.length) : { kind: 'partial' };
  }
  const [, method, target, version] = REQUEST_LINE.exec(textOf(octets, line.from, line.to)) ?? [];
  if (method === undefined || target === undefined || version === undefined) {
    return unreadable(octets, line.from, line.to);
  }
  const section = readFieldLines(octets, line.next);
  if (section.next === undefined) return { kind: 'partial' };
  const { fields, faults, next: bodyAt } = section;
  const content = readContent(octets, bodyAt, fields);
  const head = { method, target, version, fields, from, start, bodyAt };
  return { kind: 'request', request: { ...head, ...content, faults: [...faults, ...content.faults] } };
}

type ReadContent = Pick<ObservedRequest, 'framing' | 'content' | 'end' | 'complete' | 'faults'>;

/** RFC 9112 section 6.3, for requests: without either field there is no content. */
function readContent(octets: Uint8Array, from: number, fields: readonly ObservedField[]): ReadContent {
  const named = (name: string): ObservedField[] => fields.filter((field) => field.name.toLowerCase() === name);
  const codings = named('transfer-encoding');
  if (codings.length > 0) return { ...readChunked(octets, from), framing: 'chunked' };
  const lengths = named('content-length');
  if (lengths.length === 0) return nothing(from, []);
  const length = readLength(lengths);
  if (typeof length !== 'number') return nothing(from, [length]);
  const end = Math.min(octets.length, from + length);
  const content = octets.subarray(from, end);
  return { framing: 'length', content, end, complete: end - from === length, faults: [] };
}

function nothing(from: number, faults: readonly HttpFault[]): ReadContent {
  return { framing: 'none', content: joinOctets([]), end: from, complete: true, faults };
}

function unreadable(octets: Uint8Array, from: number, to: number): RequestRead {
  const actual = quote(textOf(octets, from, Math.min(to, from + 80)));
  const fault: HttpFault = {
    kind: 'not-a-request',
    field: 'requestLine',
    at: from,
    octets: to - from,
    expected: 'method, target and version',
    actual,
  };
  return { kind: 'unreadable', fault };
}
