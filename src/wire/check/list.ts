/**
 * Whether the items of a list can be told apart: every kind is a struct of $defs, its first field is the tag, each tag
 * value belongs to one kind, and at most one kind takes all others. That one may also spell kinds that start as it does.
 */
import { itemSchemas, resolveField } from '../build-layout.ts';
import type { FieldSchema, StructSchema, WireDocument } from '../document.ts';
import { checkExpression } from './expressions.ts';
import { checkStruct, type SchemaFault } from './struct.ts';

interface ItemKind {
  readonly name: string;
  readonly schema: StructSchema;
  readonly path: string;
}

/** The faults of the lists of `document`, and of the kinds of their items. */
export function checkLists(document: WireDocument): SchemaFault[] {
  return Object.entries(document.properties).flatMap(([name, schema]) => {
    if (schema['x-wire'].as !== 'list') return [];
    const path = `/properties/${name}`;
    const kinds = itemSchemas(schema).map((item) => {
      return { name: item, schema: document.$defs?.[item] as StructSchema, path: `/$defs/${item}` };
    });
    const missing = kinds.filter((kind) => kind.schema === undefined || !('x-wire' in kind.schema));
    if (kinds.length === 0)
      return [{ path: `${path}/items`, message: 'items must be a $ref, or oneOf of $refs, into $defs' }];
    if (missing.length > 0) {
      return missing.map((kind) => ({
        path: `${path}/items`,
        message: `${kind.name} is no struct with x-wire in $defs`,
      }));
    }
    const own = kinds.flatMap((kind) => [
      ...checkStruct(kind.schema, document.$defs ?? {}, kind.path),
      ...checkItem(kind),
    ]);
    return own.length > 0 ? own : [...checkTags(kinds, path), ...checkUntil(kinds, schema, path)];
  });
}

function checkItem({ schema, path }: ItemKind): SchemaFault[] {
  const { order, context } = schema['x-wire'];
  const faults: SchemaFault[] = [];
  if (context) faults.push({ path: `${path}/x-wire/context`, message: 'an item of a list has no context' });
  for (const name of order) {
    const wire = schema.properties[name]?.['x-wire'];
    const at = `${path}/properties/${name}/x-wire`;
    if (wire?.as === 'list') faults.push({ path: `${at}/as`, message: 'a list in a list is more than x-wire says' });
    if (wire?.checksum?.algorithm === 'internet') {
      faults.push({ path: `${at}/checksum`, message: 'an item of a list has no internet checksum' });
    }
  }
  return faults;
}

function checkTags(kinds: readonly ItemKind[], path: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const seen = new Map<number, string>();
  const tags = kinds.map((kind) => ({ ...kind, tag: tagOf(kind) }));
  const [first] = tags;
  for (const { name, schema, tag, path: at } of tags) {
    const isOtherwise = schema['x-wire'].otherwise === true;
    const bits = tag?.['x-wire'].bits ?? 0;
    const order = `${at}/x-wire/order`;
    if (schema['x-wire'].order[0] !== first?.schema['x-wire'].order[0] || bits !== first?.tag?.['x-wire'].bits) {
      faults.push({ path: order, message: 'every kind of item starts with the same field, of the same width' });
    } else if (![8, 16, 32].includes(bits))
      faults.push({ path: order, message: `the tag has 8, 16 or 32 bits, not ${bits}` });
    if (tag?.const === undefined && !isOtherwise) {
      faults.push({ path: at, message: `${name} must have a const as its tag, or be the kind for otherwise` });
    }
    if (tag?.const === undefined) continue;
    if (isOtherwise) faults.push({ path: `${at}/x-wire/otherwise`, message: `${name} has a const as its tag` });
    const other = seen.get(tag.const);
    if (other !== undefined) faults.push({ path: at, message: `${name} and ${other} have the same tag ${tag.const}` });
    seen.set(tag.const, name);
  }
  return [
    ...faults,
    ...checkOtherwise(
      tags.filter(({ schema }) => schema['x-wire'].otherwise),
      kinds.filter(({ schema }) => !schema['x-wire'].otherwise),
      seen,
      path,
    ),
  ];
}

function checkOtherwise(
  kinds: readonly (ItemKind & { readonly tag: FieldSchema | undefined })[],
  others: readonly ItemKind[],
  seen: ReadonlyMap<number, string>,
  path: string,
): SchemaFault[] {
  const [only, second] = kinds;
  if (second) return [{ path: `${path}/items`, message: `${only?.name} and ${second.name} both take every other tag` }];
  if (!only?.tag) return [];
  const {
    minimum = 0,
    maximum = 0,
    not,
  } = only.tag as FieldSchema & { readonly not?: { readonly enum?: readonly number[] } };
  const spelled = new Set(others.filter((other) => isSpelledBy(only, other)).map(({ name }) => name));
  return [...seen].flatMap(([tag, name]) => {
    if (spelled.has(name) || tag < minimum || tag > maximum || not?.enum?.includes(tag)) return [];
    return [{ path: only.path, message: `${only.name} also takes tag ${tag}, which is ${name}'s` }];
  });
}

/**
 * Whether the kind for all other tags is a generic spelling of `kind`: the same fields up to its last, which is its own
 * and tells the two apart in a value.
 */
function isSpelledBy({ schema: generic }: ItemKind, { schema: kind }: ItemKind): boolean {
  const [names, own] = [generic['x-wire'].order, kind['x-wire'].order];
  const mark = names.at(-1) ?? '';
  return !own.includes(mark) && names.slice(0, -1).every((name, place) => own[place] === name);
}

function checkUntil(kinds: readonly ItemKind[], { 'x-wire': { until } }: FieldSchema, path: string): SchemaFault[] {
  if (until === undefined) return [];
  const tag = kinds[0]?.schema['x-wire'].order[0] ?? '';
  const later = new Set(kinds.flatMap(({ schema }) => schema['x-wire'].order).filter((name) => name !== tag));
  const message = checkExpression(until, 'truth', { kinds: new Map([[tag, 'number']]), later, sizes: new Set() });
  return message === undefined ? [] : [{ path: `${path}/x-wire/until`, message }];
}

function tagOf({ schema }: ItemKind): FieldSchema | undefined {
  return resolveField(schema.properties[schema['x-wire'].order[0] ?? ''], {});
}
