/** The grade of one student: what was found, weighed by the rubric, less what lateness takes; and what changed since the last attempt. */
import type { Found, Outcome } from '../../generated/meta/grade-record.ts';
import { type Lateness, lateness } from '../marks/late.ts';
import { type Rational, times } from '../marks/rational.ts';
import { type Marks, type Standing, score } from '../marks/score.ts';
import type { OpenRubric } from '../open-rubric.ts';

export interface Grade {
  readonly name: string;
  readonly found: Found;
  /** Of both parts: what is visible tells first. */
  readonly outcome: Outcome;
  readonly text: string | undefined;
  readonly marks: Marks;
  readonly late: Lateness;
  readonly submittedAt: string | undefined;
  /** Undefined: not gradable, which is not zero. */
  readonly final: Rational | undefined;
  /** Which attempt of this student this is, from 1. */
  readonly attempt: number;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly group: string;
  readonly item: string;
  readonly title: string;
  readonly was: Standing;
  readonly is: Standing;
}

export interface GradeFacts {
  readonly name: string;
  readonly found: Found;
  readonly previous?: Found | undefined;
  readonly attempt: number;
  readonly submittedAt?: string | undefined;
}

export function gradeOf({ plan, rubric }: OpenRubric, facts: GradeFacts): Grade {
  const { name, found, previous, attempt, submittedAt } = facts;
  const telling = found.open.outcome === 'graded' ? found.hidden : found.open;
  const marks = score(plan, found, rubric);
  const late = lateness(rubric.late, submittedAt);
  return {
    name,
    found,
    outcome: telling.outcome,
    text: telling.text,
    marks,
    late,
    submittedAt,
    final: telling.outcome === 'graded' ? times(marks.total, late.keeps) : undefined,
    attempt,
    changes: previous === undefined ? [] : changesBetween(score(plan, previous, rubric), marks),
  };
}

function changesBetween(before: Marks, now: Marks): Change[] {
  return now.groups.flatMap(({ group, items }, index) =>
    items.flatMap(({ item, standing }, place): Change[] => {
      const was = before.groups[index]!.items[place]!.standing;
      return was === standing ? [] : [{ group: group.id, item: item.id, title: item.title, was, is: standing }];
    }),
  );
}
