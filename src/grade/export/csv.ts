/** Comma-separated values as RFC 4180 has them, a line for each student. No cell begins as a formula of a spreadsheet would. */
import { decimal, type Rational } from '../marks/rational.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';

export function csv({ rubric, plan }: OpenRubric, grades: readonly Grade[]): string {
  const number = (value: Rational | undefined): string => (value === undefined ? '' : decimal(value, rubric.rounding));
  const head = ['name', 'outcome', 'marks', 'points', 'late periods', 'attempt', 'submission'];
  const rows = grades.map((grade) => [
    grade.name,
    grade.outcome,
    number(grade.final),
    number(plan.points),
    String(grade.late.periods),
    String(grade.attempt),
    grade.found.key.submission,
    ...grade.marks.groups.map(({ earned }) => (grade.final === undefined ? '' : number(earned))),
  ]);
  return [[...head, ...plan.groups.map(({ id }) => id)], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[0-9.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
