/**
 * Patch mutants: the reference, loaded from memory, with one text of one file replaced. The text must stand there exactly
 * once; a patch that no longer applies is an error of ours and is named. Needs a checkout: esbuild and the sources.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AssayError } from '../contract/assay-error.ts';
import type { Port } from '../contract/port.ts';
import type { PatchMutant } from '../generated/meta/mutants.ts';
import { projectPath } from '../loader/project.ts';
import { ModuleGraph } from './module-graph.ts';
import type { Mutant } from './mutant.ts';

/** The source whose `referencePort` a mutant is made of. */
const ENTRY = 'src/serve/reference-port.ts';

interface ReferenceModule {
  readonly referencePort: () => Port;
}

/** Opening it throws AssayError ERR_TESTER when the text does not stand in the file exactly once. */
export function patchMutant(patch: PatchMutant): Mutant {
  const { id, rule, about } = patch;
  return { id, rule, about, diff: diffOf(patch), open: () => open(patch) };
}

function diffOf({ file, find, replace }: PatchMutant): string {
  const lines = (mark: string, text: string): string[] => text.split('\n').map((line) => `${mark}${line}`);
  return [`--- ${file}`, ...lines('-', find), ...lines('+', replace)].join('\n');
}

async function open(patch: PatchMutant): Promise<Port> {
  return patchedReference(patch.id, [patch]);
}

/** One text in a file, and what stands there instead. */
export type Edit = Pick<PatchMutant, 'file' | 'find' | 'replace'>;

/** The reference with those edits, one after the other. @throws AssayError ERR_TESTER */
export async function patchedReference(id: string, edits: readonly Edit[]): Promise<Port> {
  const changed = new Map<string, string>();
  for (const edit of edits) changed.set(edit.file, await apply(id, edit, changed.get(edit.file)));
  const changes = [...changed].map(([file, contents]) => ({ path: projectPath(file), contents }));
  reference ??= readReference();
  const graph = await reference;
  try {
    const { referencePort } = (await graph.load(...changes)) as ReferenceModule;
    return referencePort();
  } catch (cause) {
    const [why] = String((cause as Error).message)
      .split('\n')
      .slice(-1);
    const files = edits.map(({ file }) => file).join(', ');
    throw new AssayError('ERR_TESTER', `mutant ${id}: ${files} does not run with its patch: ${why}`, { cause });
  }
}

let reference: Promise<ModuleGraph> | undefined;

async function readReference(): Promise<ModuleGraph> {
  const { transform } = await import('esbuild').catch((cause: unknown) => {
    const text = 'prove: patch mutants need a checkout with its devDependencies: npm ci';
    throw new AssayError('ERR_TARGET_UNAVAILABLE', text, { cause });
  });
  return ModuleGraph.read(projectPath(ENTRY), transform);
}

/** @throws AssayError ERR_TESTER when the text does not stand in the file exactly once. */
async function apply(id: string, { file, find, replace }: Edit, text?: string): Promise<string> {
  const path = projectPath(file);
  if (!existsSync(path)) throw new AssayError('ERR_TESTER', `mutant ${id}: no file ${file}; patches need a checkout`);
  const parts = (text ?? (await readFile(path, 'utf8'))).split(find);
  if (parts.length !== 2) {
    throw new AssayError(
      'ERR_TESTER',
      `mutant ${id} no longer applies: its text stands ${parts.length - 1} times in ${file}`,
    );
  }
  return parts.join(replace);
}
