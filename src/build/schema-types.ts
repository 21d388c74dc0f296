/**
 * JSON Schema -> TypeScript types, by json-schema-to-typescript. A definition of another document is copied in, so that
 * every generated file stands alone.
 */
import { compile } from 'json-schema-to-typescript';

/** What the generator says of who refers to a definition: the first of many, and no help. */
const REFERRER =
  /\n \*\n \* This interface was referenced by `[^`]*`'s JSON-Schema\n \* via the `[^`]*` "[^"]*"\.|\/\*\*\n \* This interface was referenced by `[^`]*`'s JSON-Schema\n \* via the `[^`]*` "[^"]*"\.\n \*\/\n/g;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type SchemaDocument = { readonly [key: string]: Json };

/** The types of `schema`; `documents` are those that it may refer to, by `$id`. */
export async function typesOf(schema: SchemaDocument, documents: ReadonlyMap<string, SchemaDocument>): Promise<string> {
  const whole = withForeignDefinitions(schema, documents);
  const text = await compile(whole as Parameters<typeof compile>[0], String(schema.title), {
    additionalProperties: true,
    bannerComment: '',
    format: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 120 },
    unreachableDefinitions: true,
  });
  return `${text.replace(REFERRER, '').trim()}\n`;
}

/** An x-wire document as its decoded value: a constant of the layer itself is a number, since an observer sees others. */
export function asValueSchema(document: SchemaDocument): SchemaDocument {
  const properties = Object.entries(document.properties as SchemaDocument).map(([name, property]) => {
    const { const: _constant, ...rest } = property as SchemaDocument;
    return [name, rest.$ref === undefined ? rest : { $ref: rest.$ref }];
  });
  return { ...document, properties: Object.fromEntries(properties) };
}

function withForeignDefinitions(
  schema: SchemaDocument,
  documents: ReadonlyMap<string, SchemaDocument>,
): SchemaDocument {
  const definitions: Record<string, Json> = {};
  const rewrite = (node: Json, home: string): Json => {
    if (Array.isArray(node)) return node.map((one) => rewrite(one, home));
    if (node === null || typeof node !== 'object') return node;
    const entries = Object.entries(node as SchemaDocument)
      .filter(([key]) => key !== 'x-wire')
      .map(([key, value]) => {
        return [key, key === '$ref' && typeof value === 'string' ? take(value, home) : rewrite(value, home)];
      });
    return Object.fromEntries(entries);
  };
  const take = (ref: string, home: string): string => {
    const [id, pointer = ''] = ref.split('#');
    const from = id === '' ? home : (id ?? home);
    if (from === schema.$id) return `#${pointer}`;
    const name = pointer.split('/').at(-1) ?? '';
    if (!(name in definitions)) {
      definitions[name] = {};
      definitions[name] = rewrite(resolve(from, pointer, documents), from);
    }
    return `#/$defs/${name}`;
  };
  const { $defs, ...rest } = rewrite(schema, String(schema.$id)) as SchemaDocument;
  const { $id: _id, $schema: _schema, ...body } = rest;
  return { ...body, $defs: { ...($defs as SchemaDocument | undefined), ...definitions } };
}

function resolve(id: string, pointer: string, documents: ReadonlyMap<string, SchemaDocument>): Json {
  let node: Json | undefined = documents.get(id);
  for (const key of pointer.split('/').slice(1)) node = (node as SchemaDocument | undefined)?.[key];
  if (node === undefined) throw new TypeError(`$ref to ${id}#${pointer}, which does not exist`);
  return node;
}
