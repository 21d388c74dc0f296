/**
 * The client's end of one connection: which request is waiting for its response, and whether another may follow
 * (RFC 9112 sections 9.2, 9.3 and 9.6). One request at a time: what is not pipelined need not be sorted out.
 */
import { type Field, membersOf, type ResponseHead, valuesOf } from '../message.ts';
import { CR, LF } from '../octets.ts';
import type { HttpFault } from '../parser/faults.ts';
import type { Framing } from '../parser/framing.ts';
import { CLIENT_LIMITS, type Limits } from '../parser/limits.ts';
import type { MessageParser } from '../parser/message-parser.ts';
import { responseParser } from '../parser/responses.ts';

export interface ResponseSink {
  /** RFC9110-15.2-02: any number of them, before the final one. */
  interim(head: ResponseHead): void;
  head(head: ResponseHead, framing: Framing): void;
  /** Octets [from, to) of an input. */
  content(octets: Uint8Array, from: number, to: number): void;
  end(trailers: readonly Field[]): void;
  /** No response, or not all of one (RFC9112-8-02). The connection is of no more use. */
  failed(why: Failure): void;
}

/** `closed`: the connection ended. `interim`: interim responses without end, or one that switches to another protocol. */
export type Failure = HttpFault | 'closed' | 'interim';

const MOST_INTERIMS = 100;

export class Upstream {
  readonly #parser: MessageParser<ResponseHead>;
  #method = 'GET';
  #sink: ResponseSink | undefined;
  #head: ResponseHead | undefined;
  #interims = 0;
  #isUsable = true;
  /** Not yet an octet of the response has come. */
  #isUnanswered = true;

  constructor(limits: Limits = CLIENT_LIMITS) {
    this.#parser = responseParser(
      {
        head: (head, framing) => this.#takeHead(head, framing),
        content: (octets, from, to) => this.#sink?.content(octets, from, to),
        end: (trailers) => this.#end(trailers),
        fault: (fault) => this.#fail(fault),
      },
      () => this.#method,
      limits,
    );
  }

  /** Another request may be sent on it. */
  get isFree(): boolean {
    return this.#isUsable && this.#sink === undefined;
  }

  get isUsable(): boolean {
    return this.#isUsable;
  }

  get isUnanswered(): boolean {
    return this.#isUnanswered;
  }

  /** A request with `method` is sent, and `sink` told of its response. `last`: it said that it is (RFC9112-9.6-06). */
  begin(method: string, sink: ResponseSink, last = false): void {
    this.#method = method;
    this.#sink = sink;
    this.#head = undefined;
    this.#interims = 0;
    this.#isUnanswered = true;
    if (last) this.#isUsable = false;
  }

  /** No request can follow: not all of the last one was sent, say. */
  spoil(): void {
    this.#isUsable = false;
  }

  receive(octets: Uint8Array): void {
    let at = 0;
    while (at < octets.length) {
      if (this.#sink === undefined) {
        // RFC9112-9.2-02, RFC9112-9.2-03: nobody asked. An empty line too many is an old habit.
        if (octets.subarray(at).some((octet) => octet !== CR && octet !== LF)) this.#isUsable = false;
        return;
      }
      this.#isUnanswered = false;
      at = this.#parser.receive(octets, at);
    }
  }

  /** The server sends nothing more. */
  finish(): void {
    this.#isUsable = false;
    this.#parser.finish();
    // It ended before the first octet of a response, or behind an interim one.
    this.#fail('closed');
  }

  #takeHead(head: ResponseHead, framing: Framing): void {
    this.#head = head;
    if (!isInterim(head)) {
      if (!persists(head, framing)) this.#isUsable = false;
      this.#sink?.head(head, framing);
      return;
    }
    this.#interims += 1;
    if (this.#interims > MOST_INTERIMS || head.status === 101) this.#fail('interim');
    else this.#sink?.interim(head);
  }

  #end(trailers: readonly Field[]): boolean {
    if (isInterim(this.#head)) return this.#sink === undefined;
    const sink = this.#sink;
    this.#sink = undefined;
    sink?.end(trailers);
    // RFC9112-6.3-18: what follows belongs to no request of this one's.
    return true;
  }

  #fail(why: Failure): void {
    const sink = this.#sink;
    this.#sink = undefined;
    this.#isUsable = false;
    sink?.failed(why);
  }
}

/** 101 is one too, though nobody here asks for it. */
function isInterim(head: ResponseHead | undefined): boolean {
  return head !== undefined && head.status >= 100 && head.status < 200;
}

/** RFC 9112 section 9.3, its list. */
function persists({ minor, fields }: ResponseHead, framing: Framing): boolean {
  const options = membersOf(fields, 'connection');
  if (options.includes('close') || framing.kind === 'close') return false;
  // RFC 9112 section 6.1: both fields at once is an attempt at something.
  const isDoubtful = valuesOf(fields, 'transfer-encoding').length > 0 && valuesOf(fields, 'content-length').length > 0;
  return !isDoubtful && (minor >= 1 || options.includes('keep-alive'));
}
