/**
 * What octets can have wrong with them, as values. A kind keeps its number for ever and a number is never given again, so
 * that records of different versions can be held against each other.
 */

/** Per kind: its number, what should have been there, and the status with which a server refuses it (RFC 9110 section 15.5). */
export const FAULTS = {
  'start-line-form': [1, 400, 'method, space, target, space, HTTP-version'],
  'version-unsupported': [2, 505, 'HTTP/1.1'],
  'start-line-too-long': [3, 414, 'a start line that is not as long'],
  'bare-cr': [4, 400, 'LF after CR'],
  'line-folding': [5, 400, 'a field name at the beginning of the line'],
  'field-name-form': [6, 400, 'a token, and a colon after it'],
  'blank-before-colon': [7, 400, 'the colon right after the field name'],
  'field-value-form': [8, 400, 'a field value of visible characters and blanks'],
  'section-too-large': [9, 431, 'fields that take less room'],
  'too-many-fields': [10, 431, 'fewer fields'],
  'length-form': [11, 400, 'one decimal number of octets'],
  'length-conflict': [12, 400, 'equal values of Content-Length'],
  'length-with-coding': [13, 400, 'Content-Length or Transfer-Encoding, not both'],
  'coding-in-http-1.0': [14, 400, 'no Transfer-Encoding in HTTP/1.0'],
  'coding-unending': [15, 400, 'chunked as the last transfer coding, and there alone'],
  'coding-unknown': [16, 501, 'the transfer coding chunked'],
  'content-too-large': [17, 413, 'less content'],
  'chunk-size-form': [18, 400, 'a chunk size in hexadecimal digits, then its extensions or CRLF'],
  'chunk-extension-form': [19, 400, 'chunk extensions of visible characters and blanks'],
  'chunk-line-too-long': [20, 400, 'fewer chunk extensions'],
  'chunk-end-form': [21, 400, 'CRLF after the data of a chunk'],
  'status-line-form': [22, 502, 'HTTP-version, space, three digits, space, a phrase or none'],
  incomplete: [23, 400, 'the rest of the message'],
} as const;

export type FaultKind = keyof typeof FAULTS;

export interface HttpFault {
  readonly kind: FaultKind;
  /** Counted from the first octet of the message. */
  readonly at: number;
  readonly expected: string;
  /** An excerpt, in quotes. */
  readonly actual: string;
}

export function faultOf(kind: FaultKind, at: number, actual: string): HttpFault {
  return { kind, at, expected: FAULTS[kind][2], actual };
}

/** Text of one character an octet, as a literal that shows every one of them. */
export function quoted(text: string): string {
  const whole = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return JSON.stringify(whole).replace(
    /[\x7f-\xff]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
