/**
 * x-wire document -> Layout. The document must have passed checkSchema; what a check refuses is not looked at again here.
 */
import type { FieldForm } from './codec.ts';
import type { FieldSchema, StructSchema, WireDocument } from './document.ts';
import type { Expression } from './expression/ast.ts';
import { parseExpression } from './expression/parse.ts';
import type { BitField, FieldLayout, ItemLayout, Layout, ListField, OctetsField, StructLayout } from './layout.ts';

type Definitions = NonNullable<WireDocument['$defs']>;
/** First octet of each field of the layer that lies at a fixed place. */
type Places = ReadonlyMap<string, number>;
type Raw = FieldSchema & { readonly title?: string; readonly pattern?: string };

/** @throws TypeError when the document was not checked and cannot be laid out */
export function buildLayout(document: WireDocument): Layout {
  const [, , protocol, name] = document.$id.split(':');
  return { layer: `${protocol}/${name}`, ...buildStruct(document, document.$defs ?? {}, placesOf(document)) };
}

/** First octet by name, of the fields that always lie at the same place. */
export function placesOf({ properties, 'x-wire': { order } }: StructSchema): Map<string, number> {
  const places = new Map<string, number>();
  let bit = 0;
  for (const name of order) {
    const { bits, octets, presentWhen } = properties[name]?.['x-wire'] ?? {};
    if (presentWhen !== undefined) break;
    if (bit % 8 === 0) places.set(name, bit / 8);
    if (bits === undefined && typeof octets !== 'number') break;
    bit += bits ?? Number(octets) * 8;
  }
  return places;
}

function buildStruct(schema: StructSchema, definitions: Definitions, places: Places): StructLayout {
  const { order, length, require = [], context = {} } = schema['x-wire'];
  const fields: FieldLayout[] = [];
  let bit: number | undefined = 0;
  for (const name of order) {
    const field = buildField(name, resolveField(schema.properties[name], definitions), bit, definitions, places);
    fields.push(field);
    bit = bit === undefined || field.presentWhen ? undefined : after(bit, field);
  }
  return {
    title: schema.title,
    ...(schema.description !== undefined && { description: schema.description }),
    fields,
    ...(length && { length: { ...length, octets: expressionOf(length.octets) } }),
    require: require.map((requirement) => ({ ...requirement, that: expressionOf(requirement.that) })),
    context,
  };
}

/** The bit behind `field`, if it takes the same room always. */
function after(bit: number, field: FieldLayout): number | undefined {
  if ('bits' in field) return bit + field.bits;
  return field.size !== 'rest' && field.size.op === 'number' ? bit + field.size.value * 8 : undefined;
}

/** A property with what its `$ref` points to laid under it. */
export function resolveField(field: FieldSchema | undefined, definitions: Definitions): FieldSchema {
  if (!field) throw new TypeError('x-wire order names a property that does not exist');
  if (field.$ref === undefined) return field;
  const target = definitions[field.$ref.replace('#/$defs/', '')];
  return { ...(target as Partial<Raw>), ...field };
}

/** The JSON form of a property when `as` does not say. */
export function formOf(schema: FieldSchema): FieldForm {
  const { as } = schema['x-wire'];
  if (as) return as;
  return schema.type === 'boolean' ? 'bool' : 'uint';
}

function buildField(
  name: string,
  schema: FieldSchema,
  bit: number | undefined,
  definitions: Definitions,
  places: Places,
): FieldLayout {
  const wire = schema['x-wire'];
  const base = {
    name,
    label: wire.label,
    ...(schema.description !== undefined && { description: schema.description }),
    ...(bit !== undefined && { bit }),
    ...(wire.presentWhen !== undefined && { presentWhen: expressionOf(wire.presentWhen) }),
    rules: wire.rules ?? [],
    ...(wire.onInvalid && { onInvalid: wire.onInvalid }),
  };
  const form = formOf(schema);
  const mask = wire.xor === undefined ? {} : { xor: places.get(wire.xor) ?? 0 };
  if (form === 'list') return { ...base, form, ...buildList(schema, definitions, places) };
  if (form === 'octets' || form === 'ip') return { ...base, ...buildOctets(schema), ...mask };
  return { ...base, form, ...buildBits(schema), ...mask };
}

function buildOctets(schema: FieldSchema): Pick<OctetsField, 'form' | 'size' | 'isAddress'> {
  const size = sizeOf(schema['x-wire'].octets);
  return { form: 'octets', size, ...(formOf(schema) === 'ip' && { isAddress: true }) };
}

function buildBits(schema: FieldSchema): Omit<BitField, 'name' | 'label' | 'rules' | 'form'> {
  const wire = schema['x-wire'];
  const { bits = 0, scale, unit, names, namesBy, checksum } = wire;
  const send = wire.send === undefined ? undefined : Number(wire.send);
  const derive = wire.derive ?? send ?? schema.const;
  const [minimum = 0, maximum = 0] = [schema.minimum, schema.maximum];
  return {
    bits,
    ...(scale !== undefined && { scale }),
    ...(unit !== undefined && { unit }),
    ...(names && { names }),
    ...(namesBy && { namesBy }),
    ...(schema.const !== undefined && { constant: schema.const }),
    ...(schema.enum && { allowed: schema.enum }),
    ...(minimum > 0 && { minimum }),
    ...(schema.maximum !== undefined && maximum < 2 ** bits - 1 && { maximum }),
    ...(send !== undefined && { send }),
    ...(derive !== undefined && { derive: expressionOf(derive) }),
    ...(checksum?.algorithm === 'internet' && { checksum }),
    ...(checksum?.algorithm === 'crc32' && { itemChecksum: checksum }),
  };
}

function buildList(
  schema: FieldSchema,
  definitions: Definitions,
  places: Places,
): Pick<ListField, 'size' | 'items' | 'until' | 'align'> {
  const { octets, until, align } = schema['x-wire'];
  return {
    size: sizeOf(octets),
    items: itemSchemas(schema).map((name) => buildItem(definitions[name] as StructSchema, definitions, places)),
    ...(until !== undefined && { until: expressionOf(until) }),
    ...(align && { align }),
  };
}

/** Names of the definitions that a list's items are. */
export function itemSchemas(schema: FieldSchema): string[] {
  const { oneOf, $ref } = schema.items ?? {};
  const refs = oneOf ? oneOf.map((branch) => branch.$ref) : $ref === undefined ? [] : [$ref];
  return refs.map((ref) => ref.replace('#/$defs/', ''));
}

function buildItem(schema: StructSchema, definitions: Definitions, places: Places): ItemLayout {
  const struct = buildStruct(schema, definitions, places);
  const [first] = struct.fields;
  const tag = first && 'constant' in first ? first.constant : undefined;
  const { pad } = schema['x-wire'];
  return { ...struct, ...(tag !== undefined && { tag }), ...(pad && { pad }) };
}

function sizeOf(octets: number | string | undefined): Expression | 'rest' {
  return octets === 'rest' ? 'rest' : expressionOf(octets ?? 0);
}

function expressionOf(text: number | string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new TypeError(`x-wire expression "${text}": ${parsed.message}`);
  return parsed.expression;
}
