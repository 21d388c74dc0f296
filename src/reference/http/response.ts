/** Writes responses (RFC 9112 sections 4 to 6): status line, fields, and content delimited by Content-Length. */
import { fixdate } from './http-date.ts';

export interface Response {
  readonly status: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly content: Uint8Array;
}

export interface ResponseContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The answer to HEAD tells everything and brings no content (RFC9110-9.3.2-01). */
  readonly head: boolean;
  readonly close: boolean;
}

/** RFC 9110 section 15.1: recommended phrases. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
  501: 'Not Implemented',
  505: 'HTTP Version Not Supported',
};

/** A response that only explains its status, to a person. */
export function explain(status: number, why: string, fields: Response['fields'] = []): Response {
  const content = octetsOf(`${status} ${REASONS[status] ?? ''}\n${why}\n`);
  return { status, fields: [...fields, ['Content-Type', 'text/plain; charset=utf-8']], content };
}

export function writeResponse(
  { status, fields, content }: Response,
  { now, head, close }: ResponseContext,
): Uint8Array {
  const lines = [
    // RFC9112-4-01: the space after the code is there even without a phrase.
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`,
    // RFC9110-6.6.1-01
    `Date: ${fixdate(now)}`,
    'Server: assay',
    ...fields.map(([name, value]) => `${name}: ${value}`),
    // RFC9110-8.6-01, RFC9110-8.6-05: the same for HEAD as for GET.
    `Content-Length: ${content.length}`,
    // RFC9112-9.6-03
    ...(close ? ['Connection: close'] : []),
    '',
    '',
  ];
  const section = octetsOf(lines.join('\r\n'));
  if (head) return section;
  const octets = new Uint8Array(section.length + content.length);
  octets.set(section);
  octets.set(content, section.length);
  return octets;
}

function octetsOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
