/**
 * The checks that look at more than one field: requirements, checksum, padding.
 */
import type { Checksum, ItemChecksum } from '../document.ts';
import { namesIn } from '../expression/ast.ts';
import { evaluate } from '../expression/evaluate.ts';
import { inEnglish } from '../faults.ts';
import type { BitField, ListField } from '../layout.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../runtime/checksum.ts';
import { crc32 } from '../runtime/crc32.ts';
import { environment, type Findings, lapse, type Reading, report } from './reading.ts';

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

/** A sum over what comes before the item: wrong, it is its sender's fault, and no reason to refuse the layer. */
export function checkBefore(reading: Reading, { name, rules }: BitField, { mask }: ItemChecksum): void {
  const raw = reading.raw.get(name);
  const bit = reading.found.where[reading.path + name]?.bit;
  if (raw === undefined || bit === undefined) return;
  const right = (crc32(reading.view, 0, reading.start) ^ mask) >>> 0;
  if (raw === right) return;
  lapse(reading, { kind: 'checksum', field: name, bit, expected: hexOfSum(right), actual: hexOfSum(raw) }, rules[0]);
}

function hexOfSum(sum: number): string {
  return `0x${sum.toString(16).padStart(8, '0')}`;
}

export function checkPadding({ view, path, found }: Reading, list: ListField, from: number, to: number): void {
  checkZeros(view, { field: path + list.name, rule: list.align?.rule }, from, to, found);
}

/** The first octet of [from, to) that is not zero is a lapse of `field`. */
export function checkZeros(
  view: DataView,
  { field, rule }: { readonly field: string; readonly rule: string | undefined },
  from: number,
  to: number,
  found: Findings,
): void {
  for (let at = from; at < to; at++) {
    const octet = view.getUint8(at);
    if (octet === 0) continue;
    const fault = { kind: 'send', field, bit: at * 8, expected: '0', actual: String(octet) } as const;
    found.lapses.push({ ...fault, ...(rule !== undefined && { rule }) });
    return;
  }
}

function hex16(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}
