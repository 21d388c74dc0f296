/**
 * Reads messages off a connection, whatever the pieces in which its octets come (RFC 9112 sections 2 to 7). Every state
 * takes every octet: to itself, to another state, or to FAULTED, which is final and takes the rest. What it has found so
 * far depends on the octets alone, never on where they were cut. It keeps no content, and of the rest what `Limits` allows.
 */
import type { Field } from '../message.ts';
import { CR, LF } from '../octets.ts';
import { findWholeChunk, readChunkLine } from './chunk-line.ts';
import { excerpt, firstLineOf, framingOf } from './excerpts.ts';
import { type FaultKind, faultOf } from './faults.ts';
import { type FieldRules, FieldSection } from './field-section.ts';
import type { Limits } from './limits.ts';
import type { Dialect, MessageSink } from './message-sink.ts';
import { Section } from './section.ts';
import type { StartLine } from './start-line.ts';
import { type LineState, type ParserState, roomFor, TOO_LONG } from './states.ts';

const NO_FIELDS: readonly Field[] = [];

export class MessageParser<Head> {
  #state: ParserState = 'START-LINE';
  readonly #dialect: Dialect<Head>;
  readonly #sink: MessageSink<Head>;
  readonly #limits: Limits;
  readonly #section = new Section();
  readonly #fields = new FieldSection();
  readonly #line: StartLine = { firstEnd: 0, secondEnd: 0, end: 0, minor: 1, status: 0 };
  readonly #fieldRules: FieldRules;
  /** Where the field lines of a head begin in their section. */
  #fieldsAt = 0;
  /** Octets of the message before the section, or before the data that is being read. */
  #before = 0;
  /** Octets that CONTENT or CHUNK-DATA still waits for. */
  #waiting = 0;
  /** Octets of content that have come, or that chunks have promised, where no length tells them. */
  #content = 0;
  #isStopped = false;
  readonly #chunk = { data: 0, size: 0 };

  constructor(dialect: Dialect<Head>, sink: MessageSink<Head>, limits: Limits) {
    this.#dialect = dialect;
    this.#sink = sink;
    this.#limits = limits;
    this.#fieldRules = { mends: dialect.mends, most: limits.fields };
  }

  get state(): ParserState {
    return this.#state;
  }

  /** Nothing of a message has come yet. */
  get isBetweenMessages(): boolean {
    return this.#state === 'START-LINE' && !this.#section.isKept;
  }

  /**
   * Reads `input` from octet `at` on; where it stopped, which is its end unless the sink wanted to. The octets are not to be
   * changed afterwards: what is told of them may still be read there.
   */
  receive(input: Uint8Array, at = 0): number {
    const end = input.length;
    if (!this.#section.isKept) this.#section.begin(input, at);
    let next = at;
    while (next < end && !this.#isStopped) next = this.#take(input, next, end);
    if (this.#isStopped) this.#isStopped = false;
    else if (this.#isInLines && !this.#section.isKept && this.#section.lengthAt(end) > 0)
      this.#section.keepRest(input, end);
    return next;
  }

  /** Octets that it keeps. */
  get kept(): number {
    return this.#section.isKept ? this.#section.lengthAt(0) : 0;
  }

  /** Takes the rest without a word, and keeps nothing. */
  abandon(): void {
    this.#state = 'FAULTED';
    this.#section.leave();
  }

  /** The connection ends here. */
  finish(): void {
    if (this.#state === 'UNTIL-CLOSE') this.#end(NO_FIELDS);
    else if (this.#state !== 'FAULTED' && !this.isBetweenMessages)
      this.#fault('incomplete', this.#section.lengthAt(this.#section.from), 'the end of the connection');
  }

  /** The head that is being read has not been told yet. */
  get #isInHead(): boolean {
    return this.#state === 'START-LINE' || this.#state === 'FIELD-LINE';
  }

  get #isInLines(): boolean {
    switch (this.#state) {
      case 'CONTENT':
      case 'CHUNK-DATA':
      case 'UNTIL-CLOSE':
      case 'FAULTED':
        return false;
      default:
        return true;
    }
  }

  #take(input: Uint8Array, at: number, end: number): number {
    switch (this.#state) {
      case 'FAULTED':
        return end;
      case 'UNTIL-CLOSE':
        return this.#takeUntilClose(input, at, end);
      case 'CONTENT':
      case 'CHUNK-DATA':
        return this.#takeData(input, at, Math.min(end, at + this.#waiting));
      case 'CHUNK-END':
        // Nearly always both octets are there.
        if (input[at] === CR && input[at + 1] === LF && !this.#section.isKept) {
          this.#before += 2;
          return this.#enter('CHUNK-SIZE', input, at + 2);
        }
        return this.#takeLine(input, at, end, 'CHUNK-END');
      case 'CHUNK-SIZE': {
        const next = this.#section.isKept ? at : this.#takeChunks(input, at, end);
        return next > at ? next : this.#takeLine(input, at, end, 'CHUNK-SIZE');
      }
      case 'FIELD-LINE':
      case 'TRAILER-LINE': {
        const next = this.#section.isKept ? at : this.#takeFields(input, at, end, this.#state);
        return next > at ? next : this.#takeLine(input, at, end, this.#state);
      }
      case 'START-LINE':
        return this.#takeLine(input, at, end, 'START-LINE');
      default:
        return this.#state satisfies never;
    }
  }

  #takeUntilClose(input: Uint8Array, at: number, end: number): number {
    const to = Math.min(end, at + this.#limits.content - this.#content);
    if (to > at) this.#sink.content(input, at, to);
    this.#content += to - at;
    this.#before += to - at;
    if (to < end) {
      this.#section.begin(input, to);
      this.#fault('content-too-large', 0, `more than ${this.#limits.content} octets`);
    }
    return end;
  }

  /** Chunks that lie whole in the input. */
  #takeChunks(input: Uint8Array, begin: number, end: number): number {
    let at = begin;
    for (;;) {
      if (!findWholeChunk(input, at, end, this.#chunk)) break;
      const { data, size } = this.#chunk;
      if (this.#content + size > this.#limits.content) break;
      this.#content += size;
      this.#sink.content(input, data, data + size);
      at = data + size + 2;
    }
    this.#before += at - begin;
    this.#section.begin(input, at);
    return at;
  }

  /** Field lines that lie whole in the input. */
  #takeFields(input: Uint8Array, at: number, end: number, state: 'FIELD-LINE' | 'TRAILER-LINE'): number {
    const { from } = this.#section;
    const { section, fieldLine, fields } = this.#limits;
    const most = from + (state === 'FIELD-LINE' ? this.#fieldsAt : 0) + section;
    const next = this.#fields.readGood(input, at, Math.min(end, most + 1), from, fieldLine, fields);
    this.#section.taken = next - from;
    return next;
  }

  #takeData(input: Uint8Array, at: number, to: number): number {
    this.#sink.content(input, at, to);
    this.#before += to - at;
    this.#waiting -= to - at;
    if (this.#waiting > 0) return to;
    if (this.#state === 'CHUNK-DATA') return this.#enter('CHUNK-END', input, to);
    this.#end(NO_FIELDS);
    this.#section.begin(input, to);
    return to;
  }

  #takeLine(input: Uint8Array, at: number, end: number, state: LineState): number {
    const section = this.#section;
    const most = roomFor(state, this.#limits, this.#fieldsAt, section.taken);
    const room = most - section.lengthAt(at);
    const next = section.find(input, at, Math.min(end, at + room + 1));
    if (next < 0) {
      section.keepRest(input, at);
      if (end - at > room) this.#fault(TOO_LONG[state], state === 'CHUNK-END' ? 0 : most, `more than ${most} octets`);
      return end;
    }
    if (this.#endLine(state)) {
      section.takeLine();
      return next;
    }
    if (this.#state === 'FAULTED') return end;
    section.begin(input, next);
    return next;
  }

  #enter(state: ParserState, input: Uint8Array, at: number): number {
    this.#state = state;
    this.#section.begin(input, at);
    return at;
  }

  /** Whether the section goes on behind the line. */
  #endLine(state: LineState): boolean {
    switch (state) {
      case 'START-LINE':
        return this.#endStartLine();
      case 'FIELD-LINE':
        return this.#endFieldLine() || this.#endHead();
      case 'TRAILER-LINE':
        return this.#endFieldLine() || this.#endTrailer();
      case 'CHUNK-SIZE':
        return this.#endChunkSize();
      case 'CHUNK-END':
        return this.#endChunk();
      default:
        return state satisfies never;
    }
  }

  /** RFC9112-2.2-04: a lone LF ends a start line or field line as well. */
  get #lineEnd(): number {
    const { octets, line, lf } = this.#section;
    return lf > line && octets[lf - 1] === CR ? lf - 1 : lf;
  }

  #endStartLine(): boolean {
    const { octets, from, line, lf } = this.#section;
    const to = this.#lineEnd;
    if (line === to && this.#dialect.skipsEmptyLines) return false;
    const kind = this.#dialect.readStartLine(octets, line, to, this.#line);
    if (kind !== undefined) return this.#fault(kind, 0, this.#excerpt(0));
    this.#state = 'FIELD-LINE';
    this.#fieldsAt = lf + 1 - from;
    this.#fields.begin();
    return true;
  }

  /** False behind the empty line that ends the section. */
  #endFieldLine(): boolean {
    const { octets, from, line } = this.#section;
    const to = this.#lineEnd;
    if (line === to) return false;
    const fault = this.#fields.read(octets, line, to, from, this.#fieldRules);
    if (fault !== undefined) this.#fault(fault.kind, fault.at - from, this.#excerpt(fault.at - line));
    return true;
  }

  #endHead(): boolean {
    const { octets, from, lf } = this.#section;
    const places = this.#fields.end(octets, from);
    const head = this.#dialect.headOf(octets, from, this.#line, places);
    const framing = this.#dialect.framingOf(head);
    if (typeof framing === 'string') return this.#fault(framing, this.#fieldsAt, framingOf(places));
    if (framing.kind === 'length' && framing.octets > this.#limits.content)
      return this.#fault('content-too-large', this.#fieldsAt, framingOf(places));
    this.#before += lf + 1 - from;
    this.#section.leave();
    this.#sink.head(head, framing);
    // Who was told may not want the rest.
    if (this.#state === 'FAULTED') return false;
    this.#waiting = framing.kind === 'length' ? framing.octets : 0;
    this.#content = 0;
    if (framing.kind === 'chunked') this.#state = 'CHUNK-SIZE';
    else if (framing.kind === 'close') this.#state = 'UNTIL-CLOSE';
    else if (this.#waiting > 0) this.#state = 'CONTENT';
    else this.#end(NO_FIELDS);
    return false;
  }

  #endChunkSize(): boolean {
    const { octets, line, lf } = this.#section;
    const size = readChunkLine(octets, line, lf);
    if (typeof size === 'string') return this.#fault(size, 0, this.#excerpt(0));
    this.#content += size;
    if (this.#content > this.#limits.content) return this.#fault('content-too-large', 0, this.#excerpt(0));
    this.#before += lf + 1 - line;
    this.#waiting = size;
    this.#state = size > 0 ? 'CHUNK-DATA' : 'TRAILER-LINE';
    this.#fields.begin();
    return false;
  }

  #endChunk(): boolean {
    const { octets, line, lf } = this.#section;
    if (octets[line] !== CR || lf !== line + 1) return this.#fault('chunk-end-form', 0, this.#excerpt(0));
    this.#before += 2;
    this.#state = 'CHUNK-SIZE';
    return false;
  }

  #endTrailer(): boolean {
    const { octets, from } = this.#section;
    this.#end(this.#fields.end(octets, from).all());
    return false;
  }

  #end(trailers: readonly Field[]): void {
    this.#state = 'START-LINE';
    this.#before = 0;
    this.#isStopped = this.#sink.end(trailers);
  }

  /** Of the line, from its octet `at` on. */
  #excerpt(at: number): string {
    const { octets, line } = this.#section;
    return excerpt(octets, line + at, this.#lineEnd);
  }

  /** `at`: among the octets of the section. */
  #fault(kind: FaultKind, at: number, actual: string): false {
    const { octets, from } = this.#section;
    const startLine = this.#isInHead ? firstLineOf(octets, from) : '';
    this.#state = 'FAULTED';
    this.#sink.fault(faultOf(kind, this.#before + at, actual), startLine);
    return false;
  }
}
