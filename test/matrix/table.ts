/** The matrix for a reader. */
import type { MatrixRow } from '../../src/site/standings.ts';

const HEADS = [
  'implementation',
  'as',
  'version',
  'scenarios',
  'rules passed',
  'broken, adjudicated',
  'not adjudicated',
  'advice not taken',
  'nothing concluded',
];

export function matrixTable(rows: readonly MatrixRow[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(HEADS),
    line(HEADS.map((_, at) => (at < 3 ? '---' : '--:'))),
    ...rows.map((row) =>
      line([
        row.name,
        row.part,
        row.version,
        row.scenarios,
        row.passed,
        row.declared.length,
        row.failed.length,
        row.adviceNotTaken.length,
        row.inconclusive.length,
      ]),
    ),
  ].join('\n');
}
