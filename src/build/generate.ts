/**
 * `npm run generate`: writes src/generated, and the feature files that are tables, from spec. With --check it writes
 * nothing, names every file that is not what the specification gives, and exits 1 if there is one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';
import { httpCaseFeatures } from './http-case-features.ts';
import { matrixFeatures } from './matrix-features.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = 'src/generated';

/** Paths from the project's folder that differ from what the specification gives, are missing, or should not be there. */
export async function staleFiles(): Promise<string[]> {
  const files = await allFiles();
  const paths = new Set([...files.keys(), ...filesOnDisk()]);
  return [...paths].filter((path) => textOnDisk(path) !== files.get(path)).sort();
}

/** Text by path from the project's folder. */
async function allFiles(): Promise<Map<string, string>> {
  const spec = join(root, 'spec');
  const generated = [...(await generatedFiles(spec))].map(([path, text]) => [`${GENERATED}/${path}`, text] as const);
  return new Map([...generated, ...matrixFeatures(spec), ...httpCaseFeatures(spec)]);
}

async function write(): Promise<void> {
  const files = await allFiles();
  for (const path of filesOnDisk()) if (!files.has(path)) rmSync(join(root, path));
  for (const [path, text] of files) {
    if (textOnDisk(path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

async function check(): Promise<void> {
  const stale = await staleFiles();
  for (const path of stale) console.error(`${path} is stale: run npm run generate`);
  if (stale.length > 0) process.exitCode = 1;
}

/** What only the generator writes: src/generated whole, and matrices and tables of cases among the features. */
function filesOnDisk(): string[] {
  return [
    ...filesBelow(GENERATED),
    ...filesBelow('features').filter((path) => /\/(matrix|cases)-[^/]+\.feature$/.test(path)),
  ];
}

function filesBelow(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}/${join(entry.parentPath, entry.name).slice(path.length + 1)}`.replaceAll('\\', '/'));
}

function textOnDisk(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await (process.argv.includes('--check') ? check() : write());
