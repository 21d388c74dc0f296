/**
 * A tester that has others do it: puts each submission into the queue and waits for what a worker found. A job is known by
 * what it is of, so that who starts again finds those that are under way, or done, and adds none twice.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { Job, Queue } from 'bullmq';
import type { Tester } from '../batch/batch.ts';
import { digestOf } from '../digest.ts';
import type { Tried } from '../lane/lane.ts';
import type { OpenRubric } from '../open-rubric.ts';
import { InfrastructureFault } from '../trial/fault.ts';
import { connectionTo, type Done, loadBull, QUEUE, type Work } from './bull.ts';

/** Milliseconds between two looks at what is under way. */
const LOOK = 500;
/** Seconds that a finding stays in Redis. */
const KEPT = 7 * 24 * 3600;
/** Times that a job is tried whose tester failed. A worker that was killed does not count. */
const ATTEMPTS = 3;

export async function queueTester(url: string, { assignment, digests }: OpenRubric): Promise<Tester> {
  const { Queue: BullQueue } = await loadBull();
  const queue: Queue<Work, Done> = new BullQueue(QUEUE, { connection: connectionTo(url) });
  // Told by the commands that fail, or by their taking long.
  queue.on('error', () => {});
  let closed = false;
  return {
    try: async (folder, hash) => {
      const { judging, suite } = digests;
      const jobId = digestOf({ hash, judging, suite });
      const options = { jobId, attempts: ATTEMPTS, removeOnComplete: { age: KEPT }, removeOnFail: false };
      const job = await queue.add('try', { folder, hash, judging, assignment }, options);
      while (!closed) {
        const tried = await outcomeOf(queue, job);
        if (tried !== undefined) return tried;
        await pause(LOOK);
      }
      throw new InfrastructureFault('it was interrupted');
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await queue.close();
    },
  };
}

async function outcomeOf(queue: Queue<Work, Done>, { id }: Job<Work, Done>): Promise<Tried | undefined> {
  const job = await queue.getJob(id!);
  if (job === undefined) throw new InfrastructureFault('its job is gone from the queue');
  if (job.finishedOn === undefined) return undefined;
  if (job.returnvalue) return job.returnvalue;
  const state = await job.getState();
  if (state !== 'failed') return undefined;
  await job.remove();
  throw new InfrastructureFault(job.failedReason);
}
