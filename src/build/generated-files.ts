/**
 * Everything that `npm run generate` writes, as text by path: types, codecs, validators, and the pictures and parsers of
 * each layer. Deterministic: the same specification gives the same octets.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLayout } from '../wire/build-layout.ts';
import type { WireDocument } from '../wire/document.ts';
import type { Layout } from '../wire/layout.ts';
import { codecName, typescript } from '../wire/targets/typescript/codec.ts';
import { asValueSchema, type SchemaDocument, typesOf } from './schema-types.ts';

const NOTE = '// Written by `npm run generate` from';

/** Text by path under src/generated, for the specification in folder `spec`. */
export async function generatedFiles(spec: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const documents = readSchemas(spec);
  const byId = new Map([...documents.values()].map((document) => [String(document.$id), document]));
  const layouts: Layout[] = [];
  for (const [path, document] of documents) {
    const [, folder = '', name = ''] = /^(.*)\/(.*)\.schema\.json$/.exec(path) ?? [];
    const note = `${NOTE} spec/${path}: change that, not this.\n`;
    if (folder === 'meta') {
      if (name !== 'x-wire') files.set(`meta/${name}.ts`, note + (await typesOf(document, byId)));
      continue;
    }
    if (document.$schema !== 'urn:assay:meta:x-wire') continue;
    const layout = buildLayout(document as unknown as WireDocument);
    layouts.push(layout);
    files.set(`${folder}/${name}.types.ts`, note + (await typesOf(asValueSchema(document), byId)));
    files.set(`${folder}/${name}.ts`, typescript(layout));
  }
  files.set('codecs.ts', registry(layouts));
  return files;
}

/** Every `*.schema.json` under `spec`, by its path from there, in order. */
export function readSchemas(spec: string): Map<string, SchemaDocument> {
  const paths = readdirSync(spec, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.schema.json'))
    .sort();
  return new Map(paths.map((path) => [path, JSON.parse(readFileSync(join(spec, path), 'utf8')) as SchemaDocument]));
}

function registry(layouts: readonly Layout[]): string {
  const imports = layouts.map((layout) => `import { ${codecName(layout)} } from './${layout.layer}.ts';`);
  const names = layouts.map(({ layer }) => `'${layer}'`);
  const entries = layouts.map((layout) => `  '${layout.layer}': ${codecName(layout)} as unknown as Codec,`);
  return `${[
    `${NOTE} spec: change that, not this.`,
    `import type { Codec } from '../wire/codec.ts';`,
    ...imports,
    '',
    `export type LayerName = ${names.join(' | ')};`,
    '',
    '/** The codec of every layer, for code that knows none by name. Code that does imports it from its own module. */',
    'export const codecs: Readonly<Record<LayerName, Codec>> = {',
    ...entries,
    '};',
    '',
    'export function isLayerName(name: string): name is LayerName {',
    '  return Object.hasOwn(codecs, name);',
    '}',
  ].join('\n')}\n`;
}
