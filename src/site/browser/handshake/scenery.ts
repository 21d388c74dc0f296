/** All of the ladder but its segments: the hosts' lines, times, states, calls, spans that were cut short, the present. */
import { along } from '../../try/handshake/captions.ts';
import type { Arrow, Ladder, Note } from '../../try/handshake/ladder.ts';
import { seconds } from '../../try/handshake/quantities.ts';
import { svg } from '../try/dom.ts';
import { callInWords } from './narration.ts';

/** Where the two lines stand. */
export interface Ends {
  readonly width: number;
  readonly A: number;
  readonly B: number;
  readonly isNarrow: boolean;
}

const SIDES = ['A', 'B'] as const;
const ENOUGH = 560;
/** For states and calls; on the left for times, too. */
const [WIDE, NARROW, TIMES] = [118, 84, 62];
const HEAD = 8;
const EDGE = 9;

export function endsFor(width: number): Ends {
  const isNarrow = width < ENOUGH;
  const margin = isNarrow ? NARROW : WIDE;
  return { width, A: margin + (isNarrow ? 0 : TIMES), B: Math.max(width - margin, margin + 80), isNarrow };
}

export function hostLines(ends: Ends, height: number): SVGElement[] {
  return SIDES.map((side) => svg('path', { class: 'line', d: `M${ends[side]} 22V${height}` }));
}

/** On a strip of their own, above what scrolls. */
export function hostNames(ends: Ends): SVGElement {
  return svg(
    'g',
    { class: 'names' },
    svg('rect', { width: ends.width, height: 21 }),
    ...SIDES.map((side) => svg('text', { class: 'host-name', x: ends[side], y: 15 }, side)),
  );
}

export function scenery(ladder: Ladder, ends: Ends): SVGElement[] {
  const { times, gaps, notes, changes, nowY } = ladder;
  const middle = (ends.A + ends.B) / 2;
  return [
    svg('path', { class: 'now', d: `M${ends.A - 14} 0H${ends.B + 14}`, transform: `translate(0 ${nowY})` }),
    ...(ends.isNarrow
      ? []
      : times.map(({ at, y }) => svg('text', { class: 'time', x: TIMES - 8, y: y + 4 }, seconds(at)))),
    ...gaps.flatMap(({ y, span }) => [
      ...SIDES.map((side) => svg('path', { class: 'break', d: breakAt(ends[side], y) })),
      svg('text', { class: 'gap', x: middle, y: y + 4 }, `${seconds(span)} pass`),
    ]),
    ...changes.map(({ y, conditions: { delay, loss, reordering, duplication } }) =>
      svg(
        'text',
        { class: 'gap', x: middle, y: y + 4 },
        `network: ${delay} ms, ${loss} % lost, ${reordering} % overtaken, ${duplication} % doubled`,
      ),
    ),
    ...notes.map((note) => noteElement(note, ends)),
  ];
}

/** Two slanted strokes: the line is cut short here. */
function breakAt(x: number, y: number): string {
  return `M${x - 6} ${y + 1}l12 -6M${x - 6} ${y + 7}l12 -6`;
}

function noteElement({ side, y, mark }: Note, ends: Ends): SVGElement {
  const [x, anchor] = side === 'A' ? [ends.A - EDGE, 'end'] : [ends.B + EDGE, 'start'];
  const common = { x, y: y + 4, 'text-anchor': anchor };
  switch (mark.kind) {
    case 'state':
      return svg('text', { ...common, class: `state s-${mark.state.toLowerCase()}` }, mark.state);
    case 'call':
      return svg(
        'text',
        { ...common, class: `call${mark.refused === undefined ? '' : ' refused'}` },
        shortCall(mark, ends),
      );
    case 'told':
      return svg('text', { ...common, class: 'told' }, clipped(mark.what, ends));
    default:
      return mark satisfies never;
  }
}

function shortCall(mark: Note['mark'] & { readonly kind: 'call' }, ends: Ends): string {
  return clipped(callInWords(mark), ends);
}

function clipped(words: string, { isNarrow }: Ends): string {
  const most = isNarrow ? 11 : 22;
  return words.length <= most ? words : `${words.slice(0, most - 1)}\u2026`;
}

/** Points of an arrow as it stands. */
export function placeOf({ from, y, toY, progress }: Arrow, ends: Ends) {
  const [start, end] = from === 'A' ? [ends.A, ends.B] : [ends.B, ends.A];
  const x = start + (end - start) * progress;
  // One that has just left lies level.
  const turn = x === start ? (from === 'A' ? 0 : 180) : (Math.atan2(toY - y, x - start) * 180) / Math.PI;
  return { start, x, y, toY, turn, length: Math.hypot(x - start, toY - y) };
}

export function moveArrow(element: SVGGElement, arrow: Arrow, ends: Ends): void {
  const { start, x, y, toY, turn } = placeOf(arrow, ends);
  const line = `M${start} ${y}L${x} ${toY}`;
  element.classList.toggle('leaving', x === start);
  element.querySelector('.hit')?.setAttribute('d', line);
  element.querySelector('.shaft')?.setAttribute('d', line);
  element.querySelector('.head')?.setAttribute('transform', `translate(${x} ${toY}) rotate(${turn})`);
}

/** Above the arrow, from `share` of its length on. */
export function labelPlace(arrow: Arrow, ends: Ends, share: number): string {
  const { start, y, turn, length } = placeOf(arrow, ends);
  const isFromA = arrow.from === 'A';
  const upright = isFromA ? turn : turn - 180 * Math.sign(turn);
  const far = along(share, length);
  return `translate(${start} ${y}) rotate(${upright}) translate(${isFromA ? far : -far} -5)`;
}

export const HEAD_SHAPE = `M0 0l${-HEAD} ${-HEAD / 2}v${HEAD}z`;
