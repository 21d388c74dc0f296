/**
 * x-wire document -> Layout. The document must have passed checkSchema; what a check refuses is not looked at again here.
 */
import type { FieldSchema, StructSchema, WireDocument } from './document.ts';
import type { Expression } from './expression/ast.ts';
import { parseExpression } from './expression/parse.ts';
import type { BitField, FieldLayout, ItemLayout, Layout, ListField, StructLayout } from './layout.ts';

type Definitions = NonNullable<WireDocument['$defs']>;
type Raw = FieldSchema & { readonly title?: string; readonly pattern?: string };

/** @throws TypeError when the document was not checked and cannot be laid out */
export function buildLayout(document: WireDocument): Layout {
  const [, , protocol, name] = document.$id.split(':');
  return { layer: `${protocol}/${name}`, ...buildStruct(document, document.$defs ?? {}) };
}

function buildStruct(schema: StructSchema, definitions: Definitions): StructLayout {
  const { order, length, require = [], context = {} } = schema['x-wire'];
  const fields: FieldLayout[] = [];
  let bit: number | undefined = 0;
  for (const name of order) {
    const field = buildField(name, resolveField(schema.properties[name], definitions), bit, definitions);
    fields.push(field);
    bit = bit === undefined || field.presentWhen || !('bits' in field) ? undefined : bit + field.bits;
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

/** A property with what its `$ref` points to laid under it. */
export function resolveField(field: FieldSchema | undefined, definitions: Definitions): FieldSchema {
  if (!field) throw new TypeError('x-wire order names a property that does not exist');
  if (field.$ref === undefined) return field;
  const target = definitions[field.$ref.replace('#/$defs/', '')];
  return { ...(target as Partial<Raw>), ...field };
}

/** The JSON form of a property when `as` does not say. */
export function formOf(schema: FieldSchema): FieldLayout['form'] {
  const { as } = schema['x-wire'];
  if (as) return as;
  return schema.type === 'boolean' ? 'bool' : 'uint';
}

function buildField(name: string, schema: FieldSchema, bit: number | undefined, definitions: Definitions): FieldLayout {
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
  if (form === 'octets') return { ...base, form, size: sizeOf(wire.octets) };
  if (form === 'list') return { ...base, form, ...buildList(schema, definitions) };
  return { ...base, form, ...buildBits(schema) };
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
    ...(checksum && { checksum }),
  };
}

function buildList(
  schema: FieldSchema,
  definitions: Definitions,
): Pick<ListField, 'size' | 'items' | 'until' | 'align'> {
  const { octets, until, align } = schema['x-wire'];
  return {
    size: sizeOf(octets),
    items: itemSchemas(schema).map((name) => buildItem(definitions[name] as StructSchema, definitions)),
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

function buildItem(schema: StructSchema, definitions: Definitions): ItemLayout {
  const struct = buildStruct(schema, definitions);
  const [first] = struct.fields;
  const tag = first && 'constant' in first ? first.constant : undefined;
  return tag === undefined ? struct : { ...struct, tag };
}

function sizeOf(octets: number | string | undefined): Expression | 'rest' {
  return octets === 'rest' ? 'rest' : expressionOf(octets ?? 0);
}

function expressionOf(text: number | string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new TypeError(`x-wire expression "${text}": ${parsed.message}`);
  return parsed.expression;
}
