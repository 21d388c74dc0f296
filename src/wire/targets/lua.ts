/**
 * Layout -> a dissector for Wireshark, in Lua: fields, conditions, lists and their items, as a layout has them; neither
 * checksums nor requirements. It registers for the link type USER0, so that a capture of that type opens as this layer;
 * any other place is a matter of "Decode As".
 */
import type { Expression } from '../expression/ast.ts';
import { LUA } from '../expression/notations.ts';
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

export function lua(layout: Layout): string {
  const id = `assay_${layout.layer.replace(/[^a-z0-9]+/g, '_')}`;
  const lines = [
    `-- A dissector of ${layout.title}, made from spec/${layout.layer}.schema.json.`,
    `local proto = Proto("${id}", ${quoted(layout.title)})`,
    'local fields = {}',
    ...HELPERS,
    '',
    ...structReader(layout, id, 'read_layer', ''),
    '',
    'function proto.dissector(buffer, info, root)',
    `  info.cols.protocol = ${quoted(layout.title)}`,
    '  local tree = root:add(proto, buffer())',
    '  read_layer(buffer, 0, buffer:len(), tree)',
    'end',
    '',
    'local declared = {}',
    'for _, field in pairs(fields) do declared[#declared + 1] = field end',
    'proto.fields = declared',
    'DissectorTable.get("wtap_encap"):add(wtap.USER0, proto)',
  ];
  return `${lines.join('\n')}\n`;
}

const HELPERS = [
  '',
  'local function truth(value) return value ~= nil and value ~= false and value ~= 0 end',
  'local function cover(buffer, bit, width)',
  '  local first = math.floor(bit / 8)',
  '  return buffer(first, math.floor((bit + width + 7) / 8) - first)',
  'end',
  'local function bits(buffer, bit, width) return cover(buffer, bit, width):bitfield(bit % 8, width) end',
];

/** A function that reads one struct from `start` on, and gives the octet after it; nil where the octets end before. */
function structReader(struct: StructLayout, id: string, name: string, prefix: string): string[] {
  const lists = struct.fields.filter((field): field is ListField => field.form === 'list');
  const { pad } = struct as Partial<ItemLayout>;
  const length = struct.length === undefined ? undefined : print(struct.length.octets);
  return [
    ...struct.fields.map((field) => declaration(field, id, prefix)),
    ...lists.flatMap((list) => kindReaders(list, id, `${prefix}${list.name}`)),
    `local function ${name}(buffer, start, stop, tree)`,
    '  local v, size, bit = {}, {}, start * 8',
    ...struct.fields.flatMap((field) => fieldReader(field, struct, prefix)).map((line) => `  ${line}`),
    ...(length === undefined ? ['  local last = math.floor(bit / 8)'] : [`  local last = start + (${length})`]),
    ...(pad === undefined ? [] : [`  last = last + (${pad.octets} - (last - start) % ${pad.octets}) % ${pad.octets}`]),
    '  return last',
    'end',
  ];
}

function declaration(field: FieldLayout, id: string, prefix: string): string {
  const path = `${prefix}${field.name}`;
  const common = `${quoted(`${id}.${path}`)}, ${quoted(field.label)}`;
  return `fields[${quoted(path)}] = ProtoField.${kindOf(field, common)}`;
}

function kindOf(field: FieldLayout, common: string): string {
  if (!isBitField(field)) return `bytes(${common})`;
  if (field.form === 'ipv4') return `ipv4(${common})`;
  const names = Object.entries(field.names ?? {}).map(([value, name]) => `[${value}] = ${quoted(name)}`);
  return `uint32(${common}, base.DEC${names.length === 0 ? '' : `, { ${names.join(', ')} }`})`;
}

function fieldReader(field: FieldLayout, struct: StructLayout, prefix: string): string[] {
  const lines = isBitField(field) ? bitReader(field, prefix) : spanReader(field, struct, prefix);
  if (field.presentWhen === undefined) return lines;
  return [`if truth(${print(field.presentWhen)}) then`, ...lines.map((line) => `  ${line}`), 'end'];
}

function bitReader(field: Extract<FieldLayout, { bits: number }>, prefix: string): string[] {
  const { name, bits, form } = field;
  const shown = form === 'ipv4' ? '' : `, v.${name}`;
  return [
    `if bit + ${bits} > stop * 8 then return nil end`,
    `v.${name} = bits(buffer, bit, ${bits})`,
    `tree:add(fields[${quoted(`${prefix}${name}`)}], cover(buffer, bit, ${bits})${shown})`,
    `bit = bit + ${bits}`,
  ];
}

/** Octets and lists: both have a size, and no more of it counts than is there. */
function spanReader(field: Exclude<FieldLayout, { bits: number }>, struct: StructLayout, prefix: string): string[] {
  const rest = struct.length === undefined ? 'stop' : `start + (${print(struct.length.octets)})`;
  const wanted = field.size === 'rest' ? `(${rest}) - math.floor(bit / 8)` : print(field.size);
  const path = quoted(`${prefix}${field.name}`);
  return [
    'do',
    '  local at = math.floor(bit / 8)',
    `  local octets = math.max(0, math.min(${wanted}, stop - at))`,
    `  size.${field.name} = octets`,
    `  if octets > 0 then`,
    ...(field.form === 'list'
      ? itemsReader(field, path, `${prefix}${field.name}`)
      : [`    tree:add(fields[${path}], buffer(at, octets))`]),
    '  end',
    '  bit = (at + octets) * 8',
    'end',
  ];
}

function itemsReader(list: ListField, path: string, prefix: string): string[] {
  const tag = tagOf(list);
  const ends = list.until === undefined ? [] : [`      if truth(${print(list.until)}) then break end`];
  return [
    `    local list, here = tree:add(fields[${path}], buffer(at, octets)), at`,
    '    while here < at + octets do',
    `      if here * 8 + ${tag.bits} > stop * 8 then break end`,
    `      local v = { ${tag.name} = bits(buffer, here * 8, ${tag.bits}) }`,
    `      local read = ${kindsName(prefix)}[v.${tag.name}] or ${kindsName(prefix)}.otherwise`,
    '      local after = read and read(buffer, here, at + octets, list)',
    '      if after == nil or after <= here then break end',
    '      here = after',
    ...ends,
    '    end',
  ];
}

function kindReaders(list: ListField, id: string, prefix: string): string[] {
  return [
    `local ${kindsName(prefix)} = {}`,
    ...list.items.flatMap((item) => {
      const kind = item.title.replace(/[^A-Za-z0-9]/g, '');
      const name = `read_${kind}`;
      const place = item.tag === undefined ? '.otherwise' : `[${item.tag}]`;
      return [
        'do',
        ...structReader(item, id, name, `${prefix}.${kind}.`).map((line) => `  ${line}`),
        `  ${kindsName(prefix)}${place} = ${name}`,
        'end',
      ];
    }),
  ];
}

function kindsName(prefix: string): string {
  return `kinds_${prefix.replace(/[^A-Za-z0-9]/g, '_')}`;
}

function print(expression: Expression): string {
  return printExpression(expression, LUA);
}

/** As Lua writes a string: its escapes are those of JSON, but for characters that are no ASCII, which it takes as they are. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
