/** Where the project's own data lies, from source and from an installed package alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${here}: this is no installation of assay`);
  }
}

/** The folder that holds package.json, spec/, features/ and fixtures/. */
export const projectRoot: string = findRoot();

/** The scripts of the site's pages, as `npm run build` leaves them. */
export const scriptFolder: string = join(projectRoot, 'dist', 'browser');

export function projectPath(...parts: string[]): string {
  return join(projectRoot, ...parts);
}
