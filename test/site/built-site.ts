/** The site, built once for all tests of one file, in a folder that is gone afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { command } from '../assay.ts';

/** @throws Error with what `assay site` wrote, when it does not build. */
export function builtSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = spawnSync(process.execPath, [command, 'site', '--out', folder], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`assay site: ${built.stderr}`);
  return folder;
}
