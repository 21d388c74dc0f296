/**
 * Reads requests off a connection, whatever the pieces in which its octets come (RFC 9112 sections 2 to 7). Every state
 * takes every octet: to itself, to another state, or to REFUSED, which is final and takes the rest.
 */
import { readFieldLine } from './field-line.ts';
import type { Field, Refusal, Request } from './message.ts';
import { framingOf } from './request-framing.ts';
import { type RequestLine, readRequestLine } from './request-line.ts';

export type ReaderState =
  | 'REQUEST-LINE'
  | 'FIELD-LINE'
  | 'CONTENT'
  | 'CHUNK-SIZE'
  | 'CHUNK-DATA'
  | 'CHUNK-END'
  | 'TRAILER'
  | 'REFUSED';

/** RFC 9112 section 3 recommends 8000 octets for a request line. */
const LONGEST_LINE = 16_384;
const LARGEST_SECTION = 65_536;
const LARGEST_CONTENT = 1_048_576;
const LF = 0x0a;
const NO_REQUEST_LINE: RequestLine = { method: '', target: '', minor: 1 };

export class RequestReader {
  #state: ReaderState = 'REQUEST-LINE';
  #line = '';
  #requestLine = NO_REQUEST_LINE;
  #fields: Field[] = [];
  #section = 0;
  #content: number[] = [];
  /** Octets that CONTENT or CHUNK-DATA still waits for. */
  #waiting = 0;

  get state(): ReaderState {
    return this.#state;
  }

  /** Every request that is whole now, and after the last a refusal where one was due. */
  read(octets: Uint8Array): (Request | Refusal)[] {
    const found: (Request | Refusal)[] = [];
    for (const octet of octets) {
      const read = this.#take(octet);
      if (read === undefined) continue;
      if ('status' in read) {
        found.push({ ...read, head: this.#requestLine.method === 'HEAD' });
        this.#state = 'REFUSED';
      } else {
        found.push(read);
        this.#begin();
      }
    }
    return found;
  }

  #take(octet: number): Request | Refusal | undefined {
    switch (this.#state) {
      case 'REFUSED':
        return undefined;
      case 'CONTENT':
        this.#content.push(octet);
        this.#waiting -= 1;
        return this.#waiting === 0 ? this.#request() : undefined;
      case 'CHUNK-DATA':
        this.#content.push(octet);
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#state = 'CHUNK-END';
        return undefined;
      case 'REQUEST-LINE':
      case 'FIELD-LINE':
      case 'CHUNK-SIZE':
      case 'CHUNK-END':
      case 'TRAILER':
        return this.#takeOfLine(octet, this.#state);
      default:
        return this.#state satisfies never;
    }
  }

  #takeOfLine(octet: number, state: LineState): Request | Refusal | undefined {
    if (octet !== LF) {
      this.#line += String.fromCharCode(octet);
      return this.#line.length > LONGEST_LINE ? TOO_LONG[state] : undefined;
    }
    // RFC9112-2.2-04: a lone LF ends a line as well.
    const line = this.#line.endsWith('\r') ? this.#line.slice(0, -1) : this.#line;
    this.#line = '';
    // RFC9112-2.2-03
    if (line.includes('\r')) return { status: 400, why: 'A CR stands without LF.' };
    switch (state) {
      case 'REQUEST-LINE':
        return this.#endRequestLine(line);
      case 'FIELD-LINE':
        return this.#endFieldLine(line);
      case 'CHUNK-SIZE':
        return this.#endChunkSize(line);
      case 'CHUNK-END':
        this.#state = 'CHUNK-SIZE';
        return line === '' ? undefined : { status: 400, why: 'A chunk is longer than its size.' };
      case 'TRAILER':
        return this.#endTrailerLine(line);
      default:
        return state satisfies never;
    }
  }

  #endRequestLine(line: string): Refusal | undefined {
    // RFC9112-2.2-06: empty lines before a request are passed over.
    if (line === '') return undefined;
    const read = readRequestLine(line);
    if ('status' in read) return read;
    this.#requestLine = read;
    this.#state = 'FIELD-LINE';
    return undefined;
  }

  #endFieldLine(line: string): Request | Refusal | undefined {
    if (line === '') return this.#endSection();
    const field = this.#readField(line);
    if ('status' in field) return field;
    this.#fields.push(field);
    return undefined;
  }

  /** A field of the trailer section is read as one and then dropped (RFC 9112 section 7.1.2). */
  #endTrailerLine(line: string): Request | Refusal | undefined {
    if (line === '') return this.#request();
    const field = this.#readField(line);
    return 'status' in field ? field : undefined;
  }

  #readField(line: string): Field | Refusal {
    this.#section += line.length;
    if (this.#section > LARGEST_SECTION) return TOO_LONG['FIELD-LINE'];
    return readFieldLine(line);
  }

  #endSection(): Request | Refusal | undefined {
    const framing = framingOf(this.#requestLine.minor, this.#fields);
    if ('status' in framing) return framing;
    if (framing.octets === 0) return this.#request();
    this.#state = framing.octets === 'chunked' ? 'CHUNK-SIZE' : 'CONTENT';
    this.#waiting = framing.octets === 'chunked' ? 0 : framing.octets;
    return undefined;
  }

  #endChunkSize(line: string): Refusal | undefined {
    // RFC 9112 section 7.1.1: extensions that nobody knows are ignored.
    const size = /^([0-9A-Fa-f]{1,16})[ \t]*(?:;.*)?$/.exec(line)?.[1];
    if (size === undefined) return { status: 400, why: 'A chunk has no size.' };
    this.#waiting = Number.parseInt(size, 16);
    if (this.#content.length + this.#waiting > LARGEST_CONTENT)
      return { status: 413, why: 'The content is too large.' };
    this.#state = this.#waiting === 0 ? 'TRAILER' : 'CHUNK-DATA';
    return undefined;
  }

  #request(): Request {
    return { ...this.#requestLine, fields: this.#fields, content: Uint8Array.from(this.#content) };
  }

  #begin(): void {
    this.#state = 'REQUEST-LINE';
    this.#requestLine = NO_REQUEST_LINE;
    this.#fields = [];
    this.#section = 0;
    this.#content = [];
  }
}

type LineState = Exclude<ReaderState, 'CONTENT' | 'CHUNK-DATA' | 'REFUSED'>;

const TOO_LONG: Readonly<Record<LineState, Refusal>> = {
  'REQUEST-LINE': { status: 414, why: 'The request line is too long.' },
  'FIELD-LINE': { status: 431, why: 'The header section is too large.' },
  'CHUNK-SIZE': { status: 400, why: 'A chunk size is too long.' },
  'CHUNK-END': { status: 400, why: 'A chunk is longer than its size.' },
  TRAILER: { status: 431, why: 'The trailer section is too large.' },
};
