/**
 * Whether a struct can be laid out: its order names every property once, fields lie on octet boundaries where they must,
 * and every expression can be worked out at its place.
 */
import { formOf, resolveField } from '../build-layout.ts';
import type { FieldSchema, StructSchema, WireDocument } from '../document.ts';
import { checkExpression, type Kind, type Scope } from './expressions.ts';
import { checkField } from './field.ts';

/** What is wrong with a schema, and where: a JSON pointer into it. */
export interface SchemaFault {
  readonly path: string;
  readonly message: string;
}

interface Named {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly path: string;
}

type Definitions = NonNullable<WireDocument['$defs']>;

/** The faults of one struct; `path` points to it. Lists of items are looked at apart, in list.ts. */
export function checkStruct(struct: StructSchema, definitions: Definitions, path: string): SchemaFault[] {
  const named = checkNames(struct, path);
  if (named.length > 0) return named;
  const fields = struct['x-wire'].order.map((name) => {
    return { name, schema: resolveField(struct.properties[name], definitions), path: `${path}/properties/${name}` };
  });
  const own = fields.flatMap(({ schema, path: at }) => {
    return checkField(schema).map(({ key, message }) => ({ path: `${at}/x-wire${key && `/${key}`}`, message }));
  });
  if (own.length > 0) return own;
  return [
    ...checkPresence(struct, fields, path),
    ...checkBoundaries(fields, path),
    ...checkFieldExpressions(struct, fields),
    ...checkStructExpressions(struct, fields, path),
    ...checkChecksum(fields),
    ...checkPseudoHeader(struct, fields),
    ...checkNamesBy(fields),
  ];
}

function checkNames({ properties, required = [], 'x-wire': { order } }: StructSchema, path: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const at = `${path}/x-wire/order`;
  for (const name of Object.keys(properties)) {
    if (!order.includes(name)) faults.push({ path: at, message: `order leaves out property ${name}` });
    else if (!('x-wire' in (properties[name] ?? {}))) {
      faults.push({ path: `${path}/properties/${name}`, message: `property ${name} has no x-wire` });
    }
  }
  for (const name of order) {
    if (!Object.hasOwn(properties, name))
      faults.push({ path: at, message: `order names ${name}, which is no property` });
  }
  for (const name of required) {
    if (Object.hasOwn(properties, name)) continue;
    faults.push({ path: `${path}/required`, message: `required names ${name}, which is no property` });
  }
  return faults;
}

function checkPresence({ required = [] }: StructSchema, fields: readonly Named[], path: string): SchemaFault[] {
  return fields.flatMap(({ name, schema, path: at }) => {
    const wire = schema['x-wire'];
    const isAlways = wire.presentWhen === undefined;
    if (isAlways && !required.includes(name)) {
      return [{ path: `${path}/required`, message: `${name} is always there: required must name it` }];
    }
    if (isAlways) return [];
    if (required.includes(name)) {
      return [{ path: `${path}/required`, message: `${name} may be absent (presentWhen): required must not name it` }];
    }
    const hasValue = wire.octets !== undefined || wire.derive !== undefined || wire.send !== undefined;
    return hasValue ? [] : [{ path: `${at}/x-wire`, message: 'a field that may be absent needs derive or send' }];
  });
}

/** Runs of bit fields under one condition end on octet boundaries; the first is unconditional. */
function checkBoundaries(fields: readonly Named[], path: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const [first] = fields;
  if (first?.schema['x-wire'].bits === undefined || first.schema['x-wire'].presentWhen !== undefined) {
    faults.push({ path: `${path}/x-wire/order`, message: 'the first field must have bits and always be there' });
  }
  let bits = 0;
  fields.forEach(({ name, schema }, index) => {
    const wire = schema['x-wire'];
    const next = fields[index + 1]?.schema['x-wire'];
    bits += wire.bits ?? 0;
    const ends = next === undefined || next.bits === undefined || next.presentWhen !== wire.presentWhen;
    if (!ends || wire.bits === undefined) return;
    if (bits % 8 !== 0) {
      const message = `the bit fields up to ${name} have ${bits} bits, which is no whole number of octets`;
      faults.push({ path: `${path}/properties/${name}/x-wire/bits`, message });
    }
    bits = 0;
  });
  const rest = fields.find(({ schema }, index) => schema['x-wire'].octets === 'rest' && index < fields.length - 1);
  if (rest) faults.push({ path: `${rest.path}/x-wire/octets`, message: 'rest is for the last field only' });
  return faults;
}

function checkFieldExpressions(struct: StructSchema, fields: readonly Named[]): SchemaFault[] {
  const context = Object.keys(struct['x-wire'].context ?? {}).filter((name) => name === 'payloadLength');
  return fields.flatMap(({ schema, path }, index) => {
    const { octets, presentWhen, derive } = schema['x-wire'];
    const earlier = scopeOf(fields.slice(0, index), fields.slice(index));
    const deriving: Scope = {
      ...earlier,
      kinds: new Map([...earlier.kinds, ...context.map(numberOf)]),
      sizes: sizedOf(fields),
    };
    const isSize = typeof octets === 'string' && octets !== 'rest';
    return [
      ...(isSize ? faultAt(`${path}/x-wire/octets`, octets, 'number', earlier) : []),
      ...faultAt(`${path}/x-wire/presentWhen`, presentWhen, 'truth', withoutDerived(earlier, fields)),
      ...(typeof derive === 'string' ? faultAt(`${path}/x-wire/derive`, derive, 'number', deriving) : []),
    ];
  });
}

function checkStructExpressions(struct: StructSchema, fields: readonly Named[], path: string): SchemaFault[] {
  const { length, require = [] } = struct['x-wire'];
  const opening = fields.findIndex(
    ({ schema }) => schema['x-wire'].bits === undefined || schema['x-wire'].presentWhen !== undefined,
  );
  const first = opening < 0 ? fields.length : opening;
  const all = scopeOf(fields, []);
  return [
    ...faultAt(
      `${path}/x-wire/length/octets`,
      length?.octets,
      'number',
      scopeOf(fields.slice(0, first), fields.slice(first)),
    ),
    ...require.flatMap(({ that, field }, index) => {
      const at = `${path}/x-wire/require/${index}`;
      const isField = fields.some(({ name }) => name === field);
      const unknown = isField ? [] : [{ path: `${at}/field`, message: `${field} is no field` }];
      return [...faultAt(`${at}/that`, that, 'truth', all), ...unknown];
    }),
  ];
}

function checkChecksum(fields: readonly Named[]): SchemaFault[] {
  let bit = 0;
  let isFirstRun = true;
  const found: SchemaFault[] = [];
  let count = 0;
  for (const { schema, path } of fields) {
    const { bits, presentWhen, checksum } = schema['x-wire'];
    isFirstRun &&= bits !== undefined && presentWhen === undefined;
    if (checksum?.algorithm === 'internet') {
      const at = `${path}/x-wire/checksum`;
      if (!isFirstRun) found.push({ path: at, message: 'a checksum lies among the first fields of fixed width' });
      else if (bit % 16 !== 0) found.push({ path: at, message: `a checksum starts on 16 bits, not at bit ${bit}` });
      if (++count > 1) found.push({ path: at, message: 'a struct has one checksum' });
    }
    bit += bits ?? 0;
  }
  return found;
}

/** A pseudo-header has a protocol, and addresses from outside. */
function checkPseudoHeader(struct: StructSchema, fields: readonly Named[]): SchemaFault[] {
  const { context = {} } = struct['x-wire'];
  return fields.flatMap(({ schema, path }) => {
    const { checksum } = schema['x-wire'];
    if (checksum?.algorithm !== 'internet') return [];
    const at = `${path}/x-wire/checksum`;
    const isOver = checksum.over === 'pseudo-header';
    if (isOver !== (checksum.protocol !== undefined)) {
      return [{ path: at, message: 'a checksum has a protocol when it is over the pseudo-header' }];
    }
    const isTold = 'source' in context && 'destination' in context;
    return isOver && !isTold
      ? [{ path: at, message: 'the pseudo-header takes source and destination as context' }]
      : [];
  });
}

/** What the names of a value hang on is an earlier number. */
function checkNamesBy(fields: readonly Named[]): SchemaFault[] {
  return fields.flatMap(({ schema, path }, index) => {
    const { namesBy } = schema['x-wire'];
    if (namesBy === undefined) return [];
    const other = fields.slice(0, index).find(({ name }) => name === namesBy.field);
    const at = `${path}/x-wire/namesBy`;
    if (other === undefined || formOf(other.schema) !== 'uint') {
      return [{ path: `${at}/field`, message: `${namesBy.field} is no earlier number` }];
    }
    const { bits = 0 } = other.schema['x-wire'];
    const wide = Object.keys(namesBy.names).filter((value) => Number(value) >= 2 ** bits);
    return wide.map((value) => ({
      path: `${at}/names`,
      message: `${bits} bits of ${other.name} do not hold ${value}`,
    }));
  });
}

function faultAt(path: string, text: string | undefined, kind: Kind, scope: Scope): SchemaFault[] {
  const message = text === undefined ? undefined : checkExpression(text, kind, scope);
  return message === undefined ? [] : [{ path, message }];
}

function scopeOf(known: readonly Named[], later: readonly Named[]): Scope {
  const bits = known.filter(({ schema }) => {
    return schema['x-wire'].bits !== undefined && schema['x-wire'].xor === undefined && formOf(schema) !== 'ipv4';
  });
  return {
    kinds: new Map(bits.map(({ name, schema }) => [name, formOf(schema) === 'bool' ? 'truth' : 'number'])),
    later: new Set(
      [...known, ...later].map(({ name }) => name).filter((name) => !bits.some((one) => one.name === name)),
    ),
    sizes: sizedOf(known),
  };
}

function sizedOf(fields: readonly Named[]): Set<string> {
  return new Set(fields.filter(({ schema }) => schema['x-wire'].octets !== undefined).map(({ name }) => name));
}

/** A condition must be known before anything is derived, so that an encoder can tell which fields there are. */
function withoutDerived(scope: Scope, fields: readonly Named[]): Scope {
  const derived = fields.filter(({ schema: { 'x-wire': wire } }) => typeof wire.derive === 'string' || wire.checksum);
  const names = new Set(derived.map(({ name }) => name));
  return {
    ...scope,
    kinds: new Map([...scope.kinds].filter(([name]) => !names.has(name))),
    later: new Set([...scope.later, ...names]),
  };
}

function numberOf(name: string): [string, Kind] {
  return [name, 'number'];
}
