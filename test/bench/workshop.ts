/** A folder for what a measurement builds: thrown away with it, and modules in it see the project's dependencies. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectPath } from '../../src/loader/project.ts';

/** `above`: where it lies; under dist for modules that look for the project's own files. */
export async function inWorkshop<Result>(
  work: (folder: string) => Promise<Result>,
  above: string = tmpdir(),
): Promise<Result> {
  const folder = mkdtempSync(join(above, 'assay-bench-'));
  try {
    symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'), 'dir');
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plain JavaScript of a module under test/bench and what it imports of ours, packages left alone; where it lies. */
export function built(folder: string, ...module: string[]): string {
  return bundled(folder, 'test', 'bench', ...module);
}

/** Likewise, of a module anywhere in the project. */
export function bundled(folder: string, ...module: string[]): string {
  const outfile = join(folder, basename(module.at(-1)!).replace(/\.ts$/, '.mjs'));
  buildSync({
    entryPoints: [projectPath(...module)],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return outfile;
}
