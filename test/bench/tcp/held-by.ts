/** What stays in memory, of this process's own: what the kernel holds for a socket is not in it. Needs --expose-gc and --single-threaded. */
import { setImmediate } from 'node:timers/promises';
import { keep } from '../interleave.ts';

/** Enough that compiled code, and whatever is made only once, are there before anything counts. */
const WARM_UP = 200;

/** Octets for an end of one of `count` connections, which `make` makes and its result keeps alive. */
export async function heldBy(count: number, make: (count: number) => unknown): Promise<number> {
  await make(WARM_UP);
  const before = await held();
  keep(await make(count));
  return ((await held()) - before) / (2 * count);
}

async function held(): Promise<number> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('node --expose-gc');
  for (let turn = 0; turn < 4; turn += 1) {
    await setImmediate();
    gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
