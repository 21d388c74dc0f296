/**
 * The observing decoder: walks a layout over octets bit by bit, goes on past faults, and says where everything lies. It
 * is a tester's reading, and shares nothing with the compiled decoders but the order of the checks, so that tests can
 * hold one against the other. Slow (microseconds), and total: it never throws and never reads past the end.
 */
import type { Context, Fault, Observed } from './codec.ts';
import { evaluate } from './expression/evaluate.ts';
import { expectedOf } from './faults.ts';
import {
  type BitField,
  type ItemLayout,
  type Layout,
  type ListField,
  minimumOctets,
  type OctetsField,
  type Segment,
  type StructLayout,
  segmentsOf,
  tagOf,
} from './layout.ts';
import { checkBefore, checkPadding, checkRequirements, checkSum, checkZeros } from './observe/agreement.ts';
import {
  bitsOf,
  environment,
  type Findings,
  type Json,
  lapse,
  lengthOf,
  type Reading,
  report,
} from './observe/reading.ts';
import { dottedOf } from './runtime/address.ts';
import { ipOf, maskedIpOf } from './runtime/ip.ts';
import { hexOf, viewOf } from './runtime/octets.ts';

/** Reads `octets` as far as they make sense; see Observed. */
export function observe<Value extends object>(
  layout: Layout,
  octets: Uint8Array,
  context: Context = {},
): Observed<Value> {
  const view = viewOf(octets);
  const found: Findings = { faults: [], lapses: [], where: {} };
  const reading = readStruct(layout, view, 0, view.byteLength, '', found, context);
  const length = reading.isCut ? view.byteLength : lengthOf(reading);
  return { value: reading.value as Partial<Value>, ...found, length };
}

/** The fault of octets that a compiled decoder refused. */
export function firstFault(layout: Layout, octets: Uint8Array, context?: Context): Fault {
  const [fault] = observe(layout, octets, context).faults;
  if (!fault) throw new TypeError(`${layout.layer}: the observing decoder accepts what the compiled one refuses`);
  return fault;
}

function readStruct(
  struct: StructLayout,
  view: DataView,
  start: number,
  end: number,
  path: string,
  found: Findings,
  context: Context = {},
): Reading {
  const known = { raw: new Map(), places: new Map(), value: {}, isCut: false };
  const reading: Reading = { struct, view, path, start, end, at: start, found, context, ...known };
  segmentsOf(struct).forEach((segment, index) => {
    if (reading.isCut) return;
    if (segment.kind !== 'bits') placeOctets(reading, segment.field);
    else readBits(reading, segment, index);
    if (index === 0 && !reading.isCut) openStruct(reading);
  });
  checkRequirements(reading);
  for (const field of struct.fields) {
    if (field.form === 'list') readList(reading, field);
    else if (field.form === 'octets') readOctets(reading, field);
    else if (field.checksum) checkSum(reading, field);
    else if (field.itemChecksum) checkBefore(reading, field, field.itemChecksum);
  }
  return reading;
}

function readBits(reading: Reading, segment: Extract<Segment, { kind: 'bits' }>, index: number): void {
  const { struct, start, end } = reading;
  if (segment.when && evaluate(segment.when, environment(reading)) === 0) {
    for (const { name } of segment.fields) reading.raw.set(name, 0);
    return;
  }
  const needed = index === 0 ? minimumOctets(struct) : segment.bits / 8;
  const placed: { field: BitField; bit: number }[] = [];
  let bit = reading.at * 8;
  for (const field of segment.fields) {
    placed.push({ field, bit });
    bit += field.bits;
  }
  const isWhole = (one: { field: BitField; bit: number }): boolean => one.bit + one.field.bits <= end * 8;
  reading.isCut = end - reading.at < needed;
  const cut = placed.find((one) => !isWhole(one)) ?? placed.at(-1);
  if (reading.isCut && cut) {
    const expected = `at least ${reading.at - start + needed} octets`;
    const actual = `${end - start} octets`;
    report(reading, { kind: 'truncated', field: cut.field.name, bit: cut.bit, expected, actual });
  }
  for (const one of placed) if (isWhole(one)) readField(reading, one.field, one.bit);
  reading.at = Math.min(bit / 8, end);
}

function readField(reading: Reading, field: BitField, bit: number): void {
  const { name, bits, rules, send } = field;
  const raw = bitsOf(reading.view, bit, bits);
  reading.raw.set(name, raw);
  reading.found.where[reading.path + name] = { bit, bits };
  reading.value[name] = jsonOf(reading, field, raw);
  const expected = expectedOf(field);
  const actual = String(raw);
  if (expected && !takes(field, raw)) report(reading, { ...expected, field: name, bit, actual }, rules[0]);
  if (send !== undefined && raw !== send) {
    lapse(reading, { kind: 'send', field: name, bit, expected: String(send), actual }, rules[0]);
  }
}

/** An exclusive-or is undone; the layer starts at octet 0. */
function jsonOf({ view }: Reading, { form, bits, xor }: BitField, raw: number): unknown {
  if (form === 'bool') return raw === 1;
  if (form === 'ipv4') return dottedOf(raw);
  return xor === undefined ? raw : (raw ^ bitsOf(view, xor * 8, bits)) >>> 0;
}

function takes({ constant, allowed, minimum = 0, maximum = 0xffffffff }: BitField, raw: number): boolean {
  if (constant !== undefined) return raw === constant;
  if (allowed) return allowed.includes(raw);
  return raw >= minimum && raw <= maximum;
}

/** After the first segment: where the struct ends. */
function openStruct(reading: Reading): void {
  const { struct, start, end, at } = reading;
  if (!struct.length) return;
  const { octets, rule } = struct.length;
  const length = evaluate(octets, environment(reading));
  const last = struct.fields.at(-1)?.name ?? '';
  reading.claimed = start + length;
  const isShort = length < at - start && reading.found.faults.length === 0;
  if (reading.claimed > end || isShort) {
    const expected = `at least ${Math.max(length, at - start)} octets`;
    const actual = `${isShort ? length : end - start} octets`;
    report(reading, { kind: 'truncated', field: last, bit: at * 8, expected, actual }, rule);
    reading.isCut = true;
  }
  reading.end = Math.min(end, Math.max(at, reading.claimed));
}

function placeOctets(reading: Reading, field: OctetsField | ListField): void {
  const { start, end, at } = reading;
  const env = environment(reading);
  const isPresent = !field.presentWhen || evaluate(field.presentWhen, env) !== 0;
  const length = !isPresent ? 0 : field.size === 'rest' ? end - at : evaluate(field.size, env);
  if (length < 0 || length > end - at) {
    const expected = `at least ${at - start + Math.max(0, length)} octets`;
    report(reading, { kind: 'truncated', field: field.name, bit: at * 8, expected, actual: `${end - start} octets` });
    reading.isCut = true;
    return;
  }
  reading.places.set(field.name, { at, length });
  if (isPresent) reading.found.where[reading.path + field.name] = { bit: at * 8, bits: length * 8 };
  reading.at = at + length;
}

function readOctets({ places, path, found, value, view }: Reading, { name, isAddress, xor }: OctetsField): void {
  const place = places.get(name);
  if (!place || !(path + name in found.where)) return;
  const { at, length } = place;
  if (!isAddress) value[name] = hexOf(view, at, length);
  else value[name] = xor === undefined ? ipOf(view, at, length) : maskedIpOf(view, at, length, xor);
}

function readList(reading: Reading, list: ListField): void {
  const place = reading.places.get(list.name);
  if (!place || !(reading.path + list.name in reading.found.where)) return;
  const items: Json[] = [];
  reading.value[list.name] = items;
  const end = place.at + place.length;
  for (let at = place.at; at < end; ) {
    const path = `${reading.path}${list.name}[${items.length}]`;
    const item = readItem(reading, list, path, at, end);
    if (!item) return;
    items.push(item.reading.value);
    const length = lengthOf(item.reading);
    reading.found.where[path] = { bit: at * 8, bits: length * 8 };
    at += length + item.padding;
    if (!list.until || evaluate(list.until, environment(item.reading)) === 0) continue;
    checkPadding(reading, list, at, end);
    return;
  }
}

interface Item {
  readonly reading: Reading;
  /** Octets behind it that belong to nothing. */
  readonly padding: number;
}

function readItem(reading: Reading, list: ListField, path: string, at: number, end: number): Item | undefined {
  const { view, found } = reading;
  const tag = tagOf(list);
  const value = end - at >= tag.bits / 8 ? bitsOf(view, at * 8, tag.bits) : tag.constant;
  const kind = list.items.find((item) => item.tag === value) ?? list.items.find((item) => item.tag === undefined);
  const own: Findings = { ...found, faults: [] };
  if (!kind) {
    const expected = list.items.map((item) => item.tag).join(' or ');
    own.faults.push({ kind: 'list', field: `${path}.${tag.name}`, bit: at * 8, expected, actual: String(value) });
  }
  const item = kind && readStruct(kind, view, at, end, `${path}.`, own);
  const padding = item && kind.pad ? readPadding(item, kind.pad, path, end, own) : 0;
  const [fault] = own.faults;
  if (!fault) return item && { reading: item, padding };
  const rule = fault.rule ?? list.rules[0];
  found.faults.push({ ...fault, kind: 'list', ...(rule !== undefined && { rule }) });
  return undefined;
}

/** How many octets fill up `item`, which must all be there, and should be zeros. */
function readPadding(
  item: Reading,
  { octets, rule }: NonNullable<ItemLayout['pad']>,
  path: string,
  end: number,
  found: Findings,
): number {
  const length = lengthOf(item);
  const padding = (octets - (length % octets)) % octets;
  const stop = item.start + length;
  if (found.faults.length > 0) return padding;
  if (stop + padding > end) {
    const [expected, actual] = [`${padding} octets of padding`, `${end - stop} octets`];
    found.faults.push({
      kind: 'list',
      field: path,
      bit: stop * 8,
      expected,
      actual,
      ...(rule !== undefined && { rule }),
    });
  } else checkZeros(item.view, { field: path, rule }, stop, stop + padding, found);
  return padding;
}
