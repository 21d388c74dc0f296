/** The grades of a class, from the record file: no student's code runs. Whoever has no finding yet has no grade. */
import type { OpenRubric } from '../open-rubric.ts';
import { type Grade, gradeOf } from '../report/grade.ts';
import type { Submission } from '../submission/submission.ts';
import { wanted } from './batch.ts';
import type { RecordFile } from './records.ts';

/** @param times of submission, ISO 8601, by name */
export function gradesOf(
  opened: OpenRubric,
  submissions: readonly Pick<Submission, 'name' | 'hash'>[],
  records: RecordFile,
  times: Readonly<Record<string, string>>,
): Grade[] {
  return submissions.flatMap(({ name, hash }) => {
    const found = records.find(wanted(opened, hash));
    if (found === undefined) return [];
    const attempts = records.attempts(name);
    const before = attempts.findLast(({ submission }) => submission !== hash);
    const previous = before === undefined ? undefined : records.find(wanted(opened, before.submission));
    return gradeOf(opened, { name, found, previous, attempt: Math.max(1, attempts.length), submittedAt: times[name] });
  });
}
