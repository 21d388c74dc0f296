/**
 * The layout: how a layer lies in octets, free of JSON Schema. Plain data, so that a generated codec can carry it and the
 * observing decoder can walk it. Every target (TypeScript, Kaitai, SVG, ASCII) is a pure function of it.
 */
import type { Checksum, ItemChecksum, NamesBy, OnInvalid } from './document.ts';
import type { Expression } from './expression/ast.ts';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** First bit from the start of the struct; absent where fields of varying size or presence come before. */
  readonly bit?: number;
  readonly presentWhen?: Expression;
  readonly rules: readonly string[];
  readonly onInvalid?: OnInvalid;
}

/** A field of fixed width. Bounds and constants are raw numbers; a flag is 1 or 0. */
export interface BitField extends FieldBase {
  readonly form: 'uint' | 'bool' | 'ipv4';
  readonly bits: number;
  readonly scale?: number;
  readonly unit?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly namesBy?: NamesBy;
  /** The values that a receiver takes, where those are fewer than the width holds. */
  readonly constant?: number;
  readonly allowed?: readonly number[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** What a sender must put here. */
  readonly send?: number;
  /** The value when the caller gives none; absent: the caller must give it. */
  readonly derive?: Expression;
  readonly checksum?: Checksum;
  /** Of an item's field: a receiver may verify it; a decoder does not. */
  readonly itemChecksum?: ItemChecksum;
  /** Of an item's field: exclusive-or'ed with the octets of the layer from this one on. */
  readonly xor?: number;
}

/** Octets as they are. `rest`: all up to the end of the struct. */
export interface OctetsField extends FieldBase {
  readonly form: 'octets';
  readonly size: Expression | 'rest';
  /** An IPv4 or IPv6 address, by its size; its JSON form is the address in text. */
  readonly isAddress?: true;
  /** As of a bit field. */
  readonly xor?: number;
}

/** Items one after another, each told by its first field. */
export interface ListField extends FieldBase {
  readonly form: 'list';
  readonly size: Expression | 'rest';
  readonly items: readonly ItemLayout[];
  /** True of an item after which nothing but padding comes. */
  readonly until?: Expression;
  /** Zeros fill the list up to a multiple of so many octets. */
  readonly align?: { readonly octets: number; readonly rule?: string };
}

export type FieldLayout = BitField | OctetsField | ListField;

interface Requirement {
  readonly that: Expression;
  readonly field: string;
  readonly rule?: string;
  readonly onInvalid?: OnInvalid;
}

export interface StructLayout {
  readonly title: string;
  readonly description?: string;
  readonly fields: readonly FieldLayout[];
  readonly length?: { readonly octets: Expression; readonly rule?: string };
  readonly require: readonly Requirement[];
  /** Name -> description of what a codec is told from outside. */
  readonly context: Readonly<Record<string, string>>;
}

/** A kind of list item. Its first field is the tag; `tag` is absent for the kind that takes every other value. */
export interface ItemLayout extends StructLayout {
  readonly tag?: number;
  /** Zeros follow the item up to a multiple of so many octets; a receiver takes any. */
  readonly pad?: { readonly octets: number; readonly rule?: string };
}

export interface Layout extends StructLayout {
  /** `ipv4/header` */
  readonly layer: string;
}

/** Fields that are read together: bit fields up to an octet boundary under one condition, or one octets or list field. */
export type Segment =
  | { readonly kind: 'bits'; readonly fields: readonly BitField[]; readonly bits: number; readonly when?: Expression }
  | { readonly kind: 'octets'; readonly field: OctetsField }
  | { readonly kind: 'list'; readonly field: ListField };

export function isBitField(field: FieldLayout): field is BitField {
  return field.form !== 'octets' && field.form !== 'list';
}

const known = new WeakMap<StructLayout, readonly Segment[]>();

/** The segments of `struct`, in wire order. */
export function segmentsOf(struct: StructLayout): readonly Segment[] {
  const segments = known.get(struct) ?? split(struct);
  known.set(struct, segments);
  return segments;
}

function split(struct: StructLayout): readonly Segment[] {
  const segments: Segment[] = [];
  let run: BitField[] = [];
  const close = (): void => {
    const [first] = run;
    if (!first) return;
    const bits = run.reduce((sum, field) => sum + field.bits, 0);
    segments.push({ kind: 'bits', fields: run, bits, ...(first.presentWhen && { when: first.presentWhen }) });
    run = [];
  };
  for (const field of struct.fields) {
    if (!isBitField(field) || !sameCondition(run[0], field)) close();
    if (field.form === 'octets') segments.push({ kind: 'octets', field });
    else if (field.form === 'list') segments.push({ kind: 'list', field });
    else run.push(field);
  }
  close();
  return segments;
}

/** Octets that are there in every case: those of the unconditional fields of fixed width. */
export function minimumOctets(struct: StructLayout): number {
  const bits = segmentsOf(struct).reduce((sum, s) => sum + (s.kind === 'bits' && !s.when ? s.bits : 0), 0);
  return bits / 8;
}

function sameCondition(a: BitField | undefined, b: BitField): boolean {
  return a === undefined || JSON.stringify(a.presentWhen) === JSON.stringify(b.presentWhen);
}

/** Whether something in the items of `layout` hangs on octets outside the item. */
export function reachesOutside({ items }: ListField): boolean {
  return items.some(({ fields }) => fields.some((field) => 'xor' in field || 'itemChecksum' in field));
}

/** The checksum over a pseudo-header that `struct` has, if it has one. */
export function pseudoHeaderOf({ fields }: StructLayout): Checksum | undefined {
  const checksums = fields.filter(isBitField).map(({ checksum }) => checksum);
  return checksums.find((checksum) => checksum?.over === 'pseudo-header');
}

/** The field that tells what kind an item of `list` is. @throws TypeError for a list that has none */
export function tagOf(list: ListField): BitField {
  const [tag] = list.items[0]?.fields ?? [];
  if (!tag || !isBitField(tag)) throw new TypeError(`the items of ${list.name} have no tag`);
  return tag;
}
