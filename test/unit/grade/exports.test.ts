/** Each export against the fields that its reader publishes, and what must not be in it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/generated/meta/rubric.ts';
import { csv } from '../../../src/grade/export/csv.ts';
import { exportsByName } from '../../../src/grade/export/index.ts';
import { overview } from '../../../src/grade/export/overview.ts';
import { type Grade, gradeOf } from '../../../src/grade/report/grade.ts';
import { foundOf, opened, partOf, rubricOf } from './desk.ts';

const GROUPS: Group[] = [
  { id: 'seen', title: 'Seen', kind: 'sum', points: 4, items: [{ rule: 'RFC1-A', hint: 'Look.' }, { rule: 'RFC1-B' }] },
  {
    id: 'secret',
    title: 'Secret',
    kind: 'all-or-nothing',
    points: 2,
    visibility: 'hidden',
    items: [{ rule: 'RFC1-C' }],
  },
];
const rubric = opened(rubricOf(6, GROUPS, { late: { due: '2026-11-30T00:00:00Z', hours: 24, takes: '1/4' } }));
const broken = { outcome: 'build-failed' as const, text: 'no <compiler>', results: [] };
const grades: readonly Grade[] = [
  gradeOf(rubric, { name: 'Ada', found: foundOf(partOf()), attempt: 1 }),
  gradeOf(rubric, {
    name: '=Bob "B"\nC',
    found: foundOf(partOf({ 'a/1': 'fail' }), partOf({ 'c/1': 'fail' })),
    attempt: 1,
  }),
  gradeOf(rubric, { name: 'Cleo', found: foundOf(broken, broken), attempt: 1 }),
  gradeOf(rubric, { name: 'Dan', found: foundOf(partOf()), attempt: 1, submittedAt: '2026-12-01T12:00:00Z' }),
];

function documentOf(format: string, grade: Grade): Record<string, unknown> {
  const found = exportsByName[format]!;
  if (!('of' in found)) throw new Error(`${format} is of the class`);
  return JSON.parse(found.of(rubric, grade)) as Record<string, unknown>;
}

describe.each(['gradescope', 'prairielearn', 'classroom50'])('%s', (format) => {
  const schema = JSON.parse(readFileSync(new URL(`./published/${format}.json`, import.meta.url), 'utf8')) as object;
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

  test.each(grades)('$name is of the published form', (grade) => {
    expect(validate(documentOf(format, grade)), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('Gradescope: the score as rounded, and each test with its visibility', () => {
  const { score, tests } = documentOf('gradescope', grades[1]!);
  expect(score).toBe(2);
  expect(
    (tests as { visibility: string; score: number }[]).map(({ visibility, score: own }) => [visibility, own]),
  ).toEqual([
    ['visible', 0],
    ['visible', 2],
    ['hidden', 0],
  ]);
});

test('Gradescope: late is less, not gradable says that it is no mark', () => {
  expect(documentOf('gradescope', grades[3]!).score).toBe(3);
  expect(documentOf('gradescope', grades[2]!)).toMatchObject({
    score: 0,
    output: 'Not graded, for it does not build: no <compiler>. This is not a mark of zero.',
  });
});

test('PrairieLearn: a part of 1, and nothing hidden among the tests', () => {
  const { score, tests } = documentOf('prairielearn', grades[1]!);
  expect([score, (tests as unknown[]).length]).toEqual([0.333333, 2]);
  expect(documentOf('prairielearn', grades[2]!)).toMatchObject({ gradable: false });
});

test('Classroom 50: whole hundredths of what is visible, which add up', () => {
  const { score, tests, 'max-score': most } = documentOf('classroom50', grades[1]!);
  expect([score, most, (tests as unknown[]).length]).toEqual([200, 400, 1]);
  expect(JSON.stringify(tests)).not.toContain('Secret');
});

test('CSV: a line each, quoted, and no formula', () => {
  const lines = csv(rubric, grades).split('\r\n');
  expect(lines[0]).toBe('name,outcome,marks,points,late periods,attempt,submission,seen,secret');
  expect(lines[1]).toMatch(/^Ada,graded,6\.00,6\.00,0,1,1{64},4\.00,2\.00$/);
  expect(csv(rubric, grades)).toContain('"\'=Bob ""B""\nC",graded,2.00');
  expect(lines.find((line) => line.startsWith('Cleo'))).toMatch(/^Cleo,build-failed,,6\.00,0,1,1{64},,$/);
});

test('JUnit: a suite each, failures counted, not gradable an error', () => {
  const junit = exportsByName.junit!;
  if (!('all' in junit)) throw new Error('junit is of the class');
  const xml = junit.all(rubric, grades);
  expect(xml).toContain('<testsuites name="test" tests="10" failures="2" errors="1">');
  expect(xml).toContain('<error message="it does not build" type="build-failed">no &lt;compiler&gt;</error>');
  expect(xml).toContain('name="=Bob &quot;B&quot;&#10;C" tests="3" failures="2" errors="0"');
});

test('the overview: one page, no script, no network, names escaped', () => {
  const html = overview(rubric, grades);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|https?:/);
  expect(html).toContain('4 submissions, 3 graded, 1 not gradable.');
  expect(html).toContain('<tr><th scope="row">RFC1-A</th><td>What RFC1-A asks.</td><td>1 of 3</td></tr>');
  expect(html).toContain('no &lt;compiler&gt;');
});
