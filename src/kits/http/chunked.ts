/** Removes the chunked transfer coding (RFC 9112 section 7.1). Extensions are passed over. */
import type { Body } from './body.ts';
import { readFieldLines } from './field-lines.ts';
import type { HttpFault, ObservedField } from './observation.ts';
import { CR, joinOctets, LF, lineAt, quote, textOf } from './octet-text.ts';

export function readChunked(octets: Uint8Array, from: number): Body {
  const chunks: Uint8Array[] = [];
  const faults: HttpFault[] = [];
  let trailers: readonly ObservedField[] = [];
  const result = (end: number, complete: boolean, fault?: HttpFault): Body => ({
    framing: 'chunked',
    content: joinOctets(chunks),
    trailers,
    end,
    complete,
    faults: fault === undefined ? faults : [...faults, fault],
  });
  for (let at = from; ; ) {
    const line = lineAt(octets, at);
    if (line === undefined) return result(octets.length, false, truncated(octets, 'a chunk size'));
    const text = textOf(octets, line.from, line.to);
    const size = chunkSize(text);
    if (size === undefined) return result(at, false, malformed(at, text.length, 'a chunk size in hex', text));
    if (line.bare) faults.push(malformed(line.to, 1, 'CRLF after the chunk size', '\n'));
    if (size === 0) {
      const trailer = readFieldLines(octets, line.next);
      faults.push(...trailer.faults);
      trailers = trailer.fields;
      if (trailer.next === undefined) return result(octets.length, false, truncated(octets, 'the end of the trailer'));
      return result(trailer.next, true);
    }
    const dataEnd = line.next + size;
    chunks.push(octets.subarray(line.next, Math.min(dataEnd, octets.length)));
    if (dataEnd + 2 > octets.length)
      return result(octets.length, false, truncated(octets, `a chunk of ${size} octets`));
    if (octets[dataEnd] !== CR || octets[dataEnd + 1] !== LF) {
      const found = textOf(octets, dataEnd, dataEnd + 2);
      return result(dataEnd, false, malformed(dataEnd, 2, 'CRLF after the data of a chunk', found));
    }
    at = dataEnd + 2;
  }
}

/** Leading zeros aside at most 13 digits: beyond that the number is no longer exact, and no body is as long. */
function chunkSize(text: string): number | undefined {
  const digits = /^([0-9A-Fa-f]+)[ \t]*(?:;.*)?$/s.exec(text)?.[1]?.replace(/^0+(?=.)/, '');
  if (digits === undefined || digits.length > 13) return undefined;
  return Number.parseInt(digits, 16);
}

function malformed(at: number, octets: number, expected: string, actual: string): HttpFault {
  return { kind: 'chunk-form', field: 'chunk', at, octets, expected, actual: quote(actual) };
}

function truncated(octets: Uint8Array, expected: string): HttpFault {
  return { kind: 'truncated', field: 'content', at: octets.length, octets: 0, expected, actual: 'the end' };
}
