/**
 * A folder of submissions: each that has no finding yet is tried out in a free lane, once, and its finding written down
 * before anything else is made of it. Writes no report and computes no marks.
 */
import type { Found } from '../../generated/meta/grade-record.ts';
import type { Tried } from '../lane/lane.ts';
import type { OpenRubric } from '../open-rubric.ts';
import type { Submission } from '../submission/submission.ts';
import { InfrastructureFault } from '../trial/fault.ts';
import type { RecordFile, Wanted } from './records.ts';

/** Whoever can try out a folder: a lane, or a queue with workers behind it. */
export interface Tester {
  try(folder: string, hash: string): Promise<Tried>;
  close(): void | Promise<void>;
}

export interface BatchRequest {
  readonly opened: OpenRubric;
  readonly submissions: readonly Submission[];
  readonly records: RecordFile;
  readonly testers: readonly Tester[];
  readonly onBegin?: (total: number) => void;
  readonly onDone?: (found: Found) => void;
  readonly signal?: AbortSignal;
}

export interface BatchFault {
  readonly name: string;
  readonly text: string;
}

/** Times that a submission is tried whose tester failed. */
const TRIES = 2;

/** What could not be tried out, for a reason of ours. */
export async function runBatch(request: BatchRequest): Promise<readonly BatchFault[]> {
  const { submissions, records, testers, signal } = request;
  noteAttempts(submissions, records);
  const open = [...new Map(submissions.map((each) => [each.hash, each])).values()].filter(
    ({ hash }) => records.find(wanted(request.opened, hash)) === undefined,
  );
  request.onBegin?.(open.length);
  const faults: BatchFault[] = [];
  let next = 0;
  const work = async (tester: Tester): Promise<void> => {
    while (next < open.length && !signal?.aborted) {
      const submission = open[next++]!;
      const found = await tryTwice(tester, submission, request);
      if ('fault' in found) faults.push({ name: submission.name, text: found.fault });
      else {
        records.add(found);
        request.onDone?.(found);
      }
    }
  };
  await Promise.all(testers.map(work));
  return faults;
}

export function wanted({ digests, assignment }: OpenRubric, submission: string): Wanted {
  return { submission, suite: digests.suite, seed: assignment.seed, judging: digests.judging };
}

async function tryTwice(
  tester: Tester,
  { folder, hash }: Submission,
  { opened, signal }: BatchRequest,
): Promise<Found | { readonly fault: string }> {
  let fault = 'it was interrupted';
  for (let turn = 0; turn < TRIES && !signal?.aborted; turn += 1) {
    try {
      return foundBy(await tester.try(folder, hash), opened, hash);
    } catch (cause) {
      if (!(cause instanceof InfrastructureFault)) throw cause;
      fault = cause.message;
    }
  }
  return { fault };
}

function foundBy({ findings, milliseconds, isolation }: Tried, opened: OpenRubric, submission: string): Found {
  const { digests, assignment } = opened;
  return {
    kind: 'found',
    key: { submission, suite: digests.suite, rubric: digests.rubric, seed: assignment.seed },
    judging: digests.judging,
    ...findings,
    milliseconds,
    isolation,
  };
}

/** Once for each time that somebody hands in something else than before. */
function noteAttempts(submissions: readonly Submission[], records: RecordFile): void {
  for (const { name, hash } of submissions) {
    if (records.attempts(name).at(-1)?.submission === hash) continue;
    records.add({ kind: 'attempt', name, submission: hash });
  }
}
