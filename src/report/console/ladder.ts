/** A ladder in characters: the two ends as lines, an arrow a rung with its words on it; what never came is dashed. */
import type { Paint, Palette } from '../format.ts';
import type { Layout } from '../view/evidence-lines.ts';
import { type LadderPart, ladderOf, type Rung, skippedInWords } from '../view/ladder.ts';
import { clipLine } from '../view/plain.ts';
import type { ResultView } from '../view/result-view.ts';

/** Rungs shown of one result. */
const MOST_RUNGS = 16;
/** Shaft before and after the words, heads included. */
const BEFORE = 5;
const AFTER = 5;
const NARROWEST = 30;

export function ladderLines(view: ResultView, { paint, columns }: Layout): string[] {
  const parts = ladderOf(view, MOST_RUNGS);
  if (parts.length === 0) return [];
  const times = Math.max('ladder'.length, ...parts.map((part) => ('when' in part ? part.when.length : 0)));
  // Mark, time, two blanks, and an end on each side.
  const room = columns - times - 6;
  const longest = Math.max(...parts.map((part) => ('caption' in part ? part.caption.length : 0)));
  const shaft = Math.max(Math.min(room, longest + BEFORE + AFTER), NARROWEST);
  const ends = `tester${'implementation'.padStart(shaft - 'tester'.length + 2)}`;
  return [
    `${'ladder'.padEnd(times)}    ${paint.dim(ends)}`,
    ...parts.map((part) => partLine(part, { times, shaft }, paint)),
  ];
}

interface Widths {
  readonly times: number;
  readonly shaft: number;
}

function partLine(part: LadderPart, { times, shaft }: Widths, paint: Palette): string {
  if ('skipped' in part) {
    return paint.dim(`${' '.repeat(times + 4)}:${`  ${skippedInWords(part.skipped)}`.padEnd(shaft)}:`);
  }
  const mark = part.state === 'passed' ? '  ' : '> ';
  return `${tintOf(part, paint)(`${mark}${(part.when ?? '').padStart(times)}  |${arrow(part, shaft)}|`)}`;
}

function tintOf({ state, direction }: Rung, { red, cyan, yellow }: Palette): Paint {
  if (state !== 'passed') return red;
  return direction === 'sent' ? cyan : yellow;
}

/** The words stand at the arrow's beginning in both directions, so that they read as a column. */
function arrow({ direction, caption, state }: Rung, width: number): string {
  const words = clipLine(caption, width - BEFORE - AFTER);
  const dash = state === 'missing' ? '- ' : '--';
  const line = (length: number): string => dash.repeat(Math.ceil(length / 2)).slice(0, length);
  const rest = width - BEFORE - words.length - 1;
  return direction === 'sent'
    ? `${line(BEFORE - 1)} ${words} ${line(rest - 1)}>`
    : `<${line(BEFORE - 2)} ${words} ${line(rest)}`;
}
