/** The reference of HTTP/1.1, sans-I/O (RFC 9110, RFC 9112): an origin server of static and other resources. */
import { OriginConnection } from './connection.ts';
import { join } from './octets.ts';
import { Site } from './site.ts';

export interface Answered {
  readonly octets: Uint8Array;
  /** The server closes the connection after these octets, and reads nothing more from it. */
  readonly closed: boolean;
}

export interface RespondContext {
  /** Default: a site of `defaultResources`. */
  readonly site?: Site;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The client ends its side behind these octets. */
  readonly ended?: boolean;
}

/** One connection at once: all octets that a client sends on it, to all that the server answers. */
export function respond(octets: Uint8Array, { site = new Site(), now, ended = false }: RespondContext): Answered {
  const connection = new OriginConnection(site, now);
  connection.receive(octets, now);
  if (ended) connection.finish(now);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = connection.take(Number.POSITIVE_INFINITY, now);
    if (piece.length === 0) break;
    pieces.push(piece);
  }
  const closed = connection.phase !== 'open';
  connection.abandon();
  return { octets: join(pieces), closed };
}

export { OriginConnection } from './connection.ts';
export type { Content } from './content.ts';
export { decodeRequest, decodeResponse } from './decode.ts';
export { defaultParameters, defaultResources } from './default-resources.ts';
export type { Resource, Resources } from './resources.ts';
export { Site } from './site.ts';
