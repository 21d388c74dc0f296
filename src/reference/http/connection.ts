/**
 * One connection to the origin: octets in, octets out, and whether to close. Requests are answered in their order
 * (RFC9112-9.3.2-01); time comes from outside.
 */
import { answer } from './answer.ts';
import { membersOf, type Refusal, type Request } from './message.ts';
import { RequestReader } from './request-reader.ts';
import type { Resources } from './resources.ts';
import { explain, writeResponse } from './response.ts';

export interface Answered {
  readonly octets: Uint8Array;
  /** The server closes the connection after these octets, and reads nothing more from it. */
  readonly closed: boolean;
}

export class OriginConnection {
  readonly #reader = new RequestReader();
  readonly #resources: Resources;
  #closed = false;

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** @param now milliseconds since 1970 */
  receive(octets: Uint8Array, now: number): Answered {
    const pieces: Uint8Array[] = [];
    for (const read of this.#closed ? [] : this.#reader.read(octets)) {
      // RFC9112-9.6-04: nothing behind a request that asks for the close is processed.
      if (this.#closed) break;
      this.#closed = 'status' in read || !persists(read);
      pieces.push(this.#respond(read, now));
    }
    return { octets: join(pieces), closed: this.#closed };
  }

  #respond(read: Request | Refusal, now: number): Uint8Array {
    const close = this.#closed;
    if ('status' in read)
      return writeResponse(explain(read.status, read.why), { now, head: read.head === true, close });
    const response = answer(read, { resources: this.#resources, now });
    return writeResponse(response, { now, head: read.method === 'HEAD', close });
  }
}

/** RFC 9112 section 9.3. The keep-alive of HTTP/1.0 is not honoured. */
function persists({ minor, fields }: Request): boolean {
  return minor >= 1 && !membersOf(fields, 'connection').includes('close');
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
