/**
 * Values of header fields as feature files write them: decimal or 0x numbers, true and false, dotted addresses; options
 * as types with the octets of their data, `1, 148 0000`, repeated as `40 times 1`, or `none`. A length that is a lie is
 * stated, `94 abcd of length 0`.
 */
import { toHex } from '../../contract/hex.ts';
import { type Ipv4Header, ipv4Header } from '../../generated/ipv4/header.ts';
import { icmpMessage } from '../../generated/ipv4/icmp.ts';
import type { FieldForm } from '../../wire/codec.ts';

export type HeaderFields = Partial<Ipv4Header>;
type Options = Ipv4Header['options'];
export type Rows = readonly (readonly string[])[];

const FORMS: ReadonlyMap<string, FieldForm> = new Map(
  [...ipv4Header.fields, ...icmpMessage.fields].map(({ name, form }) => [name, form]),
);

type Members = Readonly<Record<string, unknown>>;

/** Names of the fields of each kind of option, by type. */
const KINDS: ReadonlyMap<unknown, readonly string[]> = new Map(
  ipv4Header.fields
    .flatMap(({ items = [] }) => items)
    .flatMap(({ tag, fields }) => (tag === undefined ? [] : [[tag, fields.map(({ name }) => name)]])),
);
const OPTION = /^(?:(\d+) times )?(\d+)(?: ([0-9a-f]+))?(?: of length (\d+))?$/;

/** A header to lay an option into, whose IHL does not count it: it may be too long. */
const NOTHING = { protocol: 0, source: '0.0.0.0', destination: '0.0.0.0', ihl: 5, totalLength: 20 } as const;
/** Comes after the option, so that its end is seen; only zeros follow. */
const END_MARK = { type: 1 } as const;

/** The rows below `| field | value |`. @throws TypeError for a table or a word that no feature may hold. */
export function readRows([head, ...rows]: Rows): readonly (readonly [field: string, value: unknown])[] {
  if (head?.join() !== 'field,value') throw new TypeError('a table of fields starts with | field | value |');
  return rows.map(([field = '', word = '']) => [field, readWord(field, word)]);
}

export function readHeader(rows: Rows): HeaderFields {
  return Object.fromEntries(readRows(rows));
}

function readWord(field: string, word: string): unknown {
  const form = FORMS.get(field);
  if (form === 'list') return readOptions(word);
  if (form === 'ipv4' || form === 'octets') return word;
  if (form === 'bool' && (word === 'true' || word === 'false')) return word === 'true';
  if (form === 'uint' && /^(?:\d+|0x[0-9a-f]+)$/.test(word)) return Number(word);
  throw new TypeError(`no value of the field ${field}: ${word}`);
}

/** @throws TypeError for a word that no feature may hold. */
export function readOptions(words: string): Options {
  if (words === 'none') return [];
  return words.split(', ').flatMap((word) => {
    const [, times = '1', type, data, length] = OPTION.exec(word) ?? [];
    if (type === undefined) throw new TypeError(`no option: ${word}`);
    return Array.from({ length: Number(times) }, () => optionOf(Number(type), data, length));
  });
}

function optionOf(type: number, data = '', length: string | undefined): Options[number] {
  if (type === 0) return { type };
  return type === 1 ? { type } : { type, length: Number(length ?? 2 + data.length / 2), data };
}

/** The same way back, whatever an implementation gave. */
export function writeWord(field: string, value: unknown): string {
  if (value === undefined) return 'nothing';
  if (FORMS.get(field) === 'list' && Array.isArray(value)) return value.map(writeOption).join(', ') || 'none';
  if (/checksum$/i.test(field) && typeof value === 'number') return `0x${value.toString(16).padStart(4, '0')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Type and data, in whatever spelling the option was given: two options are the same when these words are. */
function writeOption(option: unknown): string {
  const { type, length, data } = genericOf((option ?? {}) as Members);
  const sound = typeof data !== 'string' || length === 2 + data.length / 2;
  return [type, data, sound ? undefined : `of length ${length}`]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** A whole option of a kind that has a name becomes type, length and data; anything else stays what it is. */
function genericOf(option: Members): Members {
  const names = KINDS.get(option.type) ?? [];
  if (option.data !== undefined || !names.includes('length')) return option;
  if (names.some((name) => option[name] === undefined)) return { type: JSON.stringify(option) };
  try {
    const given = Object.fromEntries(names.map((name) => [name, option[name]]));
    const octets = ipv4Header.encode({ ...NOTHING, options: [given, END_MARK] as Options });
    const end = octets.lastIndexOf(END_MARK.type);
    return { type: octets[20], length: octets[21], data: toHex(octets.subarray(22, end)) };
  } catch {
    return { type: JSON.stringify(option) };
  }
}

/** Whether an implementation's value is the one expected. No options and no list of options are the same. */
export function sameValue(field: string, expected: unknown, actual: unknown): boolean {
  if (FORMS.get(field) !== 'list') return expected === actual;
  return writeWord(field, expected) === writeWord(field, actual ?? []);
}

/** `45 00`, blanks anywhere. @throws RangeError */
export function readHex(text: string): Uint8Array {
  const digits = text.replaceAll(' ', '');
  if (!/^(?:[0-9a-f]{2})*$/.test(digits)) throw new RangeError(`not hex: ${text}`);
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}
