/**
 * `assay grade --gradescope FOLDER`: the one submission of a folder laid out as Gradescope's /autograder. results.json is
 * written before anything runs and after each verdict, so that whoever is cut short has been told what there was by then.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';
import type { Found, Part } from '../generated/meta/grade-record.ts';
import type { Result } from '../generated/meta/report.ts';
import { gradescope } from '../grade/export/gradescope.ts';
import { type OpenRubric, openRubric } from '../grade/open-rubric.ts';
import { gradeOf } from '../grade/report/grade.ts';
import { put } from '../grade/report/write.ts';
import { readJson } from '../loader/json.ts';
import { loadSuite } from '../loader/suite.ts';
import type { GradeFlags } from './grade.ts';
import { openLanes } from './grade-lanes.ts';

export async function gradeForGradescope(folder: string, rubric: string, flags: GradeFlags): Promise<void> {
  const opened = openRubric(rubric, loadSuite(), flags.confirm);
  const submission = resolve(folder, 'submission');
  if (!existsSync(submission)) throw new AssayError('ERR_INPUT', `${folder}: there is no folder submission in it`);
  const results = join(folder, 'results', 'results.json');
  const submittedAt = submissionTime(join(folder, 'submission_metadata.json'));
  const parts: { open: Result[]; hidden: Result[] } = { open: [], hidden: [] };
  const write = (open: Part, hidden: Part, milliseconds = 0): void => {
    const grade = gradeOf(opened, {
      name: 'submission',
      found: found(opened, { open, hidden }, milliseconds),
      attempt: 1,
      submittedAt,
    });
    put(results, `${JSON.stringify(gradescope(opened, grade), null, 2)}\n`);
  };
  const writePartly = (): void => write(partly(parts.open), partly(parts.hidden));
  writePartly();
  const lanes = await openLanes(opened, { jobs: 1, requireIsolation: flags.requireIsolation }, (result, part) => {
    parts[part].push(result);
    writePartly();
  });
  try {
    const { findings, milliseconds } = await lanes[0]!.try(submission);
    write(findings.open, findings.hidden, milliseconds);
  } finally {
    for (const lane of lanes) lane.close();
  }
}

function partly(results: readonly Result[]): Part {
  return { outcome: 'graded', results: [...results] };
}

function found({ digests, assignment }: OpenRubric, parts: { open: Part; hidden: Part }, milliseconds: number): Found {
  const { suite, rubric, judging } = digests;
  const key = { submission: '0'.repeat(64), suite, rubric, seed: assignment.seed };
  return { kind: 'found', key, judging, ...parts, milliseconds };
}

/** As Gradescope tells it; undefined where it tells nothing. */
function submissionTime(metadata: string): string | undefined {
  if (!existsSync(metadata)) return undefined;
  const { created_at: at } = readJson(metadata) as { created_at?: unknown };
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : undefined;
}
