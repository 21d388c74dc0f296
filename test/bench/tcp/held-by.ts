/** What stays in memory, of this process's own: what the kernel holds for a socket is not in it. Needs --expose-gc. */
import { setImmediate } from 'node:timers/promises';
import { keep } from '../interleave.ts';

/** Octets for one of `count` things that `make` makes and its result keeps alive. */
export async function heldBy(count: number, make: () => Promise<unknown>): Promise<number> {
  // Once for nothing, so that compiled code and whatever is made only once are there already.
  await make();
  const before = await held();
  keep(await make());
  return ((await held()) - before) / count;
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
