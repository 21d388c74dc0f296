/**
 * A worker of the queue: takes one submission at a time for each of its lanes. Killed in mid-job, it leaves a lock behind
 * that nobody renews; once that is over another worker takes the job.
 */
import type { Worker } from 'bullmq';
import { Lane, type Tried } from '../lane/lane.ts';
import { connectionTo, type Done, loadBull, Presence, QUEUE, type Work } from './bull.ts';

/** Milliseconds: a lock without its worker, and between two looks for such. */
const [LOCK, STALLED] = [10_000, 3_000];
/** As good as any number of workers may die over one submission. */
const MOST_STALLED = 1000;

export interface WorkerRequest {
  readonly url: string;
  readonly jobs: number;
  /** Words that start a lane for such an assignment. */
  entry(work: Work): readonly string[];
  onDone?(work: Work): void;
  /** Told whether its Redis is there, each time that this changes. */
  onState?(isThere: boolean): void;
}

export interface RunningWorker {
  /** Ends once what is under way is done. */
  close(): Promise<void>;
}

export async function startWorker({ url, jobs, entry, onDone, onState }: WorkerRequest): Promise<RunningWorker> {
  const { Worker: BullWorker } = await loadBull();
  const idle: LaneFor[] = [];
  const worker: Worker<Work, Done> = new BullWorker(
    QUEUE,
    async ({ data }) => {
      const lane = take(idle, data) ?? laneFor(data, entry(data));
      try {
        return await lane.try(data.folder);
      } finally {
        idle.push(lane);
      }
    },
    {
      connection: connectionTo(url),
      concurrency: jobs,
      lockDuration: LOCK,
      stalledInterval: STALLED,
      maxStalledCount: MOST_STALLED,
    },
  );
  const redis = new Presence(onState);
  worker.on('ready', () => {
    redis.isThere = true;
  });
  // A Redis that is away comes back; BullMQ goes on by itself.
  worker.on('error', () => {
    redis.isThere = false;
  });
  worker.on('completed', ({ data }) => onDone?.(data));
  return {
    close: async () => {
      // Without Redis nothing is under way that could be told of.
      await worker.close(!redis.isThere);
      for (const lane of idle) lane.close();
    },
  };
}

interface LaneFor {
  readonly judging: string;
  try(folder: string): Promise<Tried>;
  close(): void;
}

function laneFor({ judging, assignment }: Work, entry: readonly string[]): LaneFor {
  const lane = new Lane({ entry, assignment });
  return { judging, try: (folder) => lane.try(folder), close: () => lane.close() };
}

/** One of the same assignment; those of others, which are done with, are closed. */
function take(idle: LaneFor[], { judging }: Work): LaneFor | undefined {
  for (const lane of idle.splice(0)) {
    if (lane.judging === judging) idle.push(lane);
    else lane.close();
  }
  return idle.pop();
}
