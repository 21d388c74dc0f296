/**
 * `npm run generate`: writes src/generated from spec. With --check it writes nothing, names every file that is not what
 * the specification gives, and exits 1 if there is one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'src/generated');

/** Paths under src/generated that differ from what the specification gives, are missing, or should not be there. */
export async function staleFiles(): Promise<string[]> {
  const files = await generatedFiles(join(root, 'spec'));
  const paths = new Set([...files.keys(), ...filesOnDisk()]);
  return [...paths].filter((path) => textOnDisk(path) !== files.get(path)).sort();
}

async function write(): Promise<void> {
  const files = await generatedFiles(join(root, 'spec'));
  for (const path of filesOnDisk()) if (!files.has(path)) rmSync(join(folder, path));
  for (const [path, text] of files) {
    if (textOnDisk(path) === text) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(`wrote src/generated/${path}`);
  }
}

async function check(): Promise<void> {
  const stale = await staleFiles();
  for (const path of stale) console.error(`src/generated/${path} is stale: run npm run generate`);
  if (stale.length > 0) process.exitCode = 1;
}

function filesOnDisk(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function textOnDisk(path: string): string | undefined {
  return existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await (process.argv.includes('--check') ? check() : write());
