/**
 * Whether a document is an x-wire schema: first what its meta-schema says, then what JSON Schema cannot say. Pure; the
 * compiled meta-schema is an argument, since src/generated stands above this folder.
 */
import { checkLists } from './check/list.ts';
import { checkReach } from './check/reach.ts';
import { checkStruct, type SchemaFault } from './check/struct.ts';
import type { WireDocument } from './document.ts';
import type { Validate, ValidationError } from './validator.ts';

export type { SchemaFault };

/** Keywords whose error only says that one of their branches failed. */
const FRAMES = new Set(['if', 'allOf', 'anyOf', 'oneOf']);
const ID = /^urn:assay:[a-z][a-z0-9]*:[a-z][a-z0-9-]*$/;

/** Everything that is wrong with `document`, each with a JSON pointer into it. Empty: it can be laid out. */
export function checkSchema(document: unknown, validate: Validate<unknown>): SchemaFault[] {
  if (!validate(document)) return fromValidator(validate.errors ?? []);
  const root = document as Partial<WireDocument>;
  const faults: SchemaFault[] = [];
  if (!ID.test(root.$id ?? '')) faults.push({ path: '/$id', message: '$id must be urn:assay:<protocol>:<name>' });
  if (!/^[A-Z][A-Za-z0-9]*$/.test(root.title ?? ''))
    faults.push({ path: '/title', message: 'title must be a name in PascalCase' });
  if (root.type !== 'object' || !root.properties)
    faults.push({ path: '/type', message: 'a layer has type object, and properties' });
  else if (!root['x-wire']) faults.push({ path: '', message: 'a layer has x-wire' });
  if (faults.length > 0) return faults;
  const layer = root as WireDocument;
  const own = checkStruct(layer, layer.$defs ?? {}, '');
  return own.length > 0 ? own : [...checkLists(layer), ...checkReach(layer)];
}

function fromValidator(errors: readonly ValidationError[]): SchemaFault[] {
  const plain = errors.filter(({ keyword }) => !FRAMES.has(keyword));
  return (plain.length > 0 ? plain : errors).map((error) => {
    const { instancePath: path, message = 'is wrong', params } = error;
    const subject = path.split('/').at(-1) ?? '';
    const detail = params.additionalProperty ?? params.propertyName ?? params.allowedValues;
    return {
      path,
      message: `${subject} ${message}${detail === undefined ? '' : `: ${[detail].flat().join(', ')}`}`.trim(),
    };
  });
}
