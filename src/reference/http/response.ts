/** Writes responses (RFC 9112 sections 4 to 7): status line, fields, and content by length or in chunks. */
import { chunked } from './chunked.ts';
import { type Content, contentOf } from './content.ts';
import { fixdate } from './http-date.ts';
import type { Field } from './message.ts';
import { join, octetsOf } from './octets.ts';
import type { Generated } from './resources.ts';

export interface Response {
  readonly status: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly content: Content;
  /** In place of content: what is made while it is sent. */
  readonly generated?: Generated;
}

export interface ResponseContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The answer to HEAD tells everything and brings no content (RFC9110-9.3.2-01). */
  readonly head: boolean;
  readonly close: boolean;
  /** The minor version of the request. */
  readonly minor: number;
  /** The client wants trailer fields. */
  readonly wantsTrailers: boolean;
}

/** RFC 9110 section 15.1: recommended phrases. */
const REASONS: Readonly<Record<number, string>> = {
  100: 'Continue',
  200: 'OK',
  206: 'Partial Content',
  301: 'Moved Permanently',
  304: 'Not Modified',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  431: 'Request Header Fields Too Large',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  508: 'Loop Detected',
};

/** A response that only explains its status, to a person (RFC9110-15.5-01, RFC9110-15.6-01). */
export function explain(status: number, why: string, fields: Response['fields'] = []): Response {
  const content = octetsOf(`${status} ${REASONS[status] ?? ''}\n${why}\n`);
  return { status, fields: [...fields, ['Content-Type', 'text/plain; charset=utf-8']], content: contentOf(content) };
}

/** RFC 9110 section 15.2.1: an interim response, and nothing in it. */
export const CONTINUE: Uint8Array = octetsOf(`HTTP/1.1 100 ${REASONS[100]}\r\n\r\n`);

/** The head, and the content that follows it. */
export function writeResponse(response: Response, context: ResponseContext): readonly Content[] {
  const { status, fields, content, generated } = response;
  const { now, head, close, minor } = context;
  const lines = [
    // RFC9112-4-01: the space after the code is there even without a phrase.
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`,
    // RFC9110-6.6.1-01
    `Date: ${fixdate(now)}`,
    'Server: assay',
    ...fields.map(([name, value]) => `${name}: ${value}`),
    ...framingOf(response, context),
    // RFC9112-9.6-01, RFC9112-9.6-03
    ...(close ? ['Connection: close'] : []),
    // RFC 9112 section 9.3: only who knows this option may rely on it.
    ...(!close && minor < 1 ? ['Connection: keep-alive'] : []),
    '',
    '',
  ];
  const section = contentOf(octetsOf(lines.join('\r\n')));
  // RFC9110-15.4.5-03
  if (status === 304) return [section];
  if (head) return [section];
  if (generated === undefined) return [section, content];
  return [section, contentOf(octetsOfGenerated(generated, context))];
}

function framingOf({ status, content, generated }: Response, context: ResponseContext): readonly string[] {
  // RFC9110-8.6-02: it would have to be the length of the 200.
  if (status === 304) return [];
  // RFC9110-8.6-01, RFC9110-8.6-05: the same for HEAD as for GET.
  if (generated === undefined) return [`Content-Length: ${content.length}`];
  // RFC9112-6.1-07: before HTTP/1.1 such content ends with the connection.
  if (context.minor < 1) return [];
  const names = trailersFor(generated, context).map(({ name }) => name);
  return ['Transfer-Encoding: chunked', ...(names.length > 0 ? [`Trailer: ${names.join(', ')}`] : [])];
}

function trailersFor({ trailers }: Generated, { wantsTrailers }: ResponseContext): readonly Field[] {
  return wantsTrailers ? trailers : [];
}

function octetsOfGenerated(generated: Generated, context: ResponseContext): Uint8Array {
  return context.minor < 1 ? join(generated.chunks) : chunked(generated.chunks, trailersFor(generated, context));
}
