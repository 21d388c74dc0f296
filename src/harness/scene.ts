/**
 * What a step can see of the scenario that it belongs to: the implementation's surfaces, the evidence so far, the seed.
 * One a scenario, thrown away with it.
 */
import type { Branch } from '../generated/meta/report.ts';
import type { Random } from '../net/random.ts';
import type { Scenario, SuiteFixture } from '../spec/suite.ts';
import type { EvidenceLog } from './evidence.ts';
import type { Surfaces } from './surface.ts';
import type { Parameters } from './target.ts';

export interface Scene {
  readonly scenario: Scenario;
  readonly evidence: EvidenceLog;
  readonly random: Random;
  readonly parameters: Parameters;
  /** Microseconds after which an answer counts as missing. */
  readonly hangLimit: number;
  readonly clock: 'virtual' | 'real';
  /** @throws Unsupported */
  surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]>;
  /** @throws RangeError when the suite holds no fixture of that layer and name. */
  fixture(layer: string, name: string): SuiteFixture;
  /** Records which legal outcome was taken; the last one stands. */
  took(branch: Branch): void;
}
