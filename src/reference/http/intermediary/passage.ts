/** One request on its way to a server, and its response on the way back. Content is passed on as it comes and never kept. */
import { chunk, lastChunk } from '../chunked.ts';
import type { OutgoingFraming as RequestFraming } from '../client/outgoing.ts';
import type { Failure, ResponseSink } from '../client/upstream.ts';
import type { Field, RequestHead, ResponseHead } from '../message.ts';
import { NO_OCTETS } from '../octets.ts';
import type { Framing } from '../parser/framing.ts';
import { wantsToPersist } from '../request-wishes.ts';
import type { Destination } from './destination.ts';
import { endToEnd } from './fields.ts';
import {
  type OutgoingFraming,
  outgoingFraming,
  writeInterim,
  writeRelayedContent,
  writeRelayedEnd,
  writeRelayedHead,
} from './relayed-response.ts';

export interface PassageOptions {
  readonly head: RequestHead;
  readonly framing: Framing;
  readonly destination: Destination;
  /** Of this intermediary. */
  readonly name: string;
  /** Sends octets to the client. */
  readonly reply: (octets: Uint8Array) => void;
  readonly now: () => number;
}

export class Passage implements ResponseSink {
  readonly request: RequestHead;
  readonly destination: Destination;
  readonly requestFraming: RequestFraming;
  /** All of the request has come. */
  isAsked = false;
  isRetry = false;
  /** Something of the final response has been passed on. */
  isAnswered = false;
  outcome: 'complete' | Failure | undefined;
  /** The client's connection ends with this response. */
  closes: boolean;
  readonly #options: PassageOptions;
  #framing: OutgoingFraming = 'none';
  #response: ResponseHead | undefined;

  constructor(options: PassageOptions) {
    const { head, framing, destination } = options;
    this.#options = options;
    this.request = head;
    this.destination = destination;
    if (framing.kind === 'length') this.requestFraming = { octets: framing.octets };
    else this.requestFraming = framing.kind === 'chunked' ? 'chunked' : 'none';
    // RFC9112-9.3-07: nothing is kept open for HTTP/1.0.
    this.closes = !wantsToPersist(head) || head.minor < 1;
  }

  /** Octets [from, to) of the request's content, as they go on. */
  contentOf(octets: Uint8Array, from: number, to: number): Uint8Array {
    return this.requestFraming === 'chunked' ? chunk(octets.subarray(from, to)) : octets.subarray(from, to);
  }

  endOf(trailers: readonly Field[]): Uint8Array {
    this.isAsked = true;
    if (this.requestFraming !== 'chunked') return NO_OCTETS;
    return lastChunk(endToEnd(trailers, this.request.fields));
  }

  interim(head: ResponseHead): void {
    // RFC9110-15.2-01: HTTP/1.0 has none.
    if (this.request.minor >= 1) this.#options.reply(writeInterim(head));
  }

  head(head: ResponseHead, framing: Framing): void {
    const { name, now, reply } = this.#options;
    const { minor } = this.request;
    this.#response = head;
    this.#framing = outgoingFraming(framing, minor);
    // What is left of the request would be taken for another one.
    if (!this.isAsked || this.#framing === 'close') this.closes = true;
    this.isAnswered = true;
    reply(writeRelayedHead(head, framing, { name, now: now(), minor, close: this.closes }));
  }

  content(octets: Uint8Array, from: number, to: number): void {
    this.#options.reply(writeRelayedContent(octets, from, to, this.#framing));
  }

  end(trailers: readonly Field[]): void {
    const kept = endToEnd(trailers, this.#response?.fields ?? []);
    const octets = writeRelayedEnd(kept, this.#framing);
    if (octets.length > 0) this.#options.reply(octets);
    this.outcome = 'complete';
  }

  failed(why: Failure): void {
    this.outcome = why;
  }
}
