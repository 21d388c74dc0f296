/**
 * Values of any layer, for properties: what its layout allows and what comes back from a decoder unchanged. Derived
 * fields are left out, so that encode works them out.
 */
import fc from 'fast-check';
import { namesIn } from '../../src/wire/expression/ast.ts';
import { evaluate } from '../../src/wire/expression/evaluate.ts';
import {
  type BitField,
  type FieldLayout,
  type ItemLayout,
  isBitField,
  type Layout,
  type ListField,
  type OctetsField,
} from '../../src/wire/layout.ts';
import { dottedOf } from '../../src/wire/runtime/address.ts';
import { ipOf } from '../../src/wire/runtime/ip.ts';
import { viewOf } from '../../src/wire/runtime/octets.ts';
import { isDerived } from '../../src/wire/targets/typescript/write.ts';

export type Value = Record<string, unknown>;

/** Values of `layout` without its derived fields; octets and lists up to `room` octets. */
export function valuesOf(layout: Layout, room = 40): fc.Arbitrary<Value> {
  const fields = layout.fields.filter((field) => !isDerived(field));
  const record = fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOfField(field, room)])));
  return record.map((value) => withoutAbsent(layout, value));
}

/** Raw numbers that a receiver takes. */
export function numbersOf(field: BitField): fc.Arbitrary<number> {
  const { constant, allowed, minimum = 0, maximum = 2 ** field.bits - 1 } = field;
  if (constant !== undefined) return fc.constant(constant);
  if (allowed) return fc.constantFrom(...allowed);
  return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
}

function valuesOfField(field: FieldLayout, room: number): fc.Arbitrary<unknown> {
  if (field.form === 'octets') return octetsOfField(field, 0, room);
  if (field.form === 'list') return itemsOf(field, room);
  if (field.form === 'bool') return fc.boolean();
  return field.form === 'ipv4' ? numbersOf(field).map(dottedOf) : numbersOf(field);
}

/** As many octets as the field always has, or from `least` to `most`; of an address its text. */
function octetsOfField(field: OctetsField, least: number, most: number): fc.Arbitrary<string> {
  if (field.isAddress) {
    const sizes = fc.constantFrom(4, 16).chain((size) => fc.uint8Array({ minLength: size, maxLength: size }));
    return sizes.map((octets) => ipOf(viewOf(octets), 0, octets.length));
  }
  const fixed = fixedSizeOf(field);
  return fc
    .uint8Array({ minLength: fixed ?? least, maxLength: fixed ?? most })
    .map((octets) => Buffer.from(octets).toString('hex'));
}

function fixedSizeOf({ size }: OctetsField): number | undefined {
  return size !== 'rest' && size.op === 'number' ? size.value : undefined;
}

/** Items that fill whole alignments, or end with the item that ends the list. */
function itemsOf(list: ListField, room: number): fc.Arbitrary<Value[]> {
  const ends = (item: Value): boolean => {
    const env = { value: (name: string) => Number(item[name]), size: () => 0 };
    return list.until !== undefined && evaluate(list.until, env) !== 0;
  };
  const tags = list.items.flatMap(({ tag }) => tag ?? []);
  const items = list.items.map((item) => itemOf(item, room / 4, tags));
  return fc.array(fc.oneof(...items), { maxLength: 6 }).map((made) => {
    const kept: Value[] = [];
    let left = room;
    for (const { item, size } of made) {
      if (size > left - 1) break;
      left -= size;
      kept.push(item);
      if (ends(item)) return kept;
    }
    const end = list.items.map(({ tag, fields }) => ({ [fields[0]?.name ?? '']: tag })).find(ends);
    return end && (room - left) % (list.align?.octets ?? 1) !== 0 ? [...kept, end] : kept;
  });
}

/** A whole item and its octets; the kind for other tags with none of `tags`. */
function itemOf(
  item: ItemLayout,
  room: number,
  tags: readonly number[],
): fc.Arbitrary<{ readonly item: Value; readonly size: number }> {
  const fixed = item.fields.filter(isBitField).reduce((bits, field) => bits + field.bits, 0) / 8;
  /** What the length of the item counts is so much less than the item. */
  const uncounted = item.length ? evaluate(item.length.octets, { value: () => 0, size: () => 0 }) : 0;
  const sizes = item.fields.map((field) => (field.form === 'octets' ? fixedSizeOf(field) : undefined) ?? 0);
  const { least, most } = sizesOf(item, fixed + sizes.reduce((sum, size) => sum + size, 0) - uncounted, room);
  const fields = item.fields.filter((field) => !isDerived(field));
  const record = fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        field.form === 'octets' ? octetsOfField(field, least, most) : valuesOfField(field, room),
      ]),
    ),
  );
  const tag = item.fields[0]?.name ?? '';
  const octetFields = fields.filter((field) => field.form === 'octets');
  const isCounting =
    item.length !== undefined &&
    item.fields.some((one) => one.name === 'length' && isBitField(one) && one.constant === undefined);
  return record
    .map((value) => {
      const size = octetFields.reduce((sum, field) => sum + sizeOf(field, String(value[field.name])), fixed);
      const { octets = 1 } = item.pad ?? {};
      const whole = Math.ceil(size / octets) * octets;
      return { size: whole, item: isCounting ? { ...value, length: size - uncounted } : value };
    })
    .filter(({ item: value }: { item: Value }) => {
      const env = { value: (name: string) => Number(value[name]), size: () => 0 };
      const isFree = item.tag !== undefined || !tags.includes(Number(value[tag]));
      // What is derived is derived so that it is right.
      const own = item.require.filter(({ that }) => namesIn(that).every((name) => name in value));
      return isFree && own.every(({ that }) => evaluate(that, env) !== 0);
    });
}

/** How many octets an item's last field may have, so that its length is one that is taken. */
function sizesOf(item: ItemLayout, counted: number, room: number): { readonly least: number; readonly most: number } {
  const length = item.fields.filter(isBitField).find(({ name }) => name === 'length');
  const { constant, minimum = 0, maximum = 2 ** 16 } = length ?? {};
  const most = Math.max(0, (constant ?? maximum) - counted);
  const least = Math.max(0, (constant ?? minimum) - counted);
  return { least, most: Math.max(least, Math.min(room, most)) };
}

function sizeOf({ isAddress }: OctetsField, text: string): number {
  if (isAddress) return text.includes(':') ? 16 : 4;
  return text.length / 2;
}

function withoutAbsent(layout: Layout, value: Value): Value {
  const env = { value: (name: string) => Number(value[name]), size: () => 0 };
  const absent = layout.fields.filter(({ presentWhen }) => presentWhen && evaluate(presentWhen, env) === 0);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !absent.some((field) => field.name === name)));
}
