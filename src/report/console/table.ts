/** Rules by protocol and outcome as a compact table. Columns that are empty everywhere are left out. */
import type { Paint, Palette } from '../format.ts';
import type { Layout } from '../view/evidence-lines.ts';
import { notRunInWords, OUTCOME_WORDS, OUTCOMES, type Outcome, type ProtocolTally } from '../view/tally.ts';

const ALWAYS: ReadonlySet<Outcome> = new Set(['pass', 'fail']);

export function tableLines(rows: readonly ProtocolTally[], { paint, columns }: Layout): string[] {
  const shown = OUTCOMES.filter((outcome) => ALWAYS.has(outcome) || rows.some(({ counts }) => counts[outcome] > 0));
  const width = Math.max('rules'.length, ...rows.map(({ protocol }) => protocol.length));
  const head = ['rules'.padEnd(width), ...shown.map((outcome) => OUTCOME_WORDS[outcome])].join('  ');
  return [
    paint.dim(head),
    ...rows.flatMap(({ protocol, counts, notRun }) => {
      const cells = shown.map((outcome) => {
        const cell = String(counts[outcome]).padStart(OUTCOME_WORDS[outcome].length);
        return counts[outcome] === 0 ? paint.dim(cell) : tintOf(outcome, paint)(cell);
      });
      const row = [protocol.padEnd(width), ...cells].join('  ');
      const kinds = notRunInWords(notRun);
      if (kinds === '') return [row];
      const fits = head.length + kinds.length + 4 <= columns;
      return fits ? [row + paint.dim(`  (${kinds})`)] : [row, paint.dim(`${' '.repeat(width)}  (${kinds})`)];
    }),
  ];
}

function tintOf(outcome: Outcome, { red, green, yellow, cyan, dim }: Palette): Paint {
  switch (outcome) {
    case 'pass':
      return green;
    case 'fail':
    case 'error':
      return red;
    case 'observed':
      return cyan;
    case 'none':
      return dim;
    case 'declared':
    case 'inconclusive':
      return yellow;
    default:
      return outcome satisfies never;
  }
}
