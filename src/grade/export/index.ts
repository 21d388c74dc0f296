/** The exports, by the name that --export takes: a file for each student, or one for the class. */
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';
import { classroom50, placeFrom } from './classroom50.ts';
import { gradescope } from './gradescope.ts';
import { junit } from './junit.ts';
import { prairielearn } from './prairielearn.ts';

export type Export =
  | { readonly file: string; of(opened: OpenRubric, grade: Grade): string }
  | { readonly file: string; all(opened: OpenRubric, grades: readonly Grade[]): string };

const text = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

export const exportsByName: Readonly<Record<string, Export>> = Object.assign(Object.create(null), {
  gradescope: { file: 'results.json', of: (opened: OpenRubric, grade: Grade) => text(gradescope(opened, grade)) },
  prairielearn: { file: 'results.json', of: (opened: OpenRubric, grade: Grade) => text(prairielearn(opened, grade)) },
  classroom50: {
    file: 'result.json',
    of: (opened: OpenRubric, grade: Grade) =>
      text(classroom50(opened, grade, placeFrom(process.env, opened.rubric, grade))),
  },
  junit: { file: 'junit.xml', all: junit },
} satisfies Record<string, Export>);
