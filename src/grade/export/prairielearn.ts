/** PrairieLearn's results.json of an external grader. Its tests are shown to students: only visible groups are among them. */
import { plainLine } from '../../report/view/plain.ts';
import { decimal, divide, type Rational } from '../marks/rational.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';
import { OUTCOME_WORDS, STANDING_WORDS } from '../report/words.ts';

/** Of a score between 0 and 1, which has no rounding of the rubric's own. */
const SCORE = { decimals: 6, mode: 'half-up' } as const;

export function prairielearn({ rubric, plan }: OpenRubric, grade: Grade): object {
  const number = (value: Rational): number => Number(decimal(value, rubric.rounding));
  const { final, marks, found } = grade;
  const { outcome, text } = found.open;
  if (final === undefined) {
    const why = outcome === 'graded' ? 'staff will look at it' : `${OUTCOME_WORDS[outcome]}: ${plainLine(text ?? '')}`;
    return { gradable: false, format_errors: [`Not graded: ${why}`] };
  }
  return {
    gradable: true,
    score: plan.points.over === 0n ? 0 : Number(decimal(divide(final, plan.points), SCORE)),
    message: `${rubric.title}`,
    tests: marks.groups
      .filter(({ group }) => group.visibility === 'visible')
      .flatMap(({ group, items }) =>
        items.map(({ item, standing, earned }) => ({
          name: item.title,
          description: group.title,
          points: number(earned),
          max_points: number(item.points),
          message: item.hint !== undefined && standing !== 'passed' ? item.hint : STANDING_WORDS[standing],
        })),
      ),
  };
}
