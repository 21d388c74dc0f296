/**
 * Layout -> the box that RFCs draw: two characters a bit, 32 bits a line. A label that does not fit its cell stands
 * below, under a letter.
 */
import type { Layout } from '../layout.ts';
import { type Cell, partsOf, ROW_BITS, type Row } from './rows.ts';

/** The picture as lines of at most 65 characters, and the labels that did not fit. */
export function ascii(layout: Layout): string {
  const notes: string[] = [];
  const lines = [
    ...ruler(),
    ...partsOf(layout).flatMap((part, index) => {
      const head = part.heading === undefined ? [] : [`  ${part.heading}:`];
      const rows = part.rows.flatMap((row) => [`${textOf(row, notes)}`, border(row)]);
      return [...head, ...(index === 0 || head.length > 0 ? [border(part.rows[0])] : []), ...rows];
    }),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `  ${note}`)] : []),
  ];
  return `${layout.title}\n\n${lines.join('\n')}\n`;
}

function ruler(): string[] {
  const bits = Array.from({ length: ROW_BITS }, (_, bit) => bit);
  const tens = bits.map((bit) => (bit % 10 === 0 ? String(bit / 10) : ' ')).join(' ');
  return [` ${tens}`.trimEnd(), ` ${bits.map((bit) => bit % 10).join(' ')}`];
}

function border(row: Row | undefined): string {
  const bits = row?.cells.reduce((sum, cell) => sum + cell.bits, 0) ?? ROW_BITS;
  return `${'+-'.repeat(bits)}+`;
}

function textOf(row: Row, notes: string[]): string {
  const mark = row.isOpen ? '/' : '|';
  return `${mark}${row.cells.map((cell) => centred(labelOf(cell, row, notes), cell.bits * 2 - 1)).join(mark)}${mark}`;
}

function labelOf({ field, bits, isContinued }: Cell, row: Row, notes: string[]): string {
  const label = `${field.label}${row.isOpen ? ' ...' : ''}`;
  if (isContinued) return '';
  if (label.length <= bits * 2 - 1) return label;
  const letter = String.fromCharCode('a'.charCodeAt(0) + notes.length);
  notes.push(`${letter}  ${field.label}`);
  return letter;
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return `${' '.repeat(left)}${text}`.padEnd(width);
}
