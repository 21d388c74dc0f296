/** A layer's bits in rows of 32, as RFCs draw them, with the values that are there. */
import type { FieldRow } from '../../try/decode/field-rows.ts';
import { el } from './dom.ts';

const ROW = 32;
/** Longer ones are one row, however long they are. */
const LONG = 2 * ROW;
/** So many of a layer are drawn; the table has all. */
const MOST = 160;

export function bitDiagram(rows: readonly FieldRow[]): HTMLElement {
  const leaves = rows.filter(({ isWhole, bits }) => !isWhole && bits > 0);
  const cells = leaves.slice(0, MOST).flatMap((row) => cellsOf(row));
  for (const [index, cell] of cells.entries()) cell.tabIndex = index === 0 ? 0 : -1;
  const ruler = Array.from({ length: ROW }, (_, bit) =>
    el('i', {}, bit % 8 === 0 || bit === ROW - 1 ? String(bit) : ''),
  );
  return el('div', { class: 'bits roving', role: 'group', 'aria-label': 'Bits' }, ...ruler, ...cells);
}

function cellsOf(row: FieldRow): HTMLElement[] {
  const { bit, bits } = row;
  if (bits > LONG) return [cell(row, bit % ROW, ROW - (bit % ROW), true)];
  const cells: HTMLElement[] = [];
  for (let done = 0; done < bits; ) {
    const from = (bit + done) % ROW;
    const width = Math.min(bits - done, ROW - from);
    cells.push(cell(row, from, width, done === 0));
    done += width;
  }
  return cells;
}

function cell(
  { path, label, value, bits, faults }: FieldRow,
  from: number,
  width: number,
  isFirst: boolean,
): HTMLElement {
  const words = bits > LONG ? `${bits / 8} octets` : value;
  const button = el(
    'button',
    {
      type: 'button',
      'data-f': path,
      title: `${label}: ${words}`,
      class: `${width <= 2 ? 'narrow' : width < 8 ? 'small' : ''}${faults.length > 0 ? ' wrong' : ''}`,
    },
    el('b', {}, isFirst ? label : `${label} (continued)`),
    ' ',
    el('span', {}, isFirst ? words : ''),
  );
  button.style.gridColumn = `${from + 1} / span ${width}`;
  return button;
}
