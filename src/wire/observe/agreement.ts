/**
 * The checks that look at more than one field: requirements, checksum, padding.
 */
import type { Checksum } from '../document.ts';
import { namesIn } from '../expression/ast.ts';
import { evaluate } from '../expression/evaluate.ts';
import { inEnglish } from '../faults.ts';
import type { BitField, ListField } from '../layout.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../runtime/checksum.ts';
import { environment, lapse, type Reading, report } from './reading.ts';

export function checkRequirements(reading: Reading): void {
  for (const { that, field, rule } of reading.struct.require) {
    const names = namesIn(that);
    if (!names.every((name) => reading.raw.has(name))) continue;
    if (evaluate(that, environment(reading)) !== 0) continue;
    const labels = new Map(reading.struct.fields.map(({ name, label }) => [name, label]));
    const actual = names.map((name) => `${labels.get(name)} ${reading.raw.get(name)}`).join(', ');
    const bit = reading.found.where[reading.path + field]?.bit ?? reading.start * 8;
    report(reading, { kind: 'require', field, bit, expected: inEnglish(reading.struct, that), actual }, rule);
  }
}

export function checkSum(reading: Reading, { name, rules, checksum }: BitField): void {
  const { view, start, claimed, isCut } = reading;
  const actual = reading.raw.get(name);
  const bit = reading.found.where[reading.path + name]?.bit;
  const end = claimed ?? reading.at;
  if (isCut || actual === undefined || bit === undefined || end < bit / 8 + 2) return;
  const before = sumBefore(reading, checksum, end - start);
  if (before === undefined || actual === checksum?.none) return;
  const rest = internetSum(view, bit / 8 + 2, end, internetSum(view, start, bit / 8, before));
  if (foldSum(rest + actual) === 0xffff) return;
  const right = ~foldSum(rest) & 0xffff;
  const expected = hex16(right === checksum?.none ? 0xffff : right);
  report(reading, { kind: 'checksum', field: name, bit, expected, actual: hex16(actual) }, rules[0]);
}

/** What the pseudo-header adds for `length` octets; undefined when the addresses in it are not known. */
function sumBefore({ context }: Reading, checksum: Checksum | undefined, length: number): number | undefined {
  if (checksum?.over !== 'pseudo-header') return 0;
  const { source, destination } = context;
  if (source === undefined || destination === undefined) return undefined;
  return pseudoHeaderSum(source, destination, checksum.protocol ?? 0, length);
}

export function checkPadding(reading: Reading, list: ListField, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const octet = reading.view.getUint8(at);
    if (octet === 0) continue;
    const fault = { kind: 'send', field: list.name, bit: at * 8, expected: '0', actual: String(octet) } as const;
    lapse(reading, fault, list.align?.rule);
    return;
  }
}

function hex16(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}
