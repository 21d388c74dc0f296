/** Rows for a reader: what was done, against whom, how many times as fast we are, how far the rounds disagree. */
import type { Row } from './row.ts';

interface Column {
  readonly head: string;
  readonly right?: boolean;
  cell(row: Row): string;
}

const COLUMNS: readonly Column[] = [
  { head: 'ours', cell: ({ ours }) => ours },
  { head: 'against', cell: ({ peer }) => peer },
  { head: 'ratio', right: true, cell: ({ ratio }) => figure(ratio) },
  { head: 'spread', right: true, cell: ({ spread }) => spread.map(figure).join(' to ') },
  { head: 'asked', cell: ({ goal }) => goal },
  { head: '', cell: ({ met }) => (met ? 'met' : 'NOT MET') },
];

export function table(rows: readonly Row[]): string {
  const columns = COLUMNS.map((column) => {
    const width = Math.max(column.head.length, ...rows.map((row) => column.cell(row).length));
    return (text: string) => (column.right ? text.padStart(width) : text.padEnd(width));
  });
  const line = (words: readonly string[]): string =>
    `  ${words.map((word, at) => columns[at]!(word)).join('  ')}`.trimEnd();
  const lines = [line(COLUMNS.map(({ head }) => head))];
  let work = '';
  for (const row of rows) {
    if (row.work !== work) lines.push('', row.work);
    work = row.work;
    lines.push(line(COLUMNS.map(({ cell }) => cell(row))));
  }
  return lines.join('\n');
}

/** The same as a table in Markdown. */
export function markdown(rows: readonly Row[]): string {
  const columns: readonly Column[] = [{ head: 'work', cell: ({ work }) => work }, ...COLUMNS];
  const line = (words: readonly string[]): string => `| ${words.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    `|${columns.map(({ right }) => (right ? '---:' : '---')).join('|')}|`,
    ...rows.map((row) => line(columns.map(({ cell }) => cell(row).replaceAll('|', '\\|')))),
  ].join('\n');
}

/** What the figures are. */
export const LEGEND =
  "Ratio: the peer's time over ours (of memory, its octets), median over rounds that took turns; above 1 we are ahead.";

function figure(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(ratio < 100 ? 1 : 0);
}
