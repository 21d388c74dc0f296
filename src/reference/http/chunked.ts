/** Writes the chunked transfer coding (RFC 9112 section 7.1). */
import type { Field } from './message.ts';
import { join, octetsOf } from './octets.ts';

/** Empty pieces are left out: the first empty chunk is the last. */
export function chunked(pieces: readonly Uint8Array[], trailers: readonly Field[]): Uint8Array {
  const chunks = pieces.filter(({ length }) => length > 0).map(chunk);
  return join([...chunks, lastChunk(trailers)]);
}

export function chunk(octets: Uint8Array): Uint8Array {
  return join([octetsOf(`${octets.length.toString(16)}\r\n`), octets, octetsOf('\r\n')]);
}

export function lastChunk(trailers: readonly Field[]): Uint8Array {
  const lines = trailers.map(({ name, value }) => `${name}: ${value}\r\n`);
  return octetsOf(`0\r\n${lines.join('')}\r\n`);
}
