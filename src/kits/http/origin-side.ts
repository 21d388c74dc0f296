/**
 * The tester as an origin, for one scenario: reads what comes on every connection to it, answers each whole request with the
 * next answer of its script, and keeps all of it as evidence. What happened is kept in its order.
 */
import type { Scene } from '../../harness/scene.ts';
import type { StreamEvent, StreamsSurface } from '../../harness/surface.ts';
import { HEAD_RESPONSE_LAYER, REQUEST_LAYER, RESPONSE_LAYER } from './describe.ts';
import { valuesOf } from './observation.ts';
import { type ObservedRequest, readRequest } from './observe-requests.ts';
import { joinOctets, octetsOf } from './octet-text.ts';
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
    if (pending !== undefined) await this.#sendPiece(pending);
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
      await this.#read(connection, line, event.at);
      return;
    }
    this.moments.push({ kind: event.kind, connection });
    if (event.kind === 'opened') this.#lineOf(connection);
    // A client that has nothing more to say may still wait for the rest of its answer.
    const waits = this.#pending.some(({ asked }) => asked.connection === connection);
    if (event.kind === 'ended' && !waits) await this.#streams.finish(connection);
  }

  #lineOf(connection: number): Line {
    const known = this.#lines.get(connection);
    if (known !== undefined) return known;
    const line: Line = { octets: joinOctets([]), read: 0, continued: false, answered: false, tunnel: false };
    this.#lines.set(connection, line);
    return line;
  }

  async #read(connection: number, line: Line, at: StreamEvent['at']): Promise<void> {
    while (!line.tunnel) {
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
      if (!known) await this.#answer({ connection, request, at }, line, answer);
    }
    const octets = line.octets.subarray(line.read);
    line.read = line.octets.length;
    if (octets.length > 0) this.moments.push({ kind: 'tunnelled', connection, octets });
  }

  #answerTo({ method, target }: ObservedRequest): Answer {
    const before = this.asked.findIndex(({ request }) => request.method === method && request.target === target);
    return this.script[this.repeatsItself && before >= 0 ? before : this.asked.length] ?? this.otherwise;
  }

  async #answer(
    { connection, request, at }: { connection: number; request: ObservedRequest; at: StreamEvent['at'] },
    line: Line,
    answer: Answer,
  ): Promise<void> {
    const received = this.#scene.evidence.received(REQUEST_LAYER, line.octets.subarray(request.from, request.end), at);
    const asked: Asked = { request, connection, received };
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
