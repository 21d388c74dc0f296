/**
 * The tester as an origin, for one scenario: reads what comes on every connection to it, answers each whole request with the
 * next answer of its script, and keeps all of it as evidence. What happened is kept in its order.
 */
import { Inconclusive } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { StreamEvent, StreamsSurface } from '../../harness/surface.ts';
import { HEAD_RESPONSE_LAYER, REQUEST_LAYER, RESPONSE_LAYER } from './describe.ts';
import { valuesOf } from './observation.ts';
import { type ObservedRequest, readRequest } from './observe-requests.ts';
import { joinOctets, octetsOf, textOf } from './octet-text.ts';
import { octetsOfText } from './wire-text.ts';

export interface Answer {
  /** All but the first are sent when nothing has happened for a moment. */
  readonly pieces: readonly Uint8Array[];
  /** What becomes of the connection after it. */
  readonly after: 'keep' | 'close' | 'reset';
  /** Given as soon as the header section is there, whether or not content is to come. */
  readonly early?: true;
}

/** A request that came, whole or as far as it ever did. */
export interface Asked {
  readonly request: ObservedRequest;
  readonly connection: number;
  /** Index of its octets in the evidence. */
  readonly received: number;
  /** It did not wait for the answer to the request before it (RFC 9112 section 9.3.2). */
  readonly isPipelined: boolean;
}

/** `answered`: with the last octet of the answer. */
export type Moment =
  | { readonly kind: 'opened' | 'ended' | 'reset'; readonly connection: number }
  | { readonly kind: 'asked' | 'answered'; readonly connection: number; readonly asked: Asked }
  /** Octets in the tunnel that a CONNECT made. */
  | { readonly kind: 'tunnelled'; readonly connection: number; readonly octets: Uint8Array };

interface Line {
  octets: Uint8Array;
  /** Octets that have been read as requests. */
  read: number;
  continued: boolean;
  /** The request under way has its answer already. */
  answered: boolean;
  tunnel: boolean;
  /** The next request has come before the answer to the last one was whole. */
  pipelined: boolean;
  at: StreamEvent['at'];
}

interface Pending {
  readonly asked: Asked;
  readonly answer: Answer;
  next: number;
}

/** What an origin answers that has nothing to be judged by. */
const PAGE = 'A page of the tester.';
export const ORDINARY: Answer = {
  pieces: [octetsOfText(`HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: ${PAGE.length}\n\n${PAGE}`)],
  after: 'keep',
};
const CONTINUE = octetsOf('HTTP/1.1 100 Continue\r\n\r\n');

export class OriginSide {
  readonly script: Answer[] = [];
  readonly asked: Asked[] = [];
  readonly moments: Moment[] = [];
  /** Whether a client that waits for 100 (RFC 9110 section 10.1.1) gets it. */
  givesContinue = true;
  /** A request for what has been asked for before is answered as it was then. */
  repeatsItself = false;
  /** The answer where the script has none. */
  otherwise = ORDINARY;
  readonly #scene: Scene;
  readonly #streams: StreamsSurface;
  readonly #lines = new Map<number, Line>();
  readonly #pending: Pending[] = [];

  constructor(scene: Scene, streams: StreamsSurface) {
    this.#scene = scene;
    this.#streams = streams;
  }

  /** Whether a moment of silence is waited for, to send the next piece of an answer. */
  get isHalfway(): boolean {
    return this.#pending.length > 0;
  }

  async goOn(): Promise<void> {
    const [pending] = this.#pending;
    if (pending === undefined) return;
    const { connection } = pending.asked;
    await this.#sendPiece(pending);
    await this.#read(connection, this.#lineOf(connection));
  }

  /** Octets of a connection that are no whole request, as far as they came. */
  leftOver(connection: number): Uint8Array {
    const line = this.#lines.get(connection);
    return line === undefined ? joinOctets([]) : line.octets.subarray(line.read);
  }

  get connections(): readonly number[] {
    return [...this.#lines.keys()];
  }

  async take(event: Exclude<StreamEvent, { kind: 'done' }>): Promise<void> {
    const { connection } = event;
    if (event.kind === 'octets') {
      const line = this.#lineOf(connection);
      line.octets = joinOctets([line.octets, event.octets]);
      line.at = event.at;
      await this.#read(connection, line);
      return;
    }
    this.moments.push({ kind: event.kind, connection });
    if (event.kind === 'opened') this.#lineOf(connection);
    // A client that has nothing more to say may still wait for the rest of its answer.
    if (event.kind === 'ended' && !this.#owes(connection)) await this.#streams.finish(connection);
  }

  #owes(connection: number): boolean {
    return this.#pending.some(({ asked }) => asked.connection === connection);
  }

  #lineOf(connection: number): Line {
    const known = this.#lines.get(connection);
    if (known !== undefined) return known;
    const octets = joinOctets([]);
    const flags = { continued: false, answered: false, tunnel: false, pipelined: false };
    const line: Line = { octets, read: 0, ...flags, at: { earliest: 0, latest: 0 } };
    this.#lines.set(connection, line);
    return line;
  }

  async #read(connection: number, line: Line): Promise<void> {
    // Requests that did not wait for the answer before theirs are answered in their order (RFC 9112 section 9.3.2).
    while (!line.tunnel && !this.#owes(connection)) {
      const found = readRequest(line.octets, line.read);
      if (found.kind !== 'request') return;
      const { request } = found;
      const isWhole = request.complete || request.faults.some(({ kind }) => kind === 'chunk-form');
      const answer = this.#answerTo(request);
      if (!isWhole && !line.answered && !answer.early) return this.#encourage(connection, line, request);
      if (!isWhole && line.answered) return;
      const known = line.answered;
      line.answered = !isWhole;
      if (isWhole) line.read = request.end;
      if (!known) await this.#answer(connection, request, line, answer);
    }
    if (!line.tunnel) return;
    const octets = line.octets.subarray(line.read);
    line.read = line.octets.length;
    if (octets.length > 0) this.moments.push({ kind: 'tunnelled', connection, octets });
  }

  #answerTo({ method, target }: ObservedRequest): Answer {
    const before = this.asked.findIndex(({ request }) => request.method === method && request.target === target);
    return this.script[this.repeatsItself && before >= 0 ? before : this.asked.length] ?? this.otherwise;
  }

  /** @throws Inconclusive where the answer is none for a client of that version */
  async #answer(connection: number, request: ObservedRequest, line: Line, answer: Answer): Promise<void> {
    const octets = line.octets.subarray(request.from, request.end);
    const received = this.#scene.evidence.received(REQUEST_LAYER, octets, line.at);
    if (request.version === 'HTTP/1.0' && isNew(answer)) {
      throw new Inconclusive('precondition', 'who asks in HTTP/1.0 may be sent no such answer');
    }
    const asked: Asked = { request, connection, received, isPipelined: line.pipelined };
    line.pipelined = false;
    line.continued = false;
    line.tunnel = request.method === 'CONNECT';
    this.moments.push({ kind: 'asked', connection, asked });
    this.asked.push(asked);
    const pending = { asked, answer, next: 0 };
    this.#pending.push(pending);
    await this.#sendPiece(pending);
  }

  /** RFC 9110 section 10.1.1: content that is held back until 100 comes. */
  async #encourage(connection: number, line: Line, request: ObservedRequest): Promise<void> {
    const waits = valuesOf(request, 'expect').some(({ value }) => value.toLowerCase() === '100-continue');
    if (!waits || line.continued || !this.givesContinue) return;
    line.continued = true;
    this.#scene.evidence.sent(RESPONSE_LAYER, CONTINUE, await this.#streams.send(connection, CONTINUE));
  }

  async #sendPiece(pending: Pending): Promise<void> {
    const { asked, answer } = pending;
    const { connection } = asked;
    const piece = answer.pieces[pending.next];
    pending.next += 1;
    const isLast = pending.next >= answer.pieces.length;
    if (isLast) {
      this.#pending.splice(this.#pending.indexOf(pending), 1);
      this.moments.push({ kind: 'answered', connection, asked });
      const line = this.#lineOf(connection);
      line.pipelined = !line.answered && line.octets.length > line.read;
    }
    if (piece !== undefined && piece.length > 0) {
      const layer = asked.request.method === 'HEAD' ? HEAD_RESPONSE_LAYER : RESPONSE_LAYER;
      this.#scene.evidence.sent(layer, piece, await this.#streams.send(connection, piece));
    }
    if (!isLast || answer.after === 'keep') return;
    if (answer.after === 'close') await this.#streams.finish(connection);
    else await this.#streams.reset(connection);
  }
}

/** What a server sends nobody who asks in HTTP/1.0: interim responses, transfer codings (RFC 9110 15.2, RFC 9112 6.1). */
function isNew({ pieces }: Answer): boolean {
  return /^HTTP\/1\.\d 1\d\d|\r\ntransfer-encoding:/i.test(textOf(joinOctets(pieces)));
}
