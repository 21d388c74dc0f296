/**
 * Values of any layer, for properties: what its layout allows and what comes back from a decoder unchanged. Derived
 * fields are left out, so that encode works them out.
 */
import fc from 'fast-check';
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

/** Octets as hex: up to `most`, or just `fixed`. */
export function hexOctets(most: number, fixed?: number): fc.Arbitrary<string> {
  const lengths = { minLength: fixed ?? 0, maxLength: fixed ?? most };
  return fc.uint8Array(lengths).map((octets) => Buffer.from(octets).toString('hex'));
}

function fixedSizeOf({ size }: OctetsField): number | undefined {
  return size !== 'rest' && size.op === 'number' ? size.value : undefined;
}

function valuesOfField(field: FieldLayout, room: number): fc.Arbitrary<unknown> {
  if (field.form === 'octets') return hexOctets(room, fixedSizeOf(field));
  if (field.form === 'list') return itemsOf(field, room);
  if (field.form === 'bool') return fc.boolean();
  return field.form === 'ipv4' ? numbersOf(field).map(dottedOf) : numbersOf(field);
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
  const fields = item.fields.filter((field) => !isDerived(field));
  const record = fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOfField(field, room)])));
  const tag = item.fields[0]?.name ?? '';
  const isCounting =
    item.length !== undefined &&
    fields.some((one) => one.name === 'length' && isBitField(one) && one.constant === undefined);
  return record
    .map((value) => {
      const texts = Object.values(value).filter((part) => typeof part === 'string');
      const size = fixed + texts.join('').length / 2;
      return { size, item: isCounting ? { ...value, length: size } : value };
    })
    .filter(({ item: value }: { item: Value }) => {
      const env = { value: (name: string) => Number(value[name]), size: () => 0 };
      const isFree = item.tag !== undefined || !tags.includes(Number(value[tag]));
      return isFree && item.require.every(({ that }) => evaluate(that, env) !== 0);
    });
}

function withoutAbsent(layout: Layout, value: Value): Value {
  const env = { value: (name: string) => Number(value[name]), size: () => 0 };
  const absent = layout.fields.filter(({ presentWhen }) => presentWhen && evaluate(presentWhen, env) === 0);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !absent.some((field) => field.name === name)));
}
