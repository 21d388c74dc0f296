/**
 * Validators of every schema of ours, compiled ahead of time (compiling at start costs 30 to 50 ms a schema), each bundled
 * into a module that needs nothing. Strict: a schema with an unknown keyword, or one that its dialect does not allow,
 * stops the generator.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import type { SchemaDocument } from './schema-types.ts';

/** `$id` of the dialect. */
export const X_WIRE = 'urn:assay:meta:x-wire';

/**
 * An ajv that knows the dialect and holds `documents`. What strict mode refuses by default but these schemas mean:
 * `required` in the branches of a oneOf, and `type` with more than one name.
 */
export function strictAjv(documents: Iterable<SchemaDocument>): Ajv2020 {
  const code = { source: true, esm: true };
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: false, code });
  ajv.addKeyword({ keyword: 'x-wire', schemaType: 'object' });
  const all = [...documents];
  ajv.addSchema(all.filter(({ $id, $schema }) => $id !== X_WIRE && $schema !== X_WIRE));
  for (const document of all) if (document.$id === X_WIRE) ajv.addMetaSchema(document);
  // checkSchema, which names every fault, has the word on layers: not ajv, which stops at the first.
  ajv.addSchema(all.filter(({ $schema }) => $schema === X_WIRE) as object[], undefined, false, false);
  return ajv;
}

/** JavaScript of a module whose one export is named `compiled`. */
export function compiledValidator(ajv: Ajv2020, id: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: standalone.default(ajv, { compiled: id }), resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    // Names of modules stand in the code: those of this folder, also where node_modules is a link.
    preserveSymlinks: true,
    format: 'esm',
    target: 'es2023',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  });
  // ajv's runtime tells its own code generator where it lies; nothing of that is needed here.
  return (outputFiles[0]?.text ?? '').replace(/;\w+\.code=(['"`])require\(.*?\)\.default\1/g, '');
}
