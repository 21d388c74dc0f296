/** The full record of one student, for staff: every mark exactly and as a decimal, every verdict with its evidence. */
import { decimal, exact, type Rational } from '../marks/rational.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from './grade.ts';

export function staffReport({ rubric, plan, digests }: OpenRubric, grade: Grade): object {
  const { name, found, outcome, text, marks, late, final, attempt, changes, submittedAt } = grade;
  const both = (value: Rational) => ({ exact: exact(value), decimal: decimal(value, rubric.rounding) });
  return {
    assignment: rubric.name,
    name,
    attempt,
    submission: found.key.submission,
    suite: digests.suite,
    rubric: digests.rubric,
    seed: found.key.seed,
    outcome,
    text,
    submittedAt,
    marks: final === undefined ? null : both(final),
    points: both(plan.points),
    beforeLate: both(marks.total),
    late: { periods: late.periods, keeps: exact(late.keeps) },
    groups: marks.groups.map(({ group, items, earned, possible, unmet }) => ({
      id: group.id,
      title: group.title,
      kind: group.kind,
      visibility: group.visibility,
      unmet,
      earned: both(earned),
      possible: both(possible),
      points: both(group.points),
      items: items.map((item) => ({
        id: item.item.id,
        rule: item.item.rule,
        title: item.item.title,
        standing: item.standing,
        earned: both(item.earned),
        possible: both(item.possible),
        points: both(item.item.points),
        results: item.results,
      })),
    })),
    changes,
    open: { outcome: found.open.outcome, text: found.open.text, log: found.open.log },
    hidden: { outcome: found.hidden.outcome, text: found.hidden.text, log: found.hidden.log },
    milliseconds: found.milliseconds,
    isolation: found.isolation,
  };
}
