/**
 * What the tester saw on one connection: responses, and every place where the octets are not as the grammar has them.
 * An observation never refuses; it reads on as far as any reading is possible, and keeps what was wrong and where, for
 * whichever rule is judged.
 */

export type Framing = 'none' | 'length' | 'chunked' | 'close';

export type FaultKind =
  /** No status line stands where a response should begin; nothing is read on. */
  | 'not-a-response'
  | 'not-a-request'
  | 'separator'
  /** The status code is not three digits; nothing is read on. */
  | 'status-form'
  | 'space-missing'
  | 'reason-form'
  | 'line-end'
  | 'bare-cr'
  | 'no-colon'
  | 'name-form'
  | 'value-form'
  | 'line-folding'
  | 'length-form'
  | 'length-and-coding'
  | 'chunk-form'
  | 'truncated'
  | 'left-over';

export interface HttpFault {
  readonly kind: FaultKind;
  /** The part of the message that is wrong: statusLine, version, status, reason, fieldLine, contentLength, chunk, content. */
  readonly field: string;
  /** First octet and number of octets concerned, counted from the first octet received on the connection. */
  readonly at: number;
  readonly octets: number;
  readonly expected: string;
  readonly actual: string;
}

export interface ObservedField {
  readonly name: string;
  /** Without the blanks around it, one character an octet. */
  readonly value: string;
  /** Where the value stands. */
  readonly at: number;
}

export interface ObservedResponse {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly ObservedField[];
  readonly framing: Framing;
  /** Fields of the trailer section of a chunked body. */
  readonly trailers: readonly ObservedField[];
  /** The body without its chunked coding. */
  readonly content: Uint8Array;
  /** Offsets on the connection: the status line, the octet after the empty line, the octet after the body. */
  readonly start: number;
  readonly bodyAt: number;
  readonly end: number;
  /** Whether all octets that the framing promises have come. */
  readonly complete: boolean;
  /** Status codes of the interim responses before it. */
  readonly interim: readonly number[];
}

export interface Observation {
  /** Final responses in order, at most one a request. */
  readonly responses: readonly ObservedResponse[];
  /** In the order of their octets, but for those of one message's framing. */
  readonly faults: readonly HttpFault[];
  /** The fault at which reading ended before every request had its response, if it did. */
  readonly unreadable?: HttpFault;
}

/** All values of a field, names compared without regard to case (RFC 9110 section 5.1). */
export function valuesOf(response: Pick<ObservedResponse, 'fields'>, name: string): readonly ObservedField[] {
  const wanted = name.toLowerCase();
  return response.fields.filter((field) => field.name.toLowerCase() === wanted);
}
