/**
 * Classroom 50's classroom50/result/v1, which is published on the student's own repository: only visible groups are in it,
 * and the score is their sum. Scores are whole numbers there: points in the smallest unit that the rubric rounds to.
 */
import { decimal, rational, times } from '../marks/rational.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';

/** What the runner of Classroom 50 tells in its environment. */
export interface Classroom50 {
  readonly classroom: string;
  readonly assignment: string;
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  /** The submission instant, ISO 8601 in UTC. */
  readonly datetime: string;
}

export function classroom50({ rubric }: OpenRubric, grade: Grade, place: Classroom50): object {
  const { decimals = 2, mode = 'half-up' } = rubric.rounding ?? {};
  const unit = rational(10 ** decimals);
  const whole = (value: Parameters<typeof times>[0]): number =>
    Number(decimal(times(value, unit), { decimals: 0, mode }));
  const graded = grade.found.open.outcome === 'graded';
  const tests = grade.marks.groups
    .filter(({ group }) => group.visibility === 'visible')
    .map(({ group, earned }) => {
      const [got, most] = [graded ? whole(earned) : 0, whole(group.points)];
      return { 'test-name': group.title, passed: got === most, score: got, 'max-score': most };
    });
  const sum = (key: 'score' | 'max-score'): number => tests.reduce((total, test) => total + test[key], 0);
  return { schema: 'classroom50/result/v1', ...place, score: sum('score'), 'max-score': sum('max-score'), tests };
}

/** From the runner's environment; what it does not tell is named after the submission. */
export function placeFrom(env: NodeJS.ProcessEnv, rubric: OpenRubric['rubric'], grade: Grade): Classroom50 {
  const { COMMIT_URL: commit = grade.found.key.submission } = env;
  return {
    classroom: env.CLASSROOM ?? 'classroom',
    assignment: env.ASSIGNMENT ?? rubric.name,
    submission: env.SUBMISSION_TAG ?? `submit/${grade.name}`,
    commit,
    release: env.RELEASE_URL ?? commit,
    review: env.REVIEW_URL ?? commit,
    datetime: utc(grade.submittedAt),
  };
}

/** Whoever tells no time of submission is not late. */
function utc(instant = '1970-01-01T00:00:00Z'): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
