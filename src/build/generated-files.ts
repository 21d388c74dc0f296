/**
 * Everything that `npm run generate` writes, as text by path: types, codecs, validators, and the pictures and parsers of
 * each layer. Deterministic: the same specification gives the same octets.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { buildLayout } from '../wire/build-layout.ts';
import { checkSchema } from '../wire/check.ts';
import type { WireDocument } from '../wire/document.ts';
import type { Layout } from '../wire/layout.ts';
import { ascii } from '../wire/targets/ascii.ts';
import { kaitai } from '../wire/targets/kaitai.ts';
import { svg } from '../wire/targets/svg.ts';
import { codecName, typescript } from '../wire/targets/typescript/codec.ts';
import type { Validate } from '../wire/validator.ts';
import { parameterModules } from './parameter-modules.ts';
import { asValueSchema, type SchemaDocument, typesOf } from './schema-types.ts';
import { compiledValidator, strictAjv, X_WIRE } from './validators.ts';

/** A schema document and where it comes from: `spec/<name>.schema.json`. */
interface Source {
  readonly name: string;
  readonly document: SchemaDocument;
  /** TypeScript type of what it describes, and its module, from src/generated. */
  readonly type: string;
  readonly types: string;
  readonly layout?: Layout;
}

const TARGETS: readonly (readonly [ending: string, target: (layout: Layout) => string])[] = [
  ['.ts', typescript],
  ['.ksy', kaitai],
  ['.svg', svg],
  ['.txt', ascii],
];

/** Text by path under src/generated, for the specification in folder `spec`. */
export async function generatedFiles(spec: string): Promise<Map<string, string>> {
  const documents = readSchemas(spec);
  const ajv = strictAjv(documents.values());
  for (const [path, document] of documents) if (document.$schema === X_WIRE) checkLayer(path, document, ajv);
  const sources = [...documents].map(([path, document]) => sourceOf(path, document));
  const byId = new Map([...documents.values()].map((document) => [String(document.$id), document]));
  const files = new Map<string, string>();
  for (const source of sources) {
    const { name, document, types, layout } = source;
    const described = layout ? asValueSchema(document) : document;
    if (document.$id !== X_WIRE) files.set(types, `${note(name)}${await typesOf(described, byId)}`);
    files.set(`validators/${name}.ts`, validatorModule(source, compiledValidator(ajv, String(document.$id))));
    if (layout) for (const [ending, target] of TARGETS) files.set(`${name}${ending}`, target(layout));
  }
  for (const [path, text] of parameterModules(spec)) files.set(path, text);
  files.set('validators.ts', validatorRegistry(sources));
  files.set('codecs.ts', codecRegistry(sources.flatMap(({ layout }) => layout ?? [])));
  return files;
}

/** @throws TypeError that names every fault of a layer's schema */
function checkLayer(path: string, document: SchemaDocument, ajv: Ajv2020): void {
  const dialect = ajv.getSchema(X_WIRE) as Validate<unknown>;
  const faults = checkSchema(document, dialect).map((fault) => `spec/${path}${fault.path}: ${fault.message}`);
  if (faults.length > 0) throw new TypeError(faults.join('\n'));
}

function sourceOf(path: string, document: SchemaDocument): Source {
  const name = path.replace('.schema.json', '');
  const type = String(document.title);
  if (document.$id === X_WIRE) return { name, document, type: 'WireDocument', types: '../wire/document.ts' };
  if (document.$schema !== X_WIRE) return { name, document, type, types: `${name}.ts` };
  const layout = buildLayout(document as unknown as WireDocument);
  return { name, document, type, types: `${name}.types.ts`, layout };
}

function note(name: string): string {
  return `// Written by \`npm run generate\` from spec/${name}.schema.json: change that, not this.\n`;
}

const REGISTRY_NOTE = '// Written by `npm run generate` from spec: change that, not this.';

/** Every `*.schema.json` under `spec`, by its path from there, in order. */
export function readSchemas(spec: string): Map<string, SchemaDocument> {
  const paths = readdirSync(spec, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.schema.json'))
    .sort();
  return new Map(paths.map((path) => [path, JSON.parse(readFileSync(join(spec, path), 'utf8')) as SchemaDocument]));
}

function codecRegistry(layouts: readonly Layout[]): string {
  const imports = layouts.map((layout) => `import { ${codecName(layout)} } from './${layout.layer}.ts';`);
  const names = layouts.map(({ layer }) => `'${layer}'`);
  const entries = layouts.map((layout) => `  '${layout.layer}': ${codecName(layout)} as unknown as Codec,`);
  return `${[
    REGISTRY_NOTE,
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

function validatorModule({ name, type, types }: Source, code: string): string {
  const up = '../'.repeat(name.split('/').length);
  const typed = code.replace(
    /export ?\{ ?compiled ?\};?\s*$/,
    'export const validate: Validate<Value> = compiled as any;',
  );
  return `// @ts-nocheck\n${note(name)}${[
    `import type { Validate } from '${up}../wire/validator.ts';`,
    `import type { ${type} as Value } from '${up}${types}';`,
    typed,
  ].join('\n')}\n`;
}

function validatorRegistry(sources: readonly Source[]): string {
  return `${[
    REGISTRY_NOTE,
    '',
    ...sources.map(({ name }, index) => `import { validate as validate${index} } from './validators/${name}.ts';`),
    '',
    '/** The validator of every schema, by its place under spec. Code that needs one and starts fast imports that alone. */',
    'export const validators = {',
    ...sources.map(({ name }, index) => `  '${name}': validate${index},`),
    '} as const;',
  ].join('\n')}\n`;
}
