/**
 * The modules behind one of them, read from their sources: for a mutant only those are loaded anew whose imports lead to
 * the file that it changes. The others are shared by all mutants, so that one costs what it changes, and what runs again and
 * again stays warm. Nothing is kept of a mutant when its exports are forgotten.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { transform } from 'esbuild';

interface Loaded {
  exports: object;
}

interface Source {
  /** As CommonJS, by `require`, `module` and `exports`. */
  readonly code: string;
  /** The files that it imports, by the words in which it does. */
  readonly imports: ReadonlyMap<string, string>;
}

/** A file, and what stands in it instead. */
export interface Change {
  readonly path: string;
  readonly contents: string;
}

/** Of Node itself: `node:crypto` and the like. */
const builtIn = createRequire(import.meta.url);
/** As esbuild writes the import of another file of ours. */
const IMPORT = /\brequire\("(\.[^"]+)"\)/g;

export class ModuleGraph {
  readonly #entry: string;
  readonly #transform: typeof transform;
  readonly #sources = new Map<string, Source>();
  readonly #shared = new Map<string, Loaded>();

  private constructor(entry: string, transformed: typeof transform) {
    this.#entry = entry;
    this.#transform = transformed;
  }

  static async read(entry: string, transformed: typeof transform): Promise<ModuleGraph> {
    const graph = new ModuleGraph(entry, transformed);
    let next = [entry];
    while (next.length > 0) {
      const read = await Promise.all(next.map(async (path) => [path, await graph.#sourceOf(path)] as const));
      for (const [path, source] of read) graph.#sources.set(path, source);
      next = [...new Set(read.flatMap(([, { imports }]) => [...imports.values()]))];
      next = next.filter((path) => !graph.#sources.has(path));
    }
    return graph;
  }

  /** What the entry exports with those changes. @throws whatever its sources throw; RangeError for a file that it never imports */
  async load(...changes: readonly Change[]): Promise<object> {
    const sources = changes.map(async ({ path, contents }) => [path, await this.#sourceOf(path, contents)] as const);
    const changed = new Map(await Promise.all(sources));
    const reaching = this.#reaching([...changed.keys()]);
    if (!reaching.has(this.#entry)) throw new RangeError('nothing imports it');
    const own = new Map<string, Loaded>();
    const load = (file: string): object => {
      const loaded = reaching.has(file) ? own : this.#shared;
      const known = loaded.get(file);
      if (known !== undefined) return known.exports;
      const { code, imports } = changed.get(file) ?? this.#sources.get(file)!;
      const module: Loaded = { exports: {} };
      // There before it has run: modules may import each other.
      loaded.set(file, module);
      const run = compileFunction(code, ['require', 'module', 'exports'], { filename: file });
      run((words: string) => (imports.has(words) ? load(imports.get(words)!) : builtIn(words)), module, module.exports);
      return module.exports;
    };
    return load(this.#entry);
  }

  /** All whose imports lead there, themselves among them. */
  #reaching(paths: readonly string[]): ReadonlySet<string> {
    const found = new Set(paths);
    for (let before = 0; before < found.size; ) {
      before = found.size;
      for (const [file, { imports }] of this.#sources) {
        if ([...imports.values()].some((imported) => found.has(imported))) found.add(file);
      }
    }
    return found;
  }

  async #sourceOf(path: string, contents?: string): Promise<Source> {
    const text = contents ?? (await readFile(path, 'utf8'));
    const { code } = await this.#transform(text, { loader: 'ts', format: 'cjs', target: 'es2023', sourcefile: path });
    const imports = [...code.matchAll(IMPORT)].map(([, words]) => [words!, join(dirname(path), words!)] as const);
    return { code, imports: new Map(imports) };
  }
}
