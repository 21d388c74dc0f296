/** `assay grade DIR`: the batch, its progress, and the reports. */
import { join, resolve } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';
import { type BatchFault, runBatch, type Tester, wanted } from '../grade/batch/batch.ts';
import { gradesOf } from '../grade/batch/grades.ts';
import { lock } from '../grade/batch/lock.ts';
import { batchProgress } from '../grade/batch/progress.ts';
import { RecordFile } from '../grade/batch/records.ts';
import { exportsByName } from '../grade/export/index.ts';
import { type OpenRubric, openRubric } from '../grade/open-rubric.ts';
import { writeReports } from '../grade/report/write.ts';
import { MEBI } from '../grade/sandbox/limits.ts';
import { inShard, type Submission, submissionsOf } from '../grade/submission/submission.ts';
import { readTimes } from '../grade/submission/times.ts';
import { loadSuite } from '../loader/suite.ts';
import { plainLine } from '../report/view/plain.ts';
import { outFolder } from './files.ts';
import type { GradeFlags } from './grade.ts';
import { openLanes } from './grade-lanes.ts';
import { sayRedis } from './grade-redis.ts';
import { gradeTable } from './grade-table.ts';
import { firstSignal } from './signals.ts';

export type BatchFlags = GradeFlags & { readonly rubric: string; readonly out: string };

export async function gradeFolder(dir: string, flags: BatchFlags): Promise<void> {
  for (const name of flags.export ?? []) {
    if (name in exportsByName) continue;
    const known = Object.keys(exportsByName).join(' ');
    throw new AssayError('ERR_USAGE', `--export ${name}: no such format; there are ${known}`);
  }
  const opened = openRubric(flags.rubric, loadSuite(), flags.confirm);
  const times = flags.times === undefined ? {} : readTimes(flags.times);
  const { submissions, passedOver } = submissionsOf(resolve(dir), opened.assignment.limits.submissionMiB * MEBI);
  for (const text of passedOver) process.stderr.write(`passed over: ${text}\n`);
  const chosen = submissions.filter(({ hash }) => flags.shard === undefined || inShard(hash, flags.shard));
  for (const { name, files } of chosen) {
    for (const text of files.leftOut)
      process.stderr.write(`${plainLine(JSON.stringify(name))}: ${plainLine(text)}: left out\n`);
  }
  outFolder('grade --out', flags.out);
  const unlock = lock(join(flags.out, 'lock'));
  const records = new RecordFile(join(flags.out, 'records.jsonl'));
  try {
    const { faults, isStopped } = await findAll(opened, chosen, records, flags);
    const grades = gradesOf(opened, chosen, records, times);
    const audience = { afterDue: flags.afterDue, published: flags.published };
    writeReports(opened, grades, { out: flags.out, exports: flags.export ?? [], audience });
    process.stdout.write(gradeTable(opened, grades));
    // Those that were under way when it was stopped are no faults of theirs, nor of the tester's.
    if (isStopped) {
      const done = chosen.filter(({ hash }) => records.find(wanted(opened, hash)) !== undefined).length;
      process.stderr.write(`assay: stopped: ${done} of ${chosen.length} were processed; the same command goes on\n`);
    } else for (const { name, text } of faults) process.stderr.write(`assay: ${plainLine(name)}: ${plainLine(text)}\n`);
    if (isStopped || faults.length > 0) process.exitCode = 3;
  } finally {
    records.close();
    unlock();
  }
}

async function findAll(
  opened: OpenRubric,
  submissions: readonly Submission[],
  records: RecordFile,
  flags: BatchFlags,
): Promise<{ readonly faults: readonly BatchFault[]; readonly isStopped: boolean }> {
  const open = submissions.filter(({ hash }) => records.find(wanted(opened, hash)) === undefined);
  const testers = open.length === 0 ? [] : await openTesters(opened, flags, open.length);
  const progress = batchProgress((text) => process.stderr.write(text), process.stderr.isTTY === true);
  const stop = firstSignal();
  stop.signal.addEventListener('abort', () => {
    for (const tester of testers) void tester.close();
  });
  try {
    const faults = await runBatch({
      opened,
      submissions,
      records,
      testers,
      signal: stop.signal,
      onBegin: progress.begin,
      onDone: progress.done,
    });
    return { faults, isStopped: stop.signal.aborted };
  } finally {
    progress.end();
    stop.close();
    for (const tester of testers) await tester.close();
  }
}

async function openTesters(opened: OpenRubric, flags: BatchFlags, open: number): Promise<Tester[]> {
  const { jobs, requireIsolation, queue } = flags;
  if (queue !== undefined) {
    const { queueTester } = await import('../grade/queue/tester.ts');
    const tester = await queueTester(queue, opened, (isThere) => sayRedis(queue, isThere));
    // All at once: how many run is the workers' affair.
    return Array.from({ length: open }, () => tester);
  }
  return openLanes(opened, { jobs: jobs === undefined ? undefined : Math.min(jobs, open), requireIsolation });
}
