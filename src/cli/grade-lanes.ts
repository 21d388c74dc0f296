/** The lanes of a batch, as many as there are processors or as asked for; what cannot be isolated is said once. */
import { availableParallelism } from 'node:os';
import { AssayError } from '../contract/assay-error.ts';
import type { Rubric } from '../generated/meta/rubric.ts';
import { laneEntry } from '../grade/lane/entry.ts';
import { Lane, type LaneOptions } from '../grade/lane/lane.ts';
import type { OpenRubric } from '../grade/open-rubric.ts';

export interface LaneWords {
  readonly jobs?: number | undefined;
  readonly requireIsolation?: boolean | undefined;
}

/** What starts a lane for these programs. */
export function laneWords({ programs }: Pick<Rubric, 'programs'>): readonly string[] {
  const servers = programs.some(({ attach }) => attach.startsWith('http-server:'));
  const lane = import.meta.url.endsWith('.ts') ? './grade-lane.ts' : './grade-lane.js';
  return laneEntry(new URL(lane, import.meta.url).href, servers);
}

/** @throws AssayError ERR_TARGET_UNAVAILABLE for what --require-isolation does not find */
export async function openLanes(
  { assignment, rubric }: OpenRubric,
  { jobs = availableParallelism(), requireIsolation }: LaneWords,
  onResult?: LaneOptions['onResult'],
): Promise<Lane[]> {
  const entry = laneWords(rubric);
  let lacking: readonly string[] = [];
  const onReady = (found: readonly string[]): void => {
    lacking = found;
  };
  const lanes = Array.from({ length: jobs }, () => new Lane({ entry, assignment, onResult, onReady }));
  await lanes[0]!.ready();
  if (lacking.length > 0) {
    const text = `this machine cannot isolate ${lacking.join('; ')}`;
    if (requireIsolation) {
      for (const each of lanes) each.close();
      throw new AssayError('ERR_TARGET_UNAVAILABLE', `grade: ${text}`);
    }
    process.stderr.write(`${text}\n`);
  }
  return lanes;
}
