/** The reference origin server of HTTP/1.1, sans-I/O: static resources, GET and HEAD (RFC 9110, RFC 9112). */
import { type Answered, OriginConnection } from './connection.ts';
import { defaultResources, type Resources } from './resources.ts';

export interface RespondContext {
  /** Default: `defaultResources`. */
  readonly resources?: Resources;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One connection at once: all octets that a client sends on it, to all that the server answers. */
export function respond(octets: Uint8Array, { resources = defaultResources, now }: RespondContext): Answered {
  return new OriginConnection(resources).receive(octets, now);
}

export { type Answered, OriginConnection } from './connection.ts';
export { defaultParameters, defaultResources } from './resources.ts';
