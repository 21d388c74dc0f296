/**
 * Peers in one run: every round gives each contender one short batch, in an order that rotates, so that whatever else
 * the machine does falls on all of them alike and ratios are taken within a round. A batch returns a number made from
 * its results, which is kept, so that no compiler can leave the work out.
 */
import type { Pace } from './pace.ts';

export interface Contender {
  readonly name: string;
  /** Does the work `times` times; how many nanoseconds all of them took. */
  run(times: number): number | Promise<number>;
}

/** A contender in this process. `work` returns a number that depends on everything that it did. */
export function inProcess(name: string, work: (times: number) => number): Contender {
  return {
    name,
    run: (times) => {
      const started = performance.now();
      const result = work(times);
      const ended = performance.now();
      keep(result);
      return (ended - started) * 1e6;
    },
  };
}

/** The same for work that waits. */
export function awaited(name: string, work: (times: number) => Promise<unknown>): Contender {
  return {
    name,
    run: async (times) => {
      const started = performance.now();
      keep(await work(times));
      return (performance.now() - started) * 1e6;
    },
  };
}

/** Nanoseconds for one piece of work, by contender and round. Batches grow until each takes `pace.batch`. */
export async function interleave(contenders: readonly Contender[], pace: Pace): Promise<Map<string, number[]>> {
  const batches = new Map<string, number>();
  for (const contender of contenders) batches.set(contender.name, await warmUp(contender, pace));
  return rounds(contenders, pace.rounds, (name) => batches.get(name)!);
}

/** The same for whole processes: one start a batch, and one round before anything counts, to fill the file cache. */
export async function interleaveProcesses(
  contenders: readonly Contender[],
  count: number,
): Promise<Map<string, number[]>> {
  await rounds(contenders, 1, () => 1);
  return rounds(contenders, count, () => 1);
}

async function rounds(
  contenders: readonly Contender[],
  count: number,
  batchOf: (name: string) => number,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const { name, run } = contenders[(round + turn) % contenders.length]!;
      const batch = batchOf(name);
      times.get(name)!.push((await run(batch)) / batch);
    }
  }
  return times;
}

/** Runs a contender until it is warm; how often it does its work in a batch. */
async function warmUp({ run }: Contender, { batch, warmUp }: Pace): Promise<number> {
  let times = 1;
  for (let spent = 0; spent < warmUp; ) {
    const took = Math.max(1, await run(times));
    spent += took;
    times = Math.max(1, Math.min(2 * times, Math.round((times * batch) / took)));
  }
  return times;
}

let kept: unknown;

/** A place that outlives the call: what is put here has to exist. */
export function keep(value: unknown): void {
  kept = value;
}

/** What was kept last. Nobody needs it; that somebody could is what makes `keep` work. */
export function lastKept(): unknown {
  return kept;
}
