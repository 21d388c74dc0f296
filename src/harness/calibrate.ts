/** Tries the fences that a target can pass, one after the other, and says how many were answered and how fast. */

import type { Suite } from '../spec/suite.ts';
import { EvidenceLog } from './evidence.ts';
import type { Kit } from './kit.ts';
import { openScene } from './open-scene.ts';
import { Inconclusive } from './outcome.ts';
import type { Target } from './target.ts';

export interface Calibration {
  readonly name: string;
  readonly tried: number;
  readonly answered: number;
  /** In words: how many were answered, and the median and slowest time. */
  readonly text: string;
}

export async function calibrate(
  target: Target,
  kits: readonly Kit[],
  suite: Suite,
  tries: number,
): Promise<Calibration[]> {
  const found: Calibration[] = [];
  for (const kit of kits) {
    const scenario = suite.scenarios.find(({ protocol }) => protocol === kit.protocol);
    for (const fence of kit.fences) {
      if (scenario === undefined || !target.info.capabilities.includes(fence.needs)) continue;
      const times: number[] = [];
      for (let turn = 0; turn < tries; turn += 1) {
        const seat = await target.seat(`doctor/${fence.name}`, turn, [fence.needs]);
        const started = performance.now();
        try {
          await fence.pass(
            openScene(scenario, { suite, target, seat, evidence: new EvidenceLog(), seed: turn, took: () => {} }),
          );
          times.push(performance.now() - started);
        } catch (fault) {
          if (!(fault instanceof Inconclusive)) throw fault;
        } finally {
          await seat.leave();
        }
      }
      found.push({ name: fence.name, tried: tries, answered: times.length, text: inWords(times, tries) });
    }
  }
  return found;
}

function inWords(times: readonly number[], tries: number): string {
  if (times.length === 0) return `none of ${tries} answered`;
  const sorted = [...times].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  return `${times.length} of ${tries} answered, median ${median.toFixed(2)} ms, slowest ${sorted.at(-1)!.toFixed(2)} ms`;
}
