/** A ladder as inline SVG: no ids, no fonts, no script of its own; colours come from the page, in light and dark alike. */
import { type LadderPart, ladderOf, type Rung, skippedInWords } from '../view/ladder.ts';
import { clipLine } from '../view/plain.ts';
import type { ResultView } from '../view/result-view.ts';
import { escapeXml as e } from '../view/xml.ts';

/** Rungs shown of one result. */
const MOST_RUNGS = 40;
/** Units of the drawing: at its full size, CSS pixels. */
const [WIDTH, LEFT, RIGHT] = [880, 110, 820];
const [TOP, STEP, HEAD] = [34, 30, 7];
/** Characters that fit on an arrow. */
const LONGEST = 92;

/** Nothing for what passed: its octets say enough. */
const DRAWN: ReadonlySet<string> = new Set(['fail', 'inconclusive', 'error']);

export function ladderElements(view: ResultView): string[] {
  const parts = DRAWN.has(view.result.verdict) ? ladderOf(view, MOST_RUNGS) : [];
  return parts.length === 0 ? [] : ['<h3>Exchange</h3>', ...ladderPicture(parts)];
}

/** The drawing alone, a line each element. */
export function ladderPicture(parts: readonly LadderPart[]): string[] {
  const height = TOP + parts.length * STEP + 12;
  return [
    `<svg class="ladder" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${e(inWords(parts))}">`,
    end(LEFT, 'tester', height),
    end(RIGHT, 'implementation', height),
    ...parts.map((part, index) => partElement(part, TOP + (index + 1) * STEP)),
    '</svg>',
  ];
}

function end(x: number, name: string, height: number): string {
  return `<path class="end" d="M${x} ${TOP - 8}V${height - 2}"/><text class="name" x="${x}" y="${TOP - 16}">${name}</text>`;
}

function partElement(part: LadderPart, y: number): string {
  const middle = (LEFT + RIGHT) / 2;
  if ('skipped' in part) return `<text class="skipped" x="${middle}" y="${y}">${skippedInWords(part.skipped)}</text>`;
  const { direction, caption, when, state } = part;
  const [from, to, back] = direction === 'sent' ? [LEFT, RIGHT, -HEAD] : [RIGHT, LEFT, HEAD];
  return [
    `<g class="${direction} ${state}">`,
    `<path class="shaft" d="M${from} ${y}H${to + back}"/>`,
    `<path class="head" d="M${to} ${y}l${back} ${-HEAD / 2}v${HEAD}z"/>`,
    `<text x="${middle}" y="${y - 6}">${e(clipLine(caption, LONGEST))}</text>`,
    ...(when === undefined ? [] : [`<text class="when" x="${LEFT - 12}" y="${y + 4}">${e(when)}</text>`]),
    '</g>',
  ].join('');
}

function inWords(parts: readonly LadderPart[]): string {
  return parts.map((part) => ('skipped' in part ? skippedInWords(part.skipped) : rungInWords(part))).join('; ');
}

function rungInWords({ direction, caption, state }: Rung): string {
  if (state === 'missing') return caption;
  return `${direction} ${caption}${state === 'differs' ? ', which differs' : ''}`;
}
