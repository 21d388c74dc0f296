/**
 * Layout -> Kaitai Struct (.ksy): a parser in a dozen languages, and here the decoder that somebody else wrote, to hold
 * ours against. It says what a layout says, apart from checksums and requirements.
 */

import type { Expression } from '../expression/ast.ts';
import { KAITAI, snakeCase } from '../expression/notations.ts';
import { printExpression } from '../expression/print.ts';
import {
  type FieldLayout,
  type ItemLayout,
  isBitField,
  type Layout,
  type ListField,
  type StructLayout,
  tagOf,
} from '../layout.ts';

/** What follows the tag of a list's item, in a type that hangs on the tag. */
export const KAITAI_ITEM_BODY = 'body';

/** The text of the layer's .ksy, its `meta/id` the title in snake_case. */
export function kaitai(layout: Layout): string {
  const lists = layout.fields.filter((field): field is ListField => field.form === 'list');
  const types = lists.flatMap(listTypes);
  const lines = [
    `# Written by \`npm run generate\` from spec/${layout.layer}.schema.json: change that, not this.`,
    'meta:',
    `  id: ${identifier(layout.title)}`,
    `  title: ${quote(layout.title)}`,
    '  endian: be',
    '  bit-endian: be',
    ...documentation(layout.description, ''),
    'seq:',
    ...sequence(layout).map((line) => `  ${line}`),
    ...(types.length > 0 ? ['types:', ...types.map((line) => `  ${line}`)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function sequence(struct: StructLayout): string[] {
  return struct.fields.flatMap((field) => {
    const [first = '', ...rest] = [
      `id: ${snakeCase(field.name)}`,
      ...typeLines(struct, field),
      ...(field.presentWhen ? [`if: ${quote(print(field.presentWhen))}`] : []),
      ...documentation(field.description, field.label),
    ];
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
  });
}

function typeLines(struct: StructLayout, field: FieldLayout): string[] {
  if (isBitField(field)) {
    const { form, bits, constant, allowed, minimum, maximum } = field;
    const lines = [`type: ${form === 'bool' ? 'b1' : `b${bits}`}`];
    if (constant !== undefined) lines.push(`valid: ${constant}`);
    else if (allowed) lines.push(`valid:`, `  any-of: [${allowed.join(', ')}]`);
    else if (minimum !== undefined || maximum !== undefined) {
      lines.push('valid:');
      if (minimum !== undefined) lines.push(`  min: ${minimum}`);
      if (maximum !== undefined) lines.push(`  max: ${maximum}`);
    }
    return lines;
  }
  const size = sizeLine(struct, field);
  return field.form === 'list' ? [size, `type: ${snakeCase(field.name)}`] : [size];
}

function sizeLine(struct: StructLayout, field: Exclude<FieldLayout, { bits: number }>): string {
  if (field.size !== 'rest') return `size: ${quote(print(field.size))}`;
  if (!struct.length) return 'size-eos: true';
  const before = field.bit === undefined ? '_io.pos' : String(field.bit / 8);
  return `size: ${quote(`${print(struct.length.octets)} - ${before}`)}`;
}

/** A list is a type of its own, whose items end with the list or with the item that says so. */
function listTypes(list: ListField): string[] {
  const item = `${snakeCase(list.name)}_item`;
  const last = list.until
    ? `${printExpression(list.until, { ...KAITAI, name: (name) => `_.${snakeCase(name)}` })} or `
    : '';
  return [
    `${snakeCase(list.name)}:`,
    '  seq:',
    '    - id: items',
    `      type: ${item}`,
    '      repeat: until',
    `      repeat-until: ${quote(`${last}_io.eof`)}`,
    '      if: not _io.eof',
    ...(list.align ? ['    - id: padding', '      size-eos: true'] : []),
    `${item}:`,
    '  seq:',
    ...itemSequence(list).map((line) => `    ${line}`),
    ...kindTypes(list),
  ];
}

/** The tag, then what else an item of that kind has, if anything. */
function itemSequence(list: ListField): string[] {
  const tag = snakeCase(tagOf(list).name);
  const bare = list.items.filter(isBare).map((item) => `${tag} != ${item.tag}`);
  const cases = list.items.filter((item) => !isBare(item));
  return [
    `- id: ${tag}`,
    `  type: b${tagOf(list).bits}`,
    ...(cases.length === 0
      ? []
      : [
          `- id: ${KAITAI_ITEM_BODY}`,
          '  type:',
          `    switch-on: ${tag}`,
          '    cases:',
          ...cases.map((item) => `      ${item.tag ?? '_'}: ${identifier(item.title)}`),
          ...(bare.length > 0 ? [`  if: ${quote(bare.join(' and '))}`] : []),
        ]),
  ];
}

/** A type for each kind of item that has more than its tag. */
function kindTypes(list: ListField): string[] {
  return list.items
    .filter((item) => !isBare(item))
    .flatMap((item) => {
      const fields = [...sequence({ ...item, fields: item.fields.slice(1) }), ...paddingLines(item)];
      return [`${identifier(item.title)}:`, '  seq:', ...fields.map((line) => `    ${line}`)];
    });
}

/** Octets that fill the item up to its boundary. */
function paddingLines({ pad, length }: ItemLayout): string[] {
  if (!pad || !length) return [];
  const whole = print(length.octets);
  return ['- id: padding', `  size: ${quote(`(${pad.octets} - (${whole}) % ${pad.octets}) % ${pad.octets}`)}`];
}

function isBare({ fields }: ItemLayout): boolean {
  return fields.length === 1;
}

function documentation(description: string | undefined, label: string): string[] {
  const text = [label, description].filter((part) => part !== undefined && part !== '').join('. ');
  return text === '' ? [] : [`doc: ${quote(text)}`];
}

function identifier(title: string): string {
  return snakeCase(title).replace(/^_/, '');
}

function print(expression: Expression): string {
  return printExpression(expression, KAITAI);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
