/** Octets in rows, in runs that belong to the same fields. */
import type { FieldRow } from '../../try/decode/field-rows.ts';
import { type Run, runsOf } from '../../try/decode/runs.ts';
import { type Child, el } from './dom.ts';

/** Octets in a row; on a phone half as many. */
const [WIDE, NARROW] = [16, 8];
const MOST_ROWS = 96;

export function octetDump(rows: readonly FieldRow[], octets: Uint8Array): HTMLElement {
  const perRow = window.innerWidth < 600 ? NARROW : WIDE;
  const shown = octets.subarray(0, perRow * MOST_ROWS);
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const runs = runsOf(rows, shown.length);
  const lines: Child[] = [];
  for (let at = 0; at < shown.length; at += perRow) {
    const end = Math.min(shown.length, at + perRow);
    const own = runs.filter(({ from, to }) => from < 2 * end && to > 2 * at);
    lines.push(el('i', {}, at.toString(16).padStart(4, '0')), '  ');
    for (const run of own) lines.push(runElement(run, 2 * at, 2 * end, shown, byPath));
    lines.push('\n');
  }
  const more = octets.length - shown.length;
  if (more > 0) lines.push(el('i', {}, `${more} octets more are not shown`));
  const dump = el('pre', { class: 'octets roving', role: 'group', 'aria-label': 'Octets' }, ...lines);
  const first = dump.querySelector('button');
  if (first !== null) first.tabIndex = 0;
  return dump;
}

/** The part of a run in the row of digits [from, to). */
function runElement(
  run: Run,
  from: number,
  to: number,
  octets: Uint8Array,
  byPath: ReadonlyMap<string, FieldRow>,
): HTMLElement {
  const [first, last] = [Math.max(run.from, from), Math.min(run.to, to)];
  let digits = '';
  for (let at = first; at < last; at += 1) {
    // A blank stands before an octet, and belongs to the run that begins or goes on there.
    if (at % 2 === 0 && at > from) digits += ' ';
    digits += octets[at >> 1]!.toString(16).padStart(2, '0')[at % 2];
  }
  if (run.paths.length === 0) return el('span', {}, digits);
  const fields = run.paths.map((path) => byPath.get(path)!);
  const names = fields.map(({ label }) => label).join(', ');
  const isWrong = fields.some(({ faults }) => faults.length > 0);
  const attributes = { 'data-f': run.paths.join(' '), title: names, 'aria-label': `${names}: ${digits.trim()}` };
  return el('button', { type: 'button', class: isWrong ? 'wrong' : '', tabindex: -1, ...attributes }, digits);
}
