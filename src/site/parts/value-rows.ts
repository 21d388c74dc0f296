/** The values that octets hold, leaf by leaf, in words: for a table beside the octets. */
import type { FieldInfo } from '../../wire/codec.ts';
import { nameOf } from '../../wire/fields.ts';
import type { Leaf, Read } from './octets.tsx';

export interface ValueRow {
  readonly path: string;
  readonly bits: string;
  readonly label: string;
  readonly value: string;
}

export function valueRows({ codec, observed, leaves }: Read): ValueRow[] {
  const infos = new Map(codec.fields.map((field) => [field.name, field]));
  return leaves.map(({ path, range }) => {
    const info = infos.get(path);
    const value = at(observed.value, path);
    return {
      path,
      bits: bitsOf({ path, range }),
      label: info?.label ?? path,
      value: info === undefined ? plain(value) : inWords(info, observed.value),
    };
  });
}

function bitsOf({ range: { bit, bits } }: Leaf): string {
  return bits === 1 ? String(bit) : `${bit}-${bit + bits - 1}`;
}

/** `options[0].kind` of a value. */
function at(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const name of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    found = (found as Readonly<Record<string, unknown>> | undefined)?.[name];
  }
  return found;
}

function inWords(info: FieldInfo, values: Readonly<Record<string, unknown>>): string {
  const value = values[info.name];
  const scaled =
    typeof value === 'number' && info.scale !== undefined
      ? `${value * info.scale} ${info.unit ?? ''}`.trim()
      : undefined;
  const extra = [nameOf(info, values), scaled].filter((each) => each !== undefined);
  return extra.length === 0 ? plain(value) : `${plain(value)} (${extra.join(', ')})`;
}

function plain(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (value === '') return 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
