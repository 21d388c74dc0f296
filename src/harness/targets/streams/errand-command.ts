/**
 * A command with places for what an errand says: `{url}` in a word is replaced by the item of that name; a word that is
 * nothing but `{urls}` becomes as many words as the item has, and of a list of one its only item may stand at `{url}`; octets
 * are written to a file whose path stands there.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Words } from '../../keeper.ts';
import { Unsupported } from '../../outcome.ts';
import type { Errand } from '../../surface.ts';

const PLACE = /\{([a-z]+)\}/g;

export function placesIn(words: Words): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [...word.matchAll(PLACE)].map(([, name]) => name!)));
}

/** Where the octets of errands are kept, until it is removed. */
export class ErrandFiles {
  #folder: string | undefined;
  #count = 0;

  write(octets: Uint8Array): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'assay-errand-'));
    this.#count += 1;
    const path = join(this.#folder, String(this.#count));
    writeFileSync(path, octets);
    return path;
  }

  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

/**
 * @param silent items that say nothing when the command has no place for them
 * @throws Unsupported when the command has no place for an item that says something
 */
export function fillErrand(command: Words, errand: Errand, silent: Errand, files: ErrandFiles): Words {
  const places = placesIn(command);
  const items: Record<string, Errand[string]> = { ...silent };
  for (const [name, value] of Object.entries(errand)) {
    const [only, ...more] = Array.isArray(value) ? (value as readonly string[]) : [];
    const single = only !== undefined && more.length === 0 ? name.replace(/s$/, '') : name;
    if (!places.has(name) && !places.has(single) && value !== silent[name]) {
      throw new Unsupported(`a place {${name}} in its command`);
    }
    items[name] = value;
    if (single !== name && only !== undefined) items[single] = only;
  }
  const fill = (word: string): string[] => {
    const [, whole] = /^\{([a-z]+)\}$/.exec(word) ?? [];
    const list = whole === undefined ? undefined : items[whole];
    if (Array.isArray(list)) return [...(list as readonly string[])];
    return [word.replace(PLACE, (place, name: string) => textOf(items[name], place, files))];
  };
  const [program, ...args] = command;
  return [program, ...args.flatMap(fill)];
}

function textOf(item: Errand[string] | undefined, place: string, files: ErrandFiles): string {
  if (item === undefined) return place;
  if (typeof item === 'string') return item;
  return item instanceof Uint8Array ? files.write(item) : item.join(' ');
}
