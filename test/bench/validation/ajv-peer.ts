/** What users of ajv do: compile the schema when the program starts. Options as ours were compiled with. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** `path`: a schema of ours; the dialect's own keyword says nothing about values and is passed over. */
export function compileNow(path: string): (value: unknown) => boolean {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  ajv.addKeyword({ keyword: 'x-wire' });
  return ajv.compile(schema);
}
