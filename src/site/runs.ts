/**
 * Real runs: some scenarios judged of the reference while the site is made, so that each diagram shows what has passed
 * between tester and implementation, and cannot be out of date.
 */
import { stepDefinitions } from '../../features/steps/index.ts';
import { run } from '../harness/run.ts';
import { indexSteps } from '../harness/step-index.ts';
import { portTarget } from '../harness/targets/port-target.ts';
import { captions, describe } from '../kits/words.ts';
import { ladderPicture } from '../report/html/ladder.ts';
import { ladderOf } from '../report/view/ladder.ts';
import { lookUp } from '../report/view/lookup.ts';
import { resultView } from '../report/view/result-view.ts';
import { referencePort } from '../serve/reference-port.ts';
import type { Suite } from '../spec/suite.ts';

export interface Run {
  /** With its case. */
  readonly scenario: string;
  readonly title: string;
  /** An SVG. */
  readonly ladder: string;
}

/** Few enough that the site is made at once, and one at least of whatever has something to say in order. */
const SHOWN = [
  'tcp-matrix-established-fin-seg-fin-3/exact',
  'tcp-handshake-001',
  'tcp-bad-link-001/overtaken',
  'tcp-closing-004',
  'tcp-closing-001/fin',
  'http-dialogue-004',
  'ipv4-fragmentation-001/room-for-48',
  'turn-allocate-001',
  'turn-channels-001/first',
  'relay-relaying-001/least',
] as const;

const MOST_RUNGS = 24;

/** By scenario without its case. One that is gone, or has nothing to draw, is left out. */
export async function runShown(suite: Suite): Promise<Map<string, Run>> {
  const seed = 1;
  const target = await portTarget('reference', referencePort(), { suite: suite.version, seed });
  try {
    const selection = { scenarios: [...SHOWN].filter((id) => suite.scenarios.some((each) => each.id === id)) };
    const steps = indexSteps(stepDefinitions);
    const report = await run({ suite, steps, target, selection, seed, level: 'must', repeat: 1 });
    const lookup = lookUp(suite);
    const runs = report.results.flatMap((result): Run[] => {
      const parts = ladderOf(resultView(result, report, lookup, { describe, captions }), MOST_RUNGS);
      if (parts.length === 0) return [];
      return [{ scenario: result.scenario, title: result.title, ladder: ladderPicture(parts).join('') }];
    });
    return new Map(runs.map((each) => [each.scenario.replace(/\/.*$/, ''), each]));
  } finally {
    await target.close();
  }
}
