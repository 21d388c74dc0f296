/** The client's side of an intermediary: its requests one after the other, none before the last is answered. */
import type { Field, RequestHead } from '../message.ts';
import { join, NO_OCTETS } from '../octets.ts';
import { FAULTS, type HttpFault } from '../parser/faults.ts';
import type { Framing } from '../parser/framing.ts';
import type { MessageParser } from '../parser/message-parser.ts';
import { requestParser } from '../parser/requests.ts';
import { wantsToPersist } from '../request-wishes.ts';
import { explain, type Response, writeResponse } from '../response.ts';
import type { Passage } from './passage.ts';

/** What the intermediary does with it. */
export interface Middle {
  now(): number;
  /** A request begins: its passage to a server, or what is answered here. */
  begin(from: Downstream, head: RequestHead, framing: Framing): Passage | Response;
  /** Octets of the request that go on. */
  forward(from: Downstream, octets: Uint8Array): void;
  reply(from: Downstream, octets: Uint8Array): void;
  /** `abort`: what was sent is not whole. A passage that is not through is given up. */
  close(from: Downstream, how: 'end' | 'abort'): void;
}

const UNREAD: RequestHead = { method: '', target: '', minor: 1, fields: [] };

export class Downstream {
  readonly client: number;
  passage: Passage | undefined;
  readonly #middle: Middle;
  readonly #parser: MessageParser<RequestHead>;
  #unread: Uint8Array = NO_OCTETS;
  #head = UNREAD;
  /** Answered here, as soon as the request has come. */
  #own: Response | undefined;
  #isOver = false;

  constructor(client: number, middle: Middle) {
    this.client = client;
    this.#middle = middle;
    this.#parser = requestParser({
      head: (head, framing) => this.#begin(head, framing),
      content: (octets, from, to) => {
        if (this.passage !== undefined) middle.forward(this, this.passage.contentOf(octets, from, to));
      },
      end: (trailers) => this.#end(trailers),
      fault: (fault) => this.#refuse(fault),
    });
  }

  /** False: what the client sends is better left where it is. */
  get wantsInput(): boolean {
    return this.#unread.length === 0;
  }

  receive(octets: Uint8Array): void {
    this.#unread = this.#unread.length > 0 ? join([this.#unread, octets]) : octets;
    this.#read();
  }

  /** The client sends nothing more, and waits for what it has asked for. */
  finish(): void {
    if (this.passage?.isAsked) this.passage.closes = true;
    else {
      this.#parser.finish();
      this.#close('end');
    }
  }

  /** The response of its passage has been passed on. */
  answered(closes: boolean): void {
    this.passage = undefined;
    if (closes) this.#close('end');
    else this.#read();
  }

  /** Answers here what was to go on, and closes if not all of the request has come. */
  respond(response: Response, closes: boolean): void {
    const { method, minor } = this.#head;
    const close = closes || !wantsToPersist(this.#head) || minor < 1;
    const context = { now: this.#middle.now(), head: method === 'HEAD', close, minor, wantsTrailers: false };
    for (const content of writeResponse(response, context)) {
      if (content.length > 0) this.#middle.reply(this, content.read(0, content.length));
    }
    this.answered(close);
  }

  /** What was passed on of a response is all there is. */
  abort(): void {
    this.#close('abort');
  }

  #read(): void {
    const octets = this.#unread;
    this.#unread = NO_OCTETS;
    if (octets.length === 0 || this.#isOver) return;
    if (this.passage?.isAsked) {
      this.#unread = octets;
      return;
    }
    const at = this.#parser.receive(octets);
    if (at < octets.length && !this.#isOver) this.#unread = octets.subarray(at);
  }

  #begin(head: RequestHead, framing: Framing): void {
    this.#head = head;
    const begun = this.#middle.begin(this, head, framing);
    const hasContent = framing.kind === 'chunked' || (framing.kind === 'length' && framing.octets > 0);
    if (!('status' in begun)) this.passage = begun;
    else if (hasContent) this.respond(begun, true);
    else this.#own = begun;
  }

  /** Whether to read no further for now. */
  #end(trailers: readonly Field[]): boolean {
    if (this.#own !== undefined) {
      const own = this.#own;
      this.#own = undefined;
      this.respond(own, false);
    } else if (this.passage !== undefined) this.#middle.forward(this, this.passage.endOf(trailers));
    return this.#isOver || this.passage !== undefined;
  }

  #refuse({ kind, expected, actual }: HttpFault): void {
    if (this.passage?.isAnswered) this.#close('abort');
    else if (!this.#isOver)
      this.respond(explain(FAULTS[kind][1], `Expected is ${expected}; there is ${actual}.`), true);
  }

  #close(how: 'end' | 'abort'): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#middle.close(this, how);
    this.passage = undefined;
  }
}
