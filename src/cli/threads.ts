/**
 * Threads that judge beside us what lives in our own process, for each processor one: each attaches a target of its own and
 * is sent scenarios by name. The same seed gives the same verdicts there as here.
 */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { AssayError } from '../contract/assay-error.ts';
import type { Pics } from '../generated/meta/pics.ts';
import type { Judging, Trial } from '../harness/run-scenario.ts';
import type { TargetOptions } from '../harness/target.ts';

/** What a thread needs to know to judge as we do. */
export interface ThreadWords {
  readonly spec: string;
  readonly options: TargetOptions;
  readonly pics: Pics | undefined;
  readonly seed: number;
  readonly only: ReadonlySet<string> | undefined;
}

/** What a thread says of a scenario. */
export interface Told {
  readonly scenario: string;
  readonly trial: Trial;
}

/** Fewer are judged before threads that start have been of any use. */
const WORTH_THREADS = 1500;
/** Scenarios that a thread has before it, so that it need not wait for us to be done with one of ours. */
const AT_ONCE = 8;
/**
 * V8 optimizes beside the thread that runs, and every thread again for itself: with a thread for each processor that takes
 * from those that judge, and a fifth of a run goes into what is over before it has paid. So it waits for what is hot.
 */
const OPTIMIZE_LATE = '--interrupt-budget=1000000';

export class Threads {
  readonly #words: ThreadWords;
  readonly #workers: Worker[] = [];

  constructor(words: ThreadWords) {
    this.#words = words;
  }

  /** `jobs`: as many judge at once at most, we among them; never more than there are processors. */
  helpers(scenarios: number, jobs = Number.POSITIVE_INFINITY): readonly Judging[] {
    const count = scenarios < WORTH_THREADS ? 0 : Math.min(jobs, availableParallelism()) - 1;
    if (count > 0) setFlagsFromString(OPTIMIZE_LATE);
    return Array.from({ length: count }, () => this.#start()).flatMap((judging) => new Array(AT_ONCE).fill(judging));
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(): Judging {
    const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
    const worker = new Worker(new URL(file, import.meta.url), { workerData: this.#words });
    this.#workers.push(worker);
    const waiting = new Map<string, { resolve: (trial: Trial) => void; reject: (fault: Error) => void }>();
    worker.on('message', ({ scenario, trial }: Told) => {
      waiting.get(scenario)?.resolve(trial);
      waiting.delete(scenario);
    });
    worker.on('error', (cause) => {
      const fault = new AssayError('ERR_TESTER', `a thread that judges has ended: ${cause.message}`, { cause });
      for (const { reject } of waiting.values()) reject(fault);
    });
    return ({ id }) =>
      new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage(id);
      });
  }
}
