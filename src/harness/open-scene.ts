/** Makes the scene of one scenario out of the suite, the target and the seat that it was given there. */
import type { Branch } from '../generated/meta/report.ts';
import { random } from '../net/random.ts';
import type { Scenario, Suite } from '../spec/suite.ts';
import type { EvidenceLog } from './evidence.ts';
import type { Scene } from './scene.ts';
import type { Seat, Target } from './target.ts';

export interface ScenePlace {
  readonly suite: Suite;
  readonly target: Target;
  readonly seat: Seat;
  readonly evidence: EvidenceLog;
  readonly seed: number;
  readonly took: (branch: Branch) => void;
}

export function openScene(scenario: Scenario, { suite, target, seat, evidence, seed, took }: ScenePlace): Scene {
  return {
    scenario,
    evidence,
    random: random(seed),
    parameters: target.parameters,
    hangLimit: target.hangLimit,
    clock: target.info.clock,
    surface: (name) => seat.surface(name),
    fixture: (layer, name) => {
      const found = suite.fixtures.find((fixture) => fixture.layer === layer && fixture.name === name);
      if (found === undefined) throw new RangeError(`no fixture "${name}" of layer ${layer}`);
      return found;
    },
    took,
  };
}
