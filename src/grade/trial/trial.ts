/**
 * All that is done with one submission: a copy, the build, what is visible judged, then, from another copy and in a process
 * of its own, what is hidden. Ends with the folder gone and a finding, or with an InfrastructureFault.
 */
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../../generated/meta/grade-record.ts';
import type { Result } from '../../generated/meta/report.ts';
import type { Program } from '../../generated/meta/rubric.ts';
import { type Limits, MEBI } from '../sandbox/limits.ts';
import type { Machine } from '../sandbox/machine.ts';
import { copyStage, stage, unstage } from '../submission/stage.ts';
import { type Submission, submissionAt } from '../submission/submission.ts';
import { build } from './build.ts';
import { InfrastructureFault } from './fault.ts';
import { type Judge, judgePart } from './judge-part.ts';

/** What a run needs of a rubric: no points, no titles. */
export interface Assignment {
  readonly programs: readonly Program[];
  readonly limits: Limits;
  readonly open: readonly string[];
  readonly hidden: readonly string[];
  readonly seed: number;
  readonly hiddenSeed: number;
  readonly confirm: number;
}

export interface Findings {
  readonly open: Part;
  readonly hidden: Part;
}

export interface Bench {
  readonly judge: Judge;
  readonly machine: Machine;
  readonly sharesNetwork: boolean;
  /** A folder of this bench's own. */
  readonly place: string;
  readonly onResult?: (result: Result, part: 'open' | 'hidden') => void;
}

export async function tryOut(folder: string, assignment: Assignment, bench: Bench): Promise<Findings> {
  const submission = submissionAt('', folder, assignment.limits.submissionMiB * MEBI);
  const program = programOf(submission, assignment.programs);
  if ('part' in program) return both(program.part);
  const place = mkdtempSync(join(bench.place, 'try-'));
  chmodSync(place, 0o711);
  try {
    return await tryIn(place, submission, program, assignment, bench);
  } catch (cause) {
    if (cause instanceof InfrastructureFault) throw cause;
    throw new InfrastructureFault((cause as Error).message, { cause });
  } finally {
    unstage(place);
  }
}

async function tryIn(
  place: string,
  submission: Submission,
  { build: command, attach }: Program,
  assignment: Assignment,
  { judge, machine, sharesNetwork, onResult }: Bench,
): Promise<Findings> {
  const enclose = (name: string) => ({ machine, limits: assignment.limits, folder: join(place, name), sharesNetwork });
  stage(submission.folder, submission.files, join(place, 'open'), machine.user);
  if (command !== undefined) {
    const built = await build(command, enclose('open'));
    if (!built.ok) return both(built.part);
  }
  try {
    copyStage(join(place, 'open'), join(place, 'hidden'), machine.user);
  } catch (cause) {
    const text = `the build left something that cannot be copied: ${(cause as NodeJS.ErrnoException).code}`;
    return both({ outcome: 'build-failed', text, results: [] });
  }
  const part = (name: 'open' | 'hidden'): Promise<Part> =>
    judgePart(judge, {
      attach,
      scenarios: assignment[name],
      seed: name === 'open' ? assignment.seed : assignment.hiddenSeed,
      confirm: assignment.confirm,
      enclosure: enclose(name),
      ...(onResult === undefined ? {} : { onResult: (result: Result) => onResult(result, name) }),
    });
  const open = await part('open');
  // What is not gradable is so whatever the rest would be.
  return open.outcome === 'graded' ? { open, hidden: await part('hidden') } : both(open);
}

function both(part: Part): Findings {
  return { open: part, hidden: { outcome: part.outcome, results: [] } };
}

function programOf({ files, refused }: Submission, programs: readonly Program[]): Program | { readonly part: Part } {
  const nothing = (text: string): { part: Part } => ({ part: { outcome: 'not-submitted', text, results: [] } });
  if (refused !== undefined) return nothing(refused);
  const leftOut = files.leftOut.length === 0 ? '' : `; left out: ${files.leftOut.join(', ')}`;
  if (files.files.length === 0) return nothing(`the folder is empty${leftOut}`);
  const paths = new Set(files.files.map(({ path }) => path));
  const program = programs.find(({ when }) => paths.has(when));
  return program ?? nothing(`there is no ${programs.map(({ when }) => when).join(' and no ')}${leftOut}`);
}
