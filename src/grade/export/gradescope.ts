/**
 * Gradescope's results.json. Hidden groups go along, each with its visibility: Gradescope keeps them from students itself.
 * What stands at the top level is seen by everybody, so it says nothing of them. The format has no word for "not gradable":
 * there is a score of 0, and an output that says it is no mark.
 */
import type { Result } from '../../generated/meta/report.ts';
import { plainLine } from '../../report/view/plain.ts';
import { decimal, type Rational } from '../marks/rational.ts';
import type { GroupMarks, ItemMarks } from '../marks/score.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';
import { OUTCOME_WORDS, STANDING_WORDS } from '../report/words.ts';

export function gradescope({ rubric }: OpenRubric, grade: Grade): object {
  const number = (value: Rational): number => Number(decimal(value, rubric.rounding));
  const { outcome, text } = grade.found.open;
  const fine = outcome === 'graded';
  return {
    score: grade.final === undefined ? 0 : number(grade.final),
    execution_time: Math.round((grade.found.milliseconds ?? 0) / 1000),
    output: fine
      ? ''
      : `Not graded, for ${OUTCOME_WORDS[outcome]}: ${plainLine(text ?? '')}. This is not a mark of zero.`,
    output_format: 'text',
    stdout_visibility: 'hidden',
    tests: grade.marks.groups.flatMap((group, index) => testsOf(group, index + 1, number)),
    extra_data: { submission: grade.found.key.submission, suite: grade.found.key.suite },
  };
}

function testsOf({ group, items }: GroupMarks, place: number, number: (value: Rational) => number): object[] {
  return items.map((marks, index) => ({
    name: `${group.title}: ${marks.item.title}`,
    number: `${place}.${index + 1}`,
    score: number(marks.earned),
    max_score: number(marks.item.points),
    status: marks.standing === 'passed' ? 'passed' : 'failed',
    output: outputOf(marks, group.detail),
    output_format: 'text',
    tags: [marks.item.id],
    visibility: group.visibility,
  }));
}

function outputOf({ standing, results, item }: ItemMarks, detail: string): string {
  const failures = detail === 'none' ? [] : results.filter(({ verdict }) => verdict !== 'pass');
  const hint = item.hint !== undefined && standing !== 'passed' ? [`Hint: ${item.hint}`] : [];
  return [STANDING_WORDS[standing], ...hint, ...failures.slice(0, 3).map((result) => failureLine(result, detail))].join(
    '\n',
  );
}

function failureLine({ scenario, evidence, reason }: Result, detail: string): string {
  const actual = evidence?.actual ?? (detail === 'full' || reason?.code.startsWith('iut-') ? reason?.text : undefined);
  const expected = detail === 'full' && evidence?.expected ? `expected ${evidence.expected.join(', or ')}; ` : '';
  return plainLine(`${scenario}: ${expected}${actual === undefined ? 'not met' : `got ${actual}`}`);
}
