/** One request on one connection, and what has come of its response. It only takes note; what follows is for the agent. */
import { Gathered } from '../gathered.ts';
import { type Field, membersOf, type ResponseHead } from '../message.ts';
import type { Answer } from './agent-events.ts';
import type { Asked } from './redirect.ts';
import type { Failure, ResponseSink } from './upstream.ts';

export interface ExchangeOptions {
  /** The user's number of it. */
  readonly request: number;
  readonly asked: Asked;
  /** Redirections that led to it. */
  readonly hops: number;
  /** It has been asked before, without an answer. */
  readonly isRetry: boolean;
}

export class Exchange implements ResponseSink {
  readonly request: number;
  readonly asked: Asked;
  readonly hops: number;
  readonly isRetry: boolean;
  /** Content is still held back. */
  holdsContent: boolean;
  /** 100 has come. */
  mayGoOn = false;
  outcome: 'complete' | Failure | undefined;
  #head: ResponseHead | undefined;
  readonly #content = new Gathered();
  #trailers: readonly Field[] = [];

  constructor({ request, asked, hops, isRetry }: ExchangeOptions) {
    this.request = request;
    this.asked = asked;
    this.hops = hops;
    this.isRetry = isRetry;
    this.holdsContent = asked.expects && asked.content.length > 0;
  }

  /** What has come of the response. */
  get answer(): Answer | undefined {
    if (this.#head === undefined) return undefined;
    const { octets, length } = this.#content;
    const { minor, status, reason, fields } = this.#head;
    return { minor, status, reason, fields, content: octets.subarray(0, length), trailers: this.#trailers };
  }

  /** Nothing here takes another coding off than chunked. */
  get hasUnknownCoding(): boolean {
    return (
      this.#head !== undefined && membersOf(this.#head.fields, 'transfer-encoding').some((each) => each !== 'chunked')
    );
  }

  interim({ status }: ResponseHead): void {
    if (status === 100) this.mayGoOn = true;
  }

  head(head: ResponseHead): void {
    this.#head = head;
  }

  content(octets: Uint8Array, from: number, to: number): void {
    this.#content.add(octets, from, to);
  }

  end(trailers: readonly Field[]): void {
    this.#trailers = trailers;
    this.outcome = 'complete';
  }

  failed(why: Failure): void {
    this.outcome = why;
  }
}
