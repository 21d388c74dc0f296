/**
 * Reads a status line (RFC 9112 section 4) and notes each way in which it strays from the grammar. Only without a
 * version, or without three digits for the status, there is nothing to go on with.
 */
import type { FaultKind, HttpFault } from './observation.ts';
import { CR, HTAB, isText, type Line, quote, SP, textOf } from './octet-text.ts';

interface StatusLine {
  readonly version: string;
  readonly status: number;
  readonly reason: string;
}

export type StatusLineRead =
  | { readonly line: StatusLine; readonly faults: readonly HttpFault[] }
  | { readonly unreadable: HttpFault; readonly faults: readonly HttpFault[] };

const VERSION = /^HTTP\/[0-9]\.[0-9](?=[ \t]|$)/;

export function readStatusLine(octets: Uint8Array, line: Line): StatusLineRead {
  const faults: HttpFault[] = [];
  const text = textOf(octets, line.from, line.to);
  const fault = (kind: FaultKind, field: string, from: number, length: number, expected: string): HttpFault => {
    const actual = length === 0 ? 'the end of the line' : quote(text.slice(from, from + length));
    return { kind, field, at: line.from + from, octets: length, expected, actual };
  };
  if (line.bare) {
    faults.push({ ...fault('line-end', 'statusLine', text.length, 1, 'CRLF'), actual: 'a lone LF' });
  }
  const version = VERSION.exec(text)?.[0];
  if (version === undefined) {
    const unreadable = fault('not-a-response', 'version', 0, Math.min(text.length, 8), 'HTTP/, digit, dot, digit');
    return { unreadable, faults };
  }
  const statusAt = skipBlanks(octets, line, version.length);
  if (statusAt !== version.length + 1 || text[version.length] !== ' ') {
    faults.push(fault('separator', 'statusLine', version.length, statusAt - version.length, 'one space'));
  }
  const digits = /^[0-9]*/.exec(text.slice(statusAt))![0];
  const codeEnd = statusAt + digits.length;
  if (digits.length !== 3) {
    return { unreadable: fault('status-form', 'status', statusAt, digits.length, 'three digits'), faults };
  }
  const separator = text[codeEnd] ?? '';
  if (separator === '\t') faults.push(fault('separator', 'statusLine', codeEnd, 1, 'a space'));
  else if (separator !== ' ') faults.push(fault('space-missing', 'statusLine', codeEnd, separator.length, 'a space'));
  const reasonAt = codeEnd + (/[ \t]/.test(separator) ? 1 : 0);
  const reason = text.slice(reasonAt);
  faults.push(...reasonFaults(octets, line, line.from + reasonAt));
  return { line: { version, status: Number(digits), reason }, faults };
}

function skipBlanks(octets: Uint8Array, line: Line, from: number): number {
  let at = from;
  while (line.from + at < line.to && [SP, HTAB, CR].includes(octets[line.from + at]!)) at += 1;
  return at;
}

function reasonFaults(octets: Uint8Array, line: Line, from: number): HttpFault[] {
  for (let at = from; at < line.to; at += 1) {
    if (isText(octets[at]!)) continue;
    const actual = quote(textOf(octets, at, at + 1));
    const kind = octets[at] === CR ? 'bare-cr' : 'reason-form';
    return [{ kind, field: 'reason', at, octets: 1, expected: 'printable characters', actual }];
  }
  return [];
}
