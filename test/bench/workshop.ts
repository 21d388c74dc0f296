/** A folder for what a measurement builds: thrown away with it, and modules in it see the project's dependencies. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../src/loader/project.ts';

export async function inWorkshop<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  try {
    symlinkSync(projectPath('node_modules'), join(folder, 'node_modules'), 'dir');
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
