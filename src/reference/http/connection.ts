/**
 * One connection to the origin, sans-I/O: octets in, octets out, time from outside. Requests are answered in their order
 * (RFC9112-9.3.2-01). Whoever carries its octets calls `receive`, `finish` and `wake` as things happen, sends what `take`
 * gives, and after each of them looks at `phase`, `wantsInput` and `wakeAt`.
 */
import { answer } from './answer.ts';
import { contentOf } from './content.ts';
import { Gathered } from './gathered.ts';
import type { Request, RequestHead } from './message.ts';
import { join, NO_OCTETS } from './octets.ts';
import { Output } from './output.ts';
import { FAULTS, type HttpFault } from './parser/faults.ts';
import type { Framing } from './parser/framing.ts';
import type { MessageParser } from './parser/message-parser.ts';
import { requestParser } from './parser/requests.ts';
import { waitsForContinue, wantsToPersist, wantsTrailers } from './request-wishes.ts';
import { CONTINUE, explain, type Response, writeResponse } from './response.ts';
import type { Patience, Site } from './site.ts';

/**
 * `open`: requests are taken. `closing`: no more of them, but there is something to send. `sent`: all is sent; the carrier
 * ends its side and waits for the client to end its own (RFC 9112 section 9.6). `closed`: the carrier lets go.
 */
export type Phase = 'open' | 'closing' | 'sent' | 'closed';

type Head = Pick<RequestHead, 'method' | 'minor' | 'fields'>;

/** While as much waits to be sent, no further request is read. */
const MUCH = 65_536;
const BUSY = explain(503, 'There are too many connections.', [['Retry-After', '5']]);
const UNREAD: Head = { method: '', minor: 1, fields: [] };

export class OriginConnection {
  readonly #site: Site;
  readonly #parser: MessageParser<RequestHead>;
  readonly #output = new Output();
  #phase: Phase = 'open';
  #now: number;
  #head: RequestHead | undefined;
  #framing: Request['framing'] = 'none';
  readonly #content = new Gathered();
  #unread: Uint8Array = NO_OCTETS;
  #clientEnded = false;
  #isCutOff = false;
  /** It came while the site could still take it. */
  readonly #isAdmitted: boolean;
  /** Requests whose heads have come. */
  #requests = 0;
  /** What it waits for, since when, and during which request. */
  #wait: { readonly what: keyof Patience; readonly since: number; readonly request: number };

  /** @param now here and below, milliseconds since 1970 */
  constructor(site: Site, now: number) {
    this.#site = site;
    this.#now = now;
    this.#wait = { what: 'idle', since: now, request: 0 };
    this.#parser = requestParser(
      {
        head: (head, framing) => this.#begin(head, framing),
        content: (octets, from, to) => this.#content.add(octets, from, to),
        end: () => this.#end(),
        fault: (fault, startLine) => this.#refuse(fault, startLine),
      },
      site.limits,
    );
    site.opened();
    this.#isAdmitted = !site.isOverloaded;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** It ended before all was sent that was promised, and shall not look otherwise. */
  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  /** False: what the client sends is better left where it is, until something has been taken. */
  get wantsInput(): boolean {
    return this.#phase !== 'open' || (this.#unread.length === 0 && this.#output.length < MUCH);
  }

  /** Octets that it keeps of what has come. */
  get kept(): number {
    return this.#parser.kept + this.#content.length + this.#unread.length;
  }

  /** When to `wake` it, unless something else happens before. */
  get wakeAt(): number | undefined {
    return this.#phase === 'closed' ? undefined : this.#wait.since + this.#site.patience[this.#wait.what];
  }

  /** The octets are not to be changed afterwards. */
  receive(octets: Uint8Array, now: number): void {
    this.#now = now;
    // RFC9112-9.6-04, RFC9112-9.6-05: nothing behind the last request is processed.
    if (this.#phase === 'open') this.#read(this.#unread.length > 0 ? join([this.#unread, octets]) : octets);
    // Whatever it is, it is too much.
    if (!this.#isAdmitted) this.#respond(UNREAD, BUSY, true);
    this.#settle();
  }

  /** The client sends nothing more. */
  finish(now: number): void {
    this.#now = now;
    this.#clientEnded = true;
    this.#settle();
  }

  /** The connection is gone. */
  abandon(): void {
    this.#close();
  }

  wake(now: number): void {
    this.#now = now;
    const { wakeAt } = this;
    if (wakeAt === undefined || now < wakeAt) return;
    switch (this.#wait.what) {
      case 'idle':
        this.#endRequests();
        break;
      case 'head':
      case 'content':
        this.#respond(this.#head ?? UNREAD, explain(408, 'The request took too long.'), true);
        break;
      case 'output':
      case 'linger':
        this.#close();
        break;
      default:
        this.#wait.what satisfies never;
    }
    this.#settle();
  }

  /** What is to be sent next, at most `room` octets. */
  take(room: number, now: number): Uint8Array {
    this.#now = now;
    const octets = this.#output.take(room);
    if (octets.length > 0) this.#wait = { ...this.#wait, since: now };
    if (this.#output.isSpoiled) this.#close();
    if (this.#phase === 'open' && this.#unread.length > 0 && this.#output.length < MUCH) this.#read(this.#unread);
    this.#settle();
    return octets;
  }

  #read(octets: Uint8Array): void {
    const at = this.#parser.receive(octets);
    this.#unread = this.#phase === 'open' && at < octets.length ? octets.subarray(at) : NO_OCTETS;
  }

  #begin(head: RequestHead, framing: Framing): void {
    this.#head = head;
    this.#requests += 1;
    this.#framing = framing.kind === 'close' ? 'none' : framing.kind;
    if (!this.#isAdmitted) this.#respond(head, BUSY, true);
    else if (
      waitsForContinue(head) &&
      (framing.kind === 'chunked' || (framing.kind === 'length' && framing.octets > 0))
    )
      this.#beforeContent(head);
  }

  /** RFC9110-10.1.1-03: either the client is told to go on, or all there is to tell; then it need not send the content. */
  #beforeContent(head: RequestHead): void {
    const response = this.#answer(head, NO_OCTETS);
    // RFC9110-10.1.1-06
    if (response.status >= 400) this.#respond(head, response, true);
    else this.#output.add(contentOf(CONTINUE));
  }

  /** Whether to read no further for now. */
  #end(): boolean {
    const head = this.#head;
    if (this.#phase !== 'open' || head === undefined) return true;
    const response = this.#answer(head, this.#content.take());
    this.#head = undefined;
    // RFC 9112 section 9.3: content that ends with the connection ends the connection.
    this.#respond(head, response, !wantsToPersist(head) || (response.generated !== undefined && head.minor < 1));
    return this.#phase !== 'open' || this.#output.length >= MUCH;
  }

  #answer({ method, target, minor, fields }: RequestHead, content: Uint8Array): Response {
    const request = { method, target, minor, fields, content, framing: this.#framing };
    return answer(request, { site: this.#site, now: this.#now });
  }

  /** RFC9112-2.2-09: where the next request would begin is not known any more. */
  #refuse({ kind, expected, actual }: HttpFault, startLine: string): void {
    if (this.#phase !== 'open') return;
    const [, status] = FAULTS[kind];
    const head = this.#head ?? (startLine.startsWith('HEAD ') ? { ...UNREAD, method: 'HEAD' } : UNREAD);
    this.#respond(head, explain(status, `Expected is ${expected}; there is ${actual}.`), true);
  }

  #respond(head: Head, response: Response, close: boolean): void {
    if (this.#phase !== 'open') return;
    const context = {
      now: this.#now,
      head: head.method === 'HEAD',
      close,
      minor: head.minor,
      wantsTrailers: wantsTrailers(head),
    };
    for (const content of writeResponse(response, context)) this.#output.add(content);
    if (close) this.#endRequests();
  }

  /** What has come of another one is let go. */
  #endRequests(): void {
    this.#phase = 'closing';
    this.#parser.abandon();
    this.#content.take();
    this.#unread = NO_OCTETS;
  }

  #settle(): void {
    if (this.#phase === 'open' && this.#clientEnded && this.#unread.length === 0) {
      this.#parser.finish();
      this.#endRequests();
    }
    if (this.#phase === 'closing' && this.#output.length === 0) this.#phase = 'sent';
    if (this.#phase === 'sent' && this.#clientEnded) this.#close();
    const what = this.#waitsFor();
    if (what !== this.#wait.what || this.#requests !== this.#wait.request)
      this.#wait = { what, since: this.#now, request: this.#requests };
  }

  #waitsFor(): keyof Patience {
    if (this.#output.length > 0) return 'output';
    if (this.#phase !== 'open') return 'linger';
    if (this.#head !== undefined) return 'content';
    return this.#parser.isBetweenMessages ? 'idle' : 'head';
  }

  #close(): void {
    if (this.#phase === 'closed') return;
    this.#isCutOff = this.#output.length > 0 || this.#output.isSpoiled;
    this.#endRequests();
    this.#phase = 'closed';
    this.#site.closed();
  }
}
