/**
 * An observed layer as rows, one a field, items of lists and their fields among them: what a table shows, and what octets
 * and bits are coloured by.
 */
import type { Fault, FieldInfo, Observed } from '../../../wire/codec.ts';
import { inWords } from '../../../wire/fields.ts';

export interface FieldRow {
  /** `ihl`, `options[0]`, `options[0].length` */
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  /** From the first bit of the layer. */
  readonly bit: number;
  readonly bits: number;
  readonly value: string;
  /** How deep in lists. */
  readonly depth: number;
  /** Other rows say what lies in it. */
  readonly isWhole: boolean;
  readonly rules: readonly string[];
  /** What a receiver finds wrong with it, and what a sender should not have sent. */
  readonly faults: readonly Fault[];
  readonly lapses: readonly Fault[];
}

/** Characters of a value that are shown. */
const LONGEST = 160;

type Values = Readonly<Record<string, unknown>>;

/** A fault of what has no row, an item that is cut off, is told at the row around it. */
export function rowsOf(fields: readonly FieldInfo[], observed: Observed<object>): FieldRow[] {
  const rows = rowsAt(fields, observed.value as Values, '', 0, observed);
  const troubles = (list: readonly Fault[], path: string): readonly Fault[] =>
    list.filter(({ field }) => nearest(rows, field) === path);
  return rows.map((row) => ({
    ...row,
    faults: troubles(observed.faults, row.path),
    lapses: troubles(observed.lapses, row.path),
  }));
}

function nearest(rows: readonly FieldRow[], field: string): string | undefined {
  const around = rows.filter(
    ({ path }) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`),
  );
  return around.at(-1)?.path;
}

function rowsAt(
  fields: readonly FieldInfo[],
  values: Values,
  prefix: string,
  depth: number,
  observed: Observed<object>,
): FieldRow[] {
  return fields.flatMap((field) => {
    const path = prefix + field.name;
    const place = observed.where[path];
    if (place === undefined || values[field.name] === undefined) return [];
    const { label, description, rules } = field;
    const items = Array.isArray(values[field.name]) ? (values[field.name] as readonly Values[]) : undefined;
    const row: FieldRow = {
      path,
      label,
      ...(description !== undefined && { description }),
      ...place,
      value: items === undefined ? shortened(inWords(field, values)) : countOf(items.length, place.bits),
      depth,
      isWhole: (items?.length ?? 0) > 0,
      rules,
      faults: [],
      lapses: [],
    };
    return [
      row,
      ...(items ?? []).flatMap((item, index) => itemRows(field, item, `${path}[${index}]`, depth + 1, observed)),
    ];
  });
}

function itemRows(list: FieldInfo, item: Values, path: string, depth: number, observed: Observed<object>): FieldRow[] {
  const place = observed.where[path];
  const kind = kindOf(list, item);
  if (place === undefined || kind === undefined) return [];
  const fields = rowsAt(kind.fields, item, `${path}.`, depth + 1, observed);
  const common = { value: '', depth, rules: [], faults: [], lapses: [] };
  return [{ path, label: kind.title, ...place, isWhole: fields.length > 0, ...common }, ...fields];
}

function kindOf({ items = [] }: FieldInfo, item: Values) {
  const tagged = items.find(
    ({ tag, fields: [first] }) => tag !== undefined && first !== undefined && item[first.name] === tag,
  );
  return tagged ?? items.find(({ tag }) => tag === undefined);
}

/** Octets without an item: the first one is wrong already. */
function countOf(items: number, bits: number): string {
  if (items === 0) return bits === 0 ? 'none' : 'cannot be read';
  return `${items} item${items === 1 ? '' : 's'}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}...`;
}
