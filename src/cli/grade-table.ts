/** A line a student on the terminal: name, marks, and why there are none. */
import type { Plan } from '../grade/marks/plan.ts';
import { decimal } from '../grade/marks/rational.ts';
import type { OpenRubric } from '../grade/open-rubric.ts';
import type { Grade } from '../grade/report/grade.ts';
import { OUTCOME_WORDS } from '../grade/report/words.ts';
import { clipLine, plainLine } from '../report/view/plain.ts';

const WIDEST = 40;

export function gradeTable({ rubric, plan }: OpenRubric, grades: readonly Grade[]): string {
  const rows = grades.map((grade) => ({
    name: clipLine(grade.name, WIDEST),
    marks: grade.final === undefined ? '-' : decimal(grade.final, rubric.rounding),
    note: noteOf(grade, plan),
  }));
  const width = Math.max(4, ...rows.map(({ name }) => name.length));
  const digits = Math.max(5, ...rows.map(({ marks }) => marks.length));
  const lines = rows.map(({ name, marks, note }) =>
    `${name.padEnd(width)}  ${marks.padStart(digits)}  ${note}`.trimEnd(),
  );
  const graded = grades.filter(({ final }) => final !== undefined).length;
  const total = decimal(plan.points, rubric.rounding);
  return `${[...lines, '', `${graded} of ${grades.length} graded, out of ${total} points each.`].join('\n')}\n`;
}

function noteOf({ outcome, text, marks }: Grade, { groups }: Plan): string {
  if (outcome !== 'graded') return plainLine(`${OUTCOME_WORDS[outcome]}: ${text ?? ''}`, 100);
  const items = marks.groups.flatMap((group) => group.items);
  const lost = items
    .filter(({ standing }) => standing !== 'passed')
    .map(({ item, standing }) => `${item.id} ${standing}`);
  return groups.length === 0 ? '' : clipLine(lost.join(', '), 100);
}
