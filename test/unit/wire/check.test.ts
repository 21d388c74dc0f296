import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSchemas } from '../../../src/build/generated-files.ts';
import type { SchemaDocument } from '../../../src/build/schema-types.ts';
import { strictAjv, X_WIRE } from '../../../src/build/validators.ts';
import { validate } from '../../../src/generated/validators/meta/x-wire.ts';
import { checkSchema } from '../../../src/wire/check.ts';

const root = new URL('../../../', import.meta.url).pathname;
const fixtures = `${root}fixtures/meta/x-wire`;
const documents = readSchemas(`${root}spec`);
const layers = [...documents].filter(([, document]) => document.$schema === X_WIRE);

interface Invalid {
  readonly why: string;
  readonly schema: SchemaDocument;
}

function read<T>(folder: string): [string, T][] {
  return readdirSync(`${fixtures}/${folder}`).map((name) => {
    return [name.replace('.json', ''), JSON.parse(readFileSync(`${fixtures}/${folder}/${name}`, 'utf8')) as T];
  });
}

/** Ajv with the dialect and nothing else of ours: what a stranger would check a schema with. */
function ajv() {
  return strictAjv([...documents.values()].filter(({ $schema }) => $schema !== X_WIRE));
}

test('there are layers to check', () => {
  expect(layers.map(([path]) => path)).toEqual(
    expect.arrayContaining(['ipv4/header.schema.json', 'ipv4/icmp.schema.json']),
  );
});

test.each(layers)('spec/%s is what the dialect asks for, and ajv in strict mode compiles it', (_, document) => {
  expect(checkSchema(document, validate)).toEqual([]);
  expect(ajv().compile(document)).toBeTypeOf('function');
});

test.each(read<SchemaDocument>('valid'))('%s is accepted', (_, schema) => {
  expect(checkSchema(schema, validate)).toEqual([]);
  expect(ajv().compile(schema)).toBeTypeOf('function');
});

test.each(read<Invalid>('invalid'))('%s is refused', (_, { why, schema }) => {
  const faults = checkSchema(schema, validate);
  expect(faults.map(({ message }) => message).join('\n')).toContain(why);
  for (const { path } of faults) expect(path).toMatch(/^(\/[^/]*)*$/);
});

test('ajv itself refuses what the meta-schema forbids, and says where', () => {
  const [, schema] = read<Invalid>('invalid').find(([name]) => name === 'bits-above-32') ?? [];
  expect(() => ajv().compile(schema?.schema ?? {})).toThrow('data/properties/kind/x-wire/bits must be <= 32');
});

test('ajv in strict mode refuses a keyword that the dialect does not know', () => {
  const [, schema] = read<SchemaDocument>('valid')[0] ?? [];
  expect(() => ajv().compile({ ...schema, 'x-wires': {} })).toThrow('unknown keyword: "x-wires"');
});

test.each([null, 5, 'text', [], {}, true])('%j is no schema of a layer', (document) => {
  expect(checkSchema(document, validate)).not.toEqual([]);
});
