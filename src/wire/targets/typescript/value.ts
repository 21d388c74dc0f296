/**
 * The JSON form of a field from its local or from a struct: `decode`.
 */
import { type BitField, type FieldLayout, type Layout, pseudoHeaderOf, type StructLayout } from '../../layout.ts';
import { block, code, local, membersOf, pascal } from './source.ts';

/** `name: value` of each field of `struct`; a field that may be absent as a spread. */
export function valueProperties(struct: StructLayout, variable = local): string[] {
  return struct.fields.map((field) => {
    const property = `${field.name}: ${jsonOf(field, variable)}`;
    if (!field.presentWhen) return property;
    return `...(${code(struct, field.presentWhen, variable)} ? { ${property} } : undefined)`;
  });
}

function jsonOf(field: FieldLayout, variable: (name: string) => string): string {
  const [first = '', length = ''] = membersOf(field).map(variable);
  switch (field.form) {
    case 'uint':
      return field.bits === 32 ? `${unmasked(field, first)} >>> 0` : unmasked(field, first);
    case 'bool':
      return `${first} !== 0`;
    case 'ipv4':
      return `dottedOf(${first})`;
    case 'octets':
      if (field.isAddress) return addressOf(first, length, field.xor);
      return `hexOf(view, ${first}, ${length})`;
    case 'list':
      return `decode${pascal(field.name)}(view, ${first}, ${first} + ${length})`;
    default:
      return field satisfies never;
  }
}

/** Values are made by `decode` alone, where the layer starts at octet 0. */
function unmasked({ bits, xor }: BitField, name: string): string {
  if (xor === undefined) return name;
  return `(${name} ^ view.get${bits === 32 ? 'Int32' : `Uint${bits}`}(${xor}))`;
}

function addressOf(at: string, length: string, xor: number | undefined): string {
  return xor === undefined ? `ipOf(view, ${at}, ${length})` : `maskedIpOf(view, ${at}, ${length}, ${xor})`;
}

/** `decode`: the struct is read into a scratch one, whose value is then built. */
export function decodeFunction(layout: Layout, value: string): string[] {
  const member = (name: string): string => `from.${name}`;
  const properties = valueProperties(layout, member).map((property) => `${property},`);
  const length = layout.length ? code(layout, layout.length.octets, member) : 'lengthOf(from)';
  const [outside, context] = pseudoHeaderOf(layout) ? [', context?: Context', ', context'] : ['', ''];
  return block(`function decode(octets: Uint8Array${outside}): Decoded<${value}>`, [
    'const view = viewOf(octets);',
    'const from = scratch;',
    `if (read(from, view, 0, view.byteLength${context}) !== 0) return { ok: false, fault: firstFault(layout, octets${context}) };`,
    ...block(`const value: ${value} =`, properties, '};'),
    `return { ok: true, value, length: ${length} };`,
  ]);
}
