/**
 * Patch mutants: the reference is bundled with one text of one file replaced, and loaded from memory. The text must stand
 * there exactly once; a patch that no longer applies is an error of ours and is named. Needs a checkout: esbuild and the
 * sources.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AssayError } from '../contract/assay-error.ts';
import type { Port } from '../contract/port.ts';
import type { PatchMutant } from '../generated/meta/mutants.ts';
import { projectPath, projectRoot } from '../loader/project.ts';
import type { Mutant } from './mutant.ts';

/** The source whose `referencePort` a mutant is made of. */
const ENTRY = 'src/serve/reference-port.ts';

export function patchMutant(patch: PatchMutant): Mutant {
  const { id, rule, about } = patch;
  return { id, rule, about, diff: diffOf(patch), open: () => bundle(patch) };
}

function diffOf({ file, find, replace }: PatchMutant): string {
  const lines = (mark: string, text: string): string[] => text.split('\n').map((line) => `${mark}${line}`);
  return [`--- ${file}`, ...lines('-', find), ...lines('+', replace)].join('\n');
}

async function bundle(patch: PatchMutant): Promise<Port> {
  const patched = await apply(patch);
  const esbuild = await import('esbuild').catch((cause: unknown) => {
    throw new AssayError(
      'ERR_TARGET_UNAVAILABLE',
      'prove: patch mutants need a checkout with its devDependencies: npm ci',
      { cause },
    );
  });
  const target = projectPath(patch.file);
  const { outputFiles } = await esbuild.build({
    entryPoints: [projectPath(ENTRY)],
    absWorkingDir: projectRoot,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: patch.id,
        setup: (build) => {
          build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === target ? { contents: patched, loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  const source = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const { referencePort } = (await import(`data:text/javascript;base64,${source}`)) as { referencePort: () => Port };
  return referencePort();
}

/** @throws AssayError ERR_TESTER when the text does not stand in the file exactly once. */
async function apply({ id, file, find, replace }: PatchMutant): Promise<string> {
  const path = projectPath(file);
  if (!existsSync(path)) throw new AssayError('ERR_TESTER', `mutant ${id}: no file ${file}; patches need a checkout`);
  const parts = (await readFile(path, 'utf8')).split(find);
  if (parts.length !== 2) {
    throw new AssayError(
      'ERR_TESTER',
      `mutant ${id} no longer applies: its text stands ${parts.length - 1} times in ${file}`,
    );
  }
  return parts.join(replace);
}
