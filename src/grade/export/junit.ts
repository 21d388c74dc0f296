/** JUnit XML of a class: a suite for each student, a case for each item. Not gradable is an error, not a failure. */
import { attributes, escapeXml } from '../../report/view/xml.ts';
import { decimal } from '../marks/rational.ts';
import type { ItemMarks } from '../marks/score.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Grade } from '../report/grade.ts';
import { OUTCOME_WORDS, STANDING_WORDS } from '../report/words.ts';

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly lines: readonly string[];
}

export function junit({ rubric }: OpenRubric, grades: readonly Grade[]): string {
  const suites = grades.map((grade) => suiteOf(grade, rubric));
  const total = (key: 'tests' | 'failures' | 'errors'): number => suites.reduce((sum, suite) => sum + suite[key], 0);
  const counts = { tests: total('tests'), failures: total('failures'), errors: total('errors') };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: rubric.name, ...counts })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(grade: Grade, rubric: OpenRubric['rubric']): Suite {
  const { name, final, outcome, text = '' } = grade;
  if (final === undefined) {
    const error = `<error${attributes({ message: OUTCOME_WORDS[outcome], type: outcome })}>${escapeXml(text)}</error>`;
    return suite(name, 1, 0, 1, [`<testcase${attributes({ name: outcome, classname: name })}>${error}</testcase>`]);
  }
  const items = grade.marks.groups.flatMap(({ group, items }) => items.map((marks) => ({ group, marks })));
  const cases = items.map(({ group, marks }) => caseOf(`${name}.${group.id}`, marks, rubric));
  return suite(name, items.length, items.filter(({ marks }) => marks.standing !== 'passed').length, 0, cases);
}

function suite(name: string, tests: number, failures: number, errors: number, cases: readonly string[]): Suite {
  const head = `  <testsuite${attributes({ name, tests, failures, errors, skipped: 0 })}>`;
  return { tests, failures, errors, lines: [head, ...cases.map((each) => `    ${each}`), '  </testsuite>'] };
}

function caseOf(
  classname: string,
  { item, standing, earned, results }: ItemMarks,
  rubric: OpenRubric['rubric'],
): string {
  const head = attributes({ name: `${item.id}: ${item.title}`, classname });
  if (standing === 'passed') return `<testcase${head}/>`;
  const points = `${decimal(earned, rubric.rounding)} of ${decimal(item.points, rubric.rounding)}`;
  const lines = results
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ scenario, reason, verdict }) => `${scenario}: ${reason?.text ?? verdict}`);
  const message = `${STANDING_WORDS[standing]}, ${points}`;
  const failure = `<failure${attributes({ message, type: standing })}>${escapeXml(lines.join('\n'))}</failure>`;
  return `<testcase${head}>${failure}</testcase>`;
}
