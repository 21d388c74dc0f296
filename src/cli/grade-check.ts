/** `assay grade --check`: the rubric's own answers, each of which must get the marks that are stated. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';
import type { Found } from '../generated/meta/grade-record.ts';
import type { Answer } from '../generated/meta/rubric.ts';
import { exact, rational } from '../grade/marks/rational.ts';
import { type OpenRubric, openRubric } from '../grade/open-rubric.ts';
import { type Grade, gradeOf } from '../grade/report/grade.ts';
import { loadSuite } from '../loader/suite.ts';
import type { GradeFlags } from './grade.ts';
import { openLanes } from './grade-lanes.ts';
import { gradeTable } from './grade-table.ts';

export async function check(path: string, flags: GradeFlags): Promise<void> {
  const opened = openRubric(path, loadSuite(), flags.confirm);
  const { answers = [] } = opened.rubric;
  if (answers.length === 0) throw new AssayError('ERR_INPUT', `${path}: it has no answers to check it by`);
  for (const { folder } of answers) {
    if (!existsSync(join(dirname(path), folder))) throw new AssayError('ERR_INPUT', `${path}: no folder ${folder}`);
  }
  const grades = await gradeAnswers(opened, answers, flags);
  process.stdout.write(gradeTable(opened, grades));
  const wrong = grades.flatMap((grade, index) => difference(grade, answers[index]!));
  for (const text of wrong) process.stdout.write(`${text}\n`);
  process.stdout.write(wrong.length === 0 ? 'All answers get the marks that are stated.\n' : '');
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function gradeAnswers(opened: OpenRubric, answers: readonly Answer[], flags: GradeFlags): Promise<Grade[]> {
  const lanes = await openLanes(opened, flags);
  const grades: Grade[] = [];
  let next = 0;
  const work = async (lane: (typeof lanes)[number]): Promise<void> => {
    while (next < answers.length) {
      const index = next++;
      const { folder } = answers[index]!;
      const { findings } = await lane.try(join(dirname(opened.path), folder));
      const { suite, rubric, judging } = opened.digests;
      const key = { submission: '0'.repeat(64), suite, rubric, seed: opened.assignment.seed };
      const found: Found = { kind: 'found', key, judging, ...findings };
      grades[index] = gradeOf(opened, { name: folder, found, attempt: 1 });
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    for (const lane of lanes) lane.close();
  }
  return grades;
}

function difference({ name, final, outcome }: Grade, { marks, outcome: expected = 'graded' }: Answer): string[] {
  const got = final === undefined ? null : exact(final);
  const stated = marks === null ? null : exact(rational(marks));
  const wanted = marks === null && expected === 'graded' ? outcome : expected;
  if (got === stated && outcome === wanted) return [];
  return [`${name}: got ${got ?? outcome}, but ${stated ?? expected} is stated`];
}
