/**
 * Whether one property's x-wire and its JSON Schema agree: the width holds what the schema allows, and every key belongs
 * to the field's form.
 */
import { formOf } from '../build-layout.ts';
import type { FieldForm } from '../codec.ts';
import type { FieldSchema, WireField } from '../document.ts';

/** JSON type of each form. */
const TYPES: Readonly<Record<FieldForm, string>> = {
  uint: 'integer',
  bool: 'boolean',
  ipv4: 'string',
  octets: 'string',
  ip: 'string',
  list: 'array',
};

/** Keys that only some forms take. */
const KEYS: Readonly<Partial<Record<keyof WireField, readonly FieldForm[]>>> = {
  bits: ['uint', 'bool', 'ipv4'],
  octets: ['octets', 'ip', 'list'],
  scale: ['uint'],
  names: ['uint'],
  namesBy: ['uint'],
  checksum: ['uint'],
  derive: ['uint', 'bool', 'ipv4'],
  send: ['uint', 'bool'],
  xor: ['uint', 'ip'],
  until: ['list'],
  align: ['list'],
};

/** What is wrong with a property whose `$ref` is resolved: messages, each with the key that it is about. */
export function checkField(schema: FieldSchema): { key: string; message: string }[] {
  const wire = schema['x-wire'];
  const form = formOf(schema);
  const faults: { key: string; message: string }[] = [];
  if (schema.type !== TYPES[form]) {
    faults.push({
      key: 'as',
      message: `a field of form ${form} has type ${TYPES[form]}, not ${schema.type ?? 'none'}`,
    });
  }
  for (const [key, forms] of Object.entries(KEYS)) {
    if (key in wire && !forms.includes(form)) {
      faults.push({ key, message: `${key} is for ${forms.join(', ')}; this field has form ${form}` });
    }
  }
  if (faults.length > 0) return faults;
  return [...widthFaults(schema, form), ...rangeFaults(schema, form), ...valueFaults(schema)];
}

function widthFaults(
  { 'x-wire': { bits, checksum, derive } }: FieldSchema,
  form: FieldForm,
): { key: string; message: string }[] {
  if (form === 'bool' && bits !== 1) return [{ key: 'bits', message: `a flag has 1 bit, not ${bits}` }];
  if (form === 'ipv4' && bits !== 32) return [{ key: 'bits', message: `an IPv4 address has 32 bits, not ${bits}` }];
  if (!checksum) return [];
  const width = checksum.algorithm === 'internet' ? 16 : 32;
  if (bits !== width) {
    return [{ key: 'checksum', message: `the ${checksum.algorithm} checksum has ${width} bits, not ${bits}` }];
  }
  return derive === undefined ? [] : [{ key: 'derive', message: 'a checksum is derived already' }];
}

function rangeFaults(schema: FieldSchema, form: FieldForm): { key: string; message: string }[] {
  if (form !== 'uint') return [];
  const { bits = 0 } = schema['x-wire'];
  const most = 2 ** bits - 1;
  const { const: constant, enum: allowed, minimum, maximum } = schema;
  const isBounded = constant !== undefined || allowed !== undefined || (minimum !== undefined && maximum !== undefined);
  if (!isBounded)
    return [{ key: '', message: 'const, enum, or both minimum and maximum must say what values there are' }];
  const values = [
    { key: 'const', value: constant },
    { key: 'minimum', value: minimum },
    { key: 'maximum', value: maximum },
    ...(allowed ?? []).map((value) => ({ key: 'enum', value })),
  ];
  return values.flatMap(({ key, value }) => {
    if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)) return [];
    return [{ key: 'bits', message: `${bits} bits hold 0 to ${most}, not ${key} ${value}` }];
  });
}

function valueFaults({
  type,
  'x-wire': { bits = 0, send, derive, names = {}, namesBy },
}: FieldSchema): { key: string; message: string }[] {
  const faults: { key: string; message: string }[] = [];
  const fits = (value: number): boolean => value < 2 ** bits;
  if (send !== undefined && typeof send !== (type === 'boolean' ? 'boolean' : 'number')) {
    faults.push({ key: 'send', message: `send ${send} is not a value of type ${type}` });
  } else if (typeof send === 'number' && !fits(send))
    faults.push({ key: 'send', message: `${bits} bits do not hold ${send}` });
  if (typeof derive === 'number' && !fits(derive))
    faults.push({ key: 'derive', message: `${bits} bits do not hold ${derive}` });
  if (typeof derive === 'string' && bits === 32) {
    faults.push({ key: 'derive', message: 'a field of 32 bits is derived from a constant only' });
  }
  if (typeof derive === 'string' && type === 'boolean') {
    faults.push({ key: 'derive', message: 'a flag is derived from 0 or 1 only' });
  }
  for (const [key, named] of [
    ['names', names] as const,
    ...Object.values(namesBy?.names ?? {}).map((each) => ['namesBy', each] as const),
  ]) {
    for (const name of Object.keys(named)) {
      if (!fits(Number(name))) faults.push({ key, message: `${bits} bits do not hold ${name}` });
    }
  }
  return faults;
}
