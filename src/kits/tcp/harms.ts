/** What a bad link does, as feature files write it, a row a way: `way`, `lost`, `doubled`, `held`, `spoilt`. */
import type { Harm, Way } from './bad-link.ts';
import type { Rows } from './words.ts';

const NONE: Harm = { lost: 0, doubled: 0, held: 0, spoilt: 0 };

/** A cell left empty, or a way without a row: none. @throws TypeError for a table that no feature may hold. */
export function readHarms([head = [], ...rows]: Rows): Readonly<Record<Way, Harm>> {
  const harms: Record<Way, Harm> = { there: NONE, back: NONE };
  for (const row of rows) {
    const cells = Object.fromEntries(head.map((column, at) => [column, row[at] ?? '']));
    const { way, ...counts } = cells;
    if (way !== 'there' && way !== 'back') throw new TypeError(`no way: ${way}`);
    const harm = Object.entries(counts).map(([column, cell]) => {
      if (!(column in NONE)) throw new TypeError(`a table of harms has no column ${column}`);
      return [column, Number(cell)];
    });
    harms[way] = { ...NONE, ...Object.fromEntries(harm) };
  }
  return harms;
}
