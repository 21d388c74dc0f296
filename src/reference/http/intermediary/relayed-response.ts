/** Writes a response that is passed on: the framing is the next connection's, not the last one's (RFC 9112 section 6). */
import { chunk, lastChunk } from '../chunked.ts';
import { type Field, type ResponseHead, valuesOf } from '../message.ts';
import { NO_OCTETS, octetsOf } from '../octets.ts';
import type { Framing } from '../parser/framing.ts';
import { endToEnd, forwardedResponse } from './fields.ts';

/** How the content goes on: as it comes, in chunks of its own, or up to the close. */
export type OutgoingFraming = 'none' | 'length' | 'chunked' | 'close';

export interface Relaying {
  /** Of this intermediary. */
  readonly name: string;
  readonly now: number;
  /** The minor version of the client. */
  readonly minor: number;
  readonly close: boolean;
}

export function outgoingFraming(framing: Framing, minor: number): OutgoingFraming {
  if (framing.kind === 'none' || framing.kind === 'length') return framing.kind;
  // RFC9112-6.1-07
  return minor >= 1 ? 'chunked' : 'close';
}

/** RFC9112-2.3-01: the version is that of this intermediary. */
export function writeRelayedHead(head: ResponseHead, framing: Framing, relaying: Relaying): Uint8Array {
  const { name, now, minor, close } = relaying;
  const lines = [
    `HTTP/1.1 ${head.status} ${head.reason}`,
    ...forwardedResponse(head, name, now).map((field) => `${field.name}: ${field.value}`),
    ...framingLines(head, framing, minor),
    ...(close ? ['Connection: close'] : []),
    '',
    '',
  ];
  return octetsOf(lines.join('\r\n'));
}

/** RFC9110-8.6-07, RFC9112-6.3-04: a length is passed on where it is the only thing that tells one. */
function framingLines({ status, fields }: ResponseHead, framing: Framing, minor: number): readonly string[] {
  if (framing.kind === 'length') return [`Content-Length: ${framing.octets}`];
  if (framing.kind !== 'none') return minor >= 1 ? ['Transfer-Encoding: chunked'] : [];
  // The answer to HEAD, or 304: it may say what another answer's length would be.
  const lengths = valuesOf(fields, 'content-length');
  const isSaid = status >= 200 && status !== 204 && lengths.length === 1 && /^[0-9]+$/.test(lengths[0]!);
  return isSaid && valuesOf(fields, 'transfer-encoding').length === 0 ? [`Content-Length: ${lengths[0]}`] : [];
}

/** RFC9110-15.2-03: an interim response has no framing, no date and no say about the connection. */
export function writeInterim({ status, reason, fields }: ResponseHead): Uint8Array {
  const lines = endToEnd(fields).map(({ name, value }) => `${name}: ${value}\r\n`);
  return octetsOf(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`);
}

/** Octets [from, to) of the content. */
export function writeRelayedContent(
  octets: Uint8Array,
  from: number,
  to: number,
  framing: OutgoingFraming,
): Uint8Array {
  return framing === 'chunked' ? chunk(octets.subarray(from, to)) : octets.subarray(from, to);
}

/** RFC9112-7.1.2-02: trailer fields stay where they are; who reads no chunks gets none. */
export function writeRelayedEnd(trailers: readonly Field[], framing: OutgoingFraming): Uint8Array {
  return framing === 'chunked' ? lastChunk(trailers) : NO_OCTETS;
}
