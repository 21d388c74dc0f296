/**
 * The exchange of one result as a ladder: tester on the left, implementation on the right, a rung for each datagram or
 * message, one more for what should have come. Says what stands on it; console and html draw. Empty where nothing
 * travelled: a codec is asked, and no diagram makes that clearer.
 */
import type { ResultView } from './result-view.ts';

export interface Rung {
  readonly direction: 'sent' | 'received';
  readonly caption: string;
  /** Absent where the time is not known, or where nothing came. */
  readonly when?: string;
  /** differs: it holds the field that is not as it should be; missing: it never came. */
  readonly state: 'passed' | 'differs' | 'missing';
}

export type LadderPart = Rung | { readonly skipped: number };

/** One arrow alone says no more than the octets under it. */
const FEWEST = 2;

/** At most `most` rungs: the last ones, for the end tells why, and the one that differs always. */
export function ladderOf(view: ResultView, most: number): readonly LadderPart[] {
  const rungs = rungsOf(view);
  if (rungs.length < FEWEST) return [];
  const first = rungs.length - most;
  const shown = rungs.map(({ state }, index) => index >= first || state !== 'passed');
  const parts: LadderPart[] = [];
  let skipped = 0;
  for (const [index, rung] of rungs.entries()) {
    if (!shown[index]) skipped += 1;
    else {
      if (skipped > 0) parts.push({ skipped });
      parts.push(rung);
      skipped = 0;
    }
  }
  return parts;
}

function rungsOf({ exchange, expected, missing }: ResultView): Rung[] {
  const rungs: Rung[] = [];
  for (const [index, { direction, caption, instant, differs }] of exchange.entries()) {
    if (index === missing) rungs.push(absent(expected));
    if (caption === undefined) continue;
    const when = instant === undefined ? {} : { when: instant };
    rungs.push({ direction, caption, ...when, state: differs ? 'differs' : 'passed' });
  }
  if (rungs.length > 0 && missing !== undefined && missing >= exchange.length) rungs.push(absent(expected));
  return rungs;
}

/** What the tester waits for comes from the implementation. */
function absent(expected: readonly string[]): Rung {
  return { direction: 'received', caption: `missing: ${expected.join(', or ')}`, state: 'missing' };
}

/** `... 3 earlier ones are not shown` */
export function skippedInWords(skipped: number): string {
  return `${skipped} ${skipped === 1 ? 'exchange is' : 'exchanges are'} not shown`;
}
