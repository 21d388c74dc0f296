/**
 * Patch mutants: the reference is bundled with one text of one file replaced, and loaded from memory. The text must stand
 * there exactly once; a patch that no longer applies is an error of ours and is named. Needs a checkout: esbuild and the
 * sources.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { AssayError } from '../contract/assay-error.ts';
import type { Port } from '../contract/port.ts';
import type { PatchMutant } from '../generated/meta/mutants.ts';
import { projectPath, projectRoot } from '../loader/project.ts';
import type { Mutant } from './mutant.ts';

/** The source whose `referencePort` a mutant is made of. */
const ENTRY = 'src/serve/reference-port.ts';

interface ReferenceModule {
  readonly referencePort: () => Port;
}

/** Opening it throws AssayError ERR_TESTER when the text does not stand in the file exactly once. */
export function patchMutant(patch: PatchMutant): Mutant {
  const { id, rule, about } = patch;
  return { id, rule, about, diff: diffOf(patch), open: () => bundle(patch) };
}

function diffOf({ file, find, replace }: PatchMutant): string {
  const lines = (mark: string, text: string): string[] => text.split('\n').map((line) => `${mark}${line}`);
  return [`--- ${file}`, ...lines('-', find), ...lines('+', replace)].join('\n');
}

async function bundle(patch: PatchMutant): Promise<Port> {
  const contents = await apply(patch);
  const path = projectPath(patch.file);
  const { build } = await loadEsbuild();
  try {
    const { outputFiles } = await build({
      entryPoints: [projectPath(ENTRY)],
      absWorkingDir: projectRoot,
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      logLevel: 'silent',
      plugins: [
        {
          name: patch.id,
          setup: ({ onLoad }) => onLoad({ filter: onlyThat(path) }, () => ({ contents, loader: 'ts' })),
        },
      ],
    });
    return run(outputFiles[0]!.text, patch.id).referencePort();
  } catch (cause) {
    const [why] = String((cause as Error).message)
      .split('\n')
      .slice(-1);
    throw new AssayError('ERR_TESTER', `mutant ${patch.id}: ${patch.file} does not run with its patch: ${why}`, {
      cause,
    });
  }
}

/** As a function, which is forgotten with what it gave; a module would stay for as long as the process, each some megabytes. */
function run(source: string, id: string): ReferenceModule {
  const module = { exports: {} };
  const body = compileFunction(source, ['require', 'module', 'exports'], { filename: `mutant ${id}` });
  body(createRequire(import.meta.url), module, module.exports);
  return module.exports as ReferenceModule;
}

function loadEsbuild(): Promise<typeof import('esbuild')> {
  return import('esbuild').catch((cause: unknown) => {
    const text = 'prove: patch mutants need a checkout with its devDependencies: npm ci';
    throw new AssayError('ERR_TARGET_UNAVAILABLE', text, { cause });
  });
}

/** Matches one path, so that esbuild asks us about no other file. */
function onlyThat(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
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
