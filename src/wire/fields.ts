/**
 * Layout -> what `Codec.fields` says of each field, for evidence, `assay decode` and the site.
 */
import type { FieldInfo, ItemInfo } from './codec.ts';
import { inEnglish } from './faults.ts';
import { type ItemLayout, isBitField, type StructLayout } from './layout.ts';

export function describeFields(struct: StructLayout): FieldInfo[] {
  return struct.fields.map((field) => {
    const { name, label, rules, bit, description, presentWhen, onInvalid } = field;
    const base = {
      name,
      label,
      form: 'isAddress' in field ? ('ip' as const) : field.form,
      rules,
      ...(description !== undefined && { description }),
      ...(bit !== undefined && { bit }),
      ...(presentWhen && { presentWhen: inEnglish(struct, presentWhen) }),
      ...(onInvalid && { onInvalid }),
    };
    if (field.form === 'list') return { ...base, items: field.items.map(describeItem) };
    if (!isBitField(field)) return base;
    const { bits, scale, unit, names, namesBy } = field;
    return {
      ...base,
      bits,
      ...(scale !== undefined && { scale }),
      ...(unit !== undefined && { unit }),
      ...(names && { names }),
      ...(namesBy && { namesBy }),
    };
  });
}

function describeItem(item: ItemLayout): ItemInfo {
  return { title: item.title, ...(item.tag !== undefined && { tag: item.tag }), fields: describeFields(item) };
}

/** The name of a field's value among `values`, the layer's; undefined when it has none. */
export function nameOf(
  { name, names, namesBy }: FieldInfo,
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  const value = values[name];
  if (typeof value !== 'number') return undefined;
  return names?.[value] ?? namesBy?.names[String(values[namesBy.field])]?.[value];
}

/** A field's value among `values`, the layer's: as it is, with its name and what it stands for. */
export function inWords(field: FieldInfo, values: Readonly<Record<string, unknown>>): string {
  const value = values[field.name];
  const name = nameOf(field, values);
  const scaled =
    typeof value === 'number' && field.scale !== undefined
      ? `${value * field.scale} ${field.unit ?? ''}`.trim()
      : undefined;
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const extra = [name, scaled].filter((each) => each !== undefined);
  return extra.length > 0 ? `${plain} (${extra.join(', ')})` : plain;
}
