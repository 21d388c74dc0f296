/**
 * Reads field lines up to the empty line that ends the section (RFC 9112 section 5, RFC 9110 sections 5.1 and 5.5), and
 * notes each that strays from the grammar. A line without a name is noted and passed over.
 */
import type { FaultKind, HttpFault, ObservedField } from './observation.ts';
import { CR, HTAB, isText, type Line, lineAt, quote, SP, TOKEN, textOf } from './octet-text.ts';

export interface FieldLines {
  readonly fields: readonly ObservedField[];
  readonly faults: readonly HttpFault[];
  /** The octet after the empty line, or undefined when that line has not come. */
  readonly next: number | undefined;
}

export function readFieldLines(octets: Uint8Array, from: number): FieldLines {
  const fields: ObservedField[] = [];
  const faults: HttpFault[] = [];
  for (let at = from; ; ) {
    const line = lineAt(octets, at);
    if (line === undefined) return { fields, faults, next: undefined };
    at = line.next;
    if (line.bare)
      faults.push({ ...faultIn(octets, line, 'line-end', line.to, line.next, 'CRLF'), actual: 'a lone LF' });
    if (line.from === line.to) return { fields, faults, next: line.next };
    const field = readFieldLine(octets, line, fields.at(-1), faults);
    if (field === undefined) continue;
    if (field.continues) fields.pop();
    fields.push(field.field);
  }
}

function readFieldLine(
  octets: Uint8Array,
  line: Line,
  last: ObservedField | undefined,
  faults: HttpFault[],
): { readonly field: ObservedField; readonly continues: boolean } | undefined {
  const fault = (kind: FaultKind, begin: number, end: number, expected: string): void => {
    faults.push(faultIn(octets, line, kind, begin, end, expected));
  };
  const stray = octets.subarray(line.from, line.to).findIndex((octet) => !isText(octet));
  if (stray >= 0) {
    const at = line.from + stray;
    fault(octets[at] === CR ? 'bare-cr' : 'value-form', at, at + 1, 'printable characters');
  }
  if (isBlank(octets[line.from]!)) {
    fault('line-folding', line.from, line.from + 1, 'a field name');
    if (last === undefined) return undefined;
    const { from, to } = trim(octets, line.from, line.to);
    return { field: { ...last, value: `${last.value} ${textOf(octets, from, to)}` }, continues: true };
  }
  const colon = octets.subarray(line.from, line.to).indexOf(0x3a);
  if (colon < 0) {
    fault('no-colon', line.from, line.to, 'a field name and a colon');
    return undefined;
  }
  const nameEnd = line.from + colon;
  const name = textOf(octets, line.from, nameEnd);
  if (!TOKEN.test(name)) fault('name-form', line.from, nameEnd + 1, 'a token, and the colon right after it');
  const { from, to } = trim(octets, nameEnd + 1, line.to);
  return { field: { name: name.trim(), value: textOf(octets, from, to), at: from }, continues: false };
}

function faultIn(
  octets: Uint8Array,
  line: Line,
  kind: FaultKind,
  begin: number,
  end: number,
  expected: string,
): HttpFault {
  const actual = quote(textOf(octets, begin, Math.min(end, line.next)));
  return { kind, field: 'fieldLine', at: begin, octets: end - begin, expected, actual };
}

function isBlank(octet: number): boolean {
  return octet === SP || octet === HTAB;
}

function trim(octets: Uint8Array, from: number, to: number): { readonly from: number; readonly to: number } {
  let begin = from;
  let end = to;
  while (begin < end && isBlank(octets[begin]!)) begin += 1;
  while (end > begin && isBlank(octets[end - 1]!)) end -= 1;
  return { from: begin, to: end };
}
