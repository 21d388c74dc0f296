/** What a parser tells, and what it has to be told of the kind of messages that it reads. */
import type { Field } from '../message.ts';
import type { FaultKind, HttpFault } from './faults.ts';
import type { FieldPlaces } from './field-places.ts';
import type { Framing } from './framing.ts';
import type { StartLine } from './start-line.ts';

/** Told of a message in the order of its octets. */
export interface MessageSink<Head> {
  head(head: Head, framing: Framing): void;
  /** Octets [from, to) of an input. */
  content(octets: Uint8Array, from: number, to: number): void;
  /** True: the parser stops behind this message. */
  end(trailers: readonly Field[]): boolean;
  /** The last that is told. `startLine`: of a message whose head was not told, as far as it was read. */
  fault(fault: HttpFault, startLine: string): void;
}

/** In what requests and responses differ. */
export interface Dialect<Head> {
  /** RFC9112-2.2-06: empty lines before a message are passed over. */
  readonly skipsEmptyLines: boolean;
  /** RFC 9112 sections 5.1 and 5.2: blanks before a colon are dropped and folded lines joined, rather than refused. */
  readonly mends: boolean;
  /** Reads the line [from, to) into `into`. */
  readStartLine(octets: Uint8Array, from: number, to: number, into: StartLine): FaultKind | undefined;
  /** The start line lies at octet `from`. */
  headOf(octets: Uint8Array, from: number, line: StartLine, places: FieldPlaces): Head;
  framingOf(head: Head): Framing | FaultKind;
}
