/**
 * The tester's own reading of a connection: all octets that came back, against the methods of the requests that were
 * sent, into responses. Total: any octets give an observation, and what is wrong is located. Shares nothing with the
 * reference's parser.
 */
import { readBody } from './body.ts';
import { readFieldLines } from './field-lines.ts';
import type { HttpFault, Observation, ObservedResponse } from './observation.ts';
import { lineAt, quote, textOf } from './octet-text.ts';
import { readStatusLine } from './status-line.ts';

/**
 * @param methods of the requests, in their order; a response is read as the answer to the next one.
 * @param ended whether the server closed the connection after these octets.
 */
export function observeResponses(octets: Uint8Array, methods: readonly string[], ended: boolean): Observation {
  const responses: ObservedResponse[] = [];
  const faults: HttpFault[] = [];
  let at = 0;
  for (const method of methods) {
    if (at === octets.length && ended) break;
    const read = readResponse(octets, at, method, ended);
    faults.push(...read.faults);
    if ('unreadable' in read) return { responses, faults: [...faults, read.unreadable], unreadable: read.unreadable };
    responses.push(read.response);
    at = read.response.end;
    if (!read.response.complete) return { responses, faults };
  }
  if (at < octets.length) faults.push(leftOver(octets, at));
  return { responses, faults };
}

type ResponseRead =
  | { readonly response: ObservedResponse; readonly faults: readonly HttpFault[] }
  | { readonly unreadable: HttpFault; readonly faults: readonly HttpFault[] };

function readResponse(octets: Uint8Array, start: number, method: string, ended: boolean): ResponseRead {
  const faults: HttpFault[] = [];
  const interim: number[] = [];
  for (let at = start; ; ) {
    const line = lineAt(octets, at);
    if (line === undefined) return { unreadable: cutOff(octets, at), faults };
    const status = readStatusLine(octets, line);
    faults.push(...status.faults);
    if ('unreadable' in status) return { unreadable: status.unreadable, faults };
    const section = readFieldLines(octets, line.next);
    faults.push(...section.faults);
    if (section.next === undefined) return { unreadable: cutOff(octets, octets.length), faults };
    const { fields, next: bodyAt } = section;
    // RFC 9110 section 15.2: interim responses come before the final one.
    if (status.line.status >= 100 && status.line.status < 200) {
      interim.push(status.line.status);
      at = bodyAt;
      continue;
    }
    const body = readBody(octets, { method, status: status.line.status, fields, from: bodyAt, ended });
    faults.push(...body.faults);
    const { framing, content, trailers = [], end, complete } = body;
    return {
      response: { ...status.line, fields, framing, content, trailers, start: at, bodyAt, end, complete, interim },
      faults,
    };
  }
}

function cutOff(octets: Uint8Array, at: number): HttpFault {
  const actual = at === octets.length ? 'the end' : quote(textOf(octets, at, Math.min(octets.length, at + 80)));
  const expected = 'a whole header section';
  // Octets that can no longer become a status line are wrong at once, though their line has no end.
  const text = textOf(octets, at, Math.min(octets.length, at + 9));
  const wrong = at < octets.length && !/^(H|HT|HTT|HTTP|HTTP\/|HTTP\/\d|HTTP\/\d\.|HTTP\/\d\.\d[ \t]?)$/.test(text);
  if (wrong) {
    const octetsWrong = Math.min(octets.length - at, 8);
    return { kind: 'not-a-response', field: 'version', at, octets: octetsWrong, expected: 'a status line', actual };
  }
  return { kind: 'truncated', field: 'headerSection', at: octets.length, octets: 0, expected, actual };
}

function leftOver(octets: Uint8Array, at: number): HttpFault {
  return {
    kind: 'left-over',
    field: 'content',
    at,
    octets: octets.length - at,
    expected: 'nothing more',
    actual: quote(textOf(octets, at, Math.min(octets.length, at + 80))),
  };
}
