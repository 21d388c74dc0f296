/**
 * Layout -> a picture of its bits. Text is text (it can be searched and read aloud), colours follow the reader's light or
 * dark scheme, and every cell has a title that tells its bits and its meaning. No script, nothing loaded.
 */
import type { FieldLayout, Layout } from '../layout.ts';
import { type Cell, type Part, partsOf, ROW_BITS, type Row } from './rows.ts';

const BIT = 24;
const ROW = 44;
const HEAD = 26;
const HEADING = 34;
const MARGIN = 16;
/** Width of a character of the label's font at its size, on average. */
const CHARACTER = 7.2;

/** Held to its own class, so that the picture may also stand inside a page. */
const STYLE = `
    .wire { --ink: #1b2430; --line: #8793a3; --soft: #5a6675; --paper: #ffffff; --cell: #f3f6fa; --open: #e7edf5; }
    @media (prefers-color-scheme: dark) {
      .wire { --ink: #e8edf3; --line: #64707f; --soft: #9aa7b6; --paper: #12161c; --cell: #1d242d; --open: #27303b; }
    }
    .wire .paper { fill: var(--paper); }
    .wire .cell { fill: var(--cell); stroke: var(--line); }
    .wire .open { fill: var(--open); stroke-dasharray: 4 3; }
    .wire text { fill: var(--ink); font: 13px system-ui, sans-serif; text-anchor: middle; }
    .wire .bit, .wire .width { fill: var(--soft); font-size: 10px; }
    .wire .heading { fill: var(--soft); font-size: 12px; text-anchor: start; }
    .wire .turned { font-size: 9px; }`;

/** For a picture within a page. */
export interface Inset {
  /** Where a field is explained. */
  readonly link: (field: FieldLayout) => string;
  /** Names of fields that stand out. */
  readonly hot: readonly string[];
}

/** The picture as an SVG document; with `inset` one that takes its colours from the page, and whose cells are links. */
export function svg(layout: Layout, inset?: Inset): string {
  const body: string[] = [];
  let y = MARGIN + HEAD;
  for (const part of partsOf(layout)) {
    if (part.heading !== undefined) {
      body.push(`  <text class="heading" x="${MARGIN}" y="${y + HEADING - 10}">${escaped(part.heading)}</text>`);
      y += HEADING;
    }
    body.push(...drawPart(part, y, inset));
    y += part.rows.length * ROW;
  }
  const id = `${layout.layer.replace('/', '-')}-title`;
  const [width, height] = [ROW_BITS * BIT + 2 * MARGIN, y + MARGIN];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="wire" role="${inset === undefined ? 'img' : 'group'}" aria-labelledby="${id}">`,
    `  <title id="${id}">${escaped(layout.title)}: ${escaped(layout.description ?? '')}</title>`,
    ...(inset === undefined ? [`  <style>${STYLE}\n  </style>`] : []),
    `  <rect class="paper" width="${width}" height="${height}" rx="6"/>`,
    ...ruler(),
    ...body,
    '</svg>',
  ].join('\n')}\n`;
}

function ruler(): string[] {
  return Array.from({ length: ROW_BITS }, (_, bit) => {
    return `  <text class="bit" x="${MARGIN + bit * BIT + BIT / 2}" y="${MARGIN + HEAD - 8}">${bit}</text>`;
  });
}

function drawPart(part: Part, top: number, inset: Inset | undefined): string[] {
  return part.rows.flatMap((row, index) =>
    row.cells.flatMap((cell) => {
      const lines = drawCell(cell, row, top + index * ROW);
      if (inset === undefined) return lines;
      const hot = inset.hot.includes(cell.field.name) ? ' class="hot"' : '';
      return [`  <a${hot} href="${escaped(inset.link(cell.field))}">`, ...lines, '  </a>'];
    }),
  );
}

function drawCell(cell: Cell, row: Row, y: number): string[] {
  const { field, from, bits } = cell;
  const [x, width] = [MARGIN + from * BIT, bits * BIT];
  return [
    `  <g data-field="${field.name}">`,
    `    <title>${escaped(titleOf(cell, row))}</title>`,
    `    <rect class="cell${row.isOpen ? ' open' : ''}" x="${x}" y="${y}" width="${width}" height="${ROW}"/>`,
    ...drawLabel(cell, row, x + width / 2, y + ROW / 2).map((line) => `    ${line}`),
    '  </g>',
  ];
}

/** The label upright with the width below it, without it, in two lines, or turned: the first of these that fits. */
function drawLabel({ field, bits, isContinued }: Cell, row: Row, x: number, y: number): string[] {
  const label = isContinued ? `${field.label} (continued)` : field.label;
  const small = row.isOpen ? 'octets, as many as there are' : `${bits} ${bits === 1 ? 'bit' : 'bits'}`;
  const room = Math.floor((bits * BIT - 4) / CHARACTER);
  if (label.length <= room && small.length < room * 1.2) {
    return [text(label, x, y), text(small, x, y + 13, ' class="width"')];
  }
  if (label.length <= room) return [text(label, x, y + 4)];
  const words = label.split(' ');
  const half = Math.ceil(words.length / 2);
  const lines = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
  if (words.length > 1 && lines.every((line) => line.length <= room)) {
    return lines.map((line, index) => text(line, x, y - 3 + index * 14));
  }
  return [text(label, x, y + 3, ` class="turned" transform="rotate(-90 ${x} ${y})"`)];
}

function text(words: string, x: number, y: number, attributes = ''): string {
  return `<text${attributes} x="${x}" y="${y}">${escaped(words)}</text>`;
}

function titleOf({ field, bits }: Cell, row: Row): string {
  const place = field.bit === undefined ? '' : `from bit ${field.bit}, `;
  const size = row.isOpen ? 'octets' : 'bits' in field ? `${field.bits} bits` : `${bits} bits`;
  return `${field.label} (${place}${size})${field.description === undefined ? '' : `: ${field.description}`}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
