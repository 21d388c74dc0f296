/**
 * Whether what reaches beyond its own struct is where it can: padding, exclusive-or with octets of the layer, and sums
 * over what comes before belong to the items of a list that always lies at the same place.
 */
import { itemSchemas, placesOf } from '../build-layout.ts';
import type { FieldSchema, StructSchema, WireDocument } from '../document.ts';
import type { SchemaFault } from './struct.ts';

export function checkReach(document: WireDocument): SchemaFault[] {
  const places = placesOf(document);
  const lists = Object.entries(document.properties).filter(([, schema]) => schema['x-wire'].as === 'list');
  const own = Object.entries(document.properties).flatMap(([name, schema]) => outsideItems(name, schema));
  if (document['x-wire'].pad) own.push({ path: '/x-wire/pad', message: 'pad is for an item of a list' });
  const items = lists.flatMap(([list, schema]) =>
    itemSchemas(schema).flatMap((item) =>
      Object.entries((document.$defs?.[item] as Partial<StructSchema> | undefined)?.properties ?? {}).flatMap(
        ([name, field]) => insideItems(`/$defs/${item}/properties/${name}/x-wire`, field, places, places.has(list)),
      ),
    ),
  );
  return [...own, ...items];
}

function outsideItems(name: string, { 'x-wire': { xor, checksum } }: FieldSchema): SchemaFault[] {
  const path = `/properties/${name}/x-wire`;
  return [
    ...(xor === undefined ? [] : [{ path: `${path}/xor`, message: 'xor is for a field of an item' }]),
    ...(checksum?.algorithm === 'crc32'
      ? [{ path: `${path}/checksum`, message: 'crc32 is for a field of an item' }]
      : []),
  ];
}

function insideItems(
  path: string,
  { 'x-wire': { bits = 8, xor, checksum } }: FieldSchema,
  places: ReadonlyMap<string, number>,
  isPlaced: boolean,
): SchemaFault[] {
  if (xor === undefined && checksum === undefined) return [];
  const faults: SchemaFault[] = [];
  if (!isPlaced) faults.push({ path, message: 'its list does not always lie at the same place' });
  if (xor !== undefined && !places.has(xor)) {
    faults.push({ path: `${path}/xor`, message: `${xor} is no field of the layer that always lies at the same octet` });
  }
  if (xor !== undefined && ![8, 16, 32].includes(bits)) {
    faults.push({ path: `${path}/xor`, message: `a field of ${bits} bits cannot be exclusive-or'ed: 8, 16 or 32 can` });
  }
  return faults;
}
