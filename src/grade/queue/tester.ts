/**
 * A tester that has others do it: puts each submission into the queue and waits for what a worker found. A job is known by
 * what it is of, so that who starts again finds those that are under way, or done, and adds none twice.
 */

import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Job, Queue } from 'bullmq';
import type { Tester } from '../batch/batch.ts';
import { digestOf } from '../digest.ts';
import type { Tried } from '../lane/lane.ts';
import type { OpenRubric } from '../open-rubric.ts';
import { InfrastructureFault } from '../trial/fault.ts';
import { connectionTo, type Done, loadBull, Presence, QUEUE, type Work } from './bull.ts';

/** Milliseconds between two looks at what is under way. */
const LOOK = 500;
/** Seconds that a finding stays in Redis. */
const KEPT = 7 * 24 * 3600;
/** Times that a job is tried whose tester failed. A worker that was killed does not count. */
const ATTEMPTS = 3;

/** @param told whether its Redis is there, each time that this changes */
export async function queueTester(
  url: string,
  { assignment, digests }: OpenRubric,
  told: (isThere: boolean) => void,
): Promise<Tester> {
  const { Queue: BullQueue } = await loadBull();
  const closed = new AbortController();
  const queue: Queue<Work, Done> = new BullQueue(QUEUE, { connection: connectionTo(url, closed.signal) });
  const redis = new Presence(told, true);
  // Commands wait for a Redis that is away.
  queue.on('error', () => {
    redis.isThere = false;
  });
  const interrupted = once(closed.signal, 'abort').then(() => undefined);
  return {
    try: async (folder, hash) => {
      const { judging, suite } = digests;
      const jobId = digestOf({ hash, judging, suite });
      const options = { jobId, attempts: ATTEMPTS, removeOnComplete: { age: KEPT }, removeOnFail: false };
      const work = { folder, hash, judging, assignment };
      const job = await Promise.race([queue.add('try', work, options), interrupted]);
      while (job !== undefined && !closed.signal.aborted) {
        const tried = await outcomeOf(queue, job);
        redis.isThere = true;
        if (tried !== undefined) return tried;
        await pause(LOOK);
      }
      throw new InfrastructureFault('it was interrupted');
    },
    close: async () => {
      if (closed.signal.aborted) return;
      closed.abort();
      // One that is away is not waited for: its connection tries no more.
      if (redis.isThere) await queue.close();
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
