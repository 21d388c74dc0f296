/** A rubric that can be graded by: read, resolved against the suite, and pinned to what it uses of it. */
import { AssayError } from '../contract/assay-error.ts';
import type { Rubric } from '../generated/meta/rubric.ts';
import { readRubric } from '../loader/rubric.ts';
import type { Suite } from '../spec/suite.ts';
import { judgingDigest, rubricDigest, suiteDigest } from './digest.ts';
import { type Plan, planOf } from './marks/plan.ts';
import { limitsOf } from './sandbox/limits.ts';
import type { Assignment } from './trial/trial.ts';

export interface OpenRubric {
  readonly path: string;
  readonly rubric: Rubric;
  readonly plan: Plan;
  readonly assignment: Assignment;
  readonly digests: { readonly suite: string; readonly rubric: string; readonly judging: string };
}

/** For what is hidden, where the rubric names no seed for it: not the one that everybody runs the suite with. */
const [SEED, HIDDEN_SEED] = [1, 0x5eed];

/** @throws AssayError ERR_INPUT that tells every fault, one a line */
export function openRubric(path: string, suite: Suite, confirm = 0): OpenRubric {
  const opened = openUnpinned(path, suite, confirm);
  const { digest } = opened.rubric.suite;
  if (digest !== opened.digests.suite) {
    throw new AssayError(
      'ERR_INPUT',
      `${path}: pinned to ${digest.slice(0, 12)}, but what it uses of this suite is ${opened.digests.suite.slice(0, 12)}: ` +
        'look at its marks again (assay grade --check), then assay grade --pin',
    );
  }
  return opened;
}

/** The same, whatever it is pinned to. */
export function openUnpinned(path: string, suite: Suite, confirm = 0): OpenRubric {
  const rubric = readRubric(path);
  const { plan, faults } = planOf(rubric, suite);
  if (faults.length > 0) throw new AssayError('ERR_INPUT', faults.map((fault) => `${path}: ${fault}`).join('\n'));
  const { seed = SEED, hiddenSeed = HIDDEN_SEED, programs } = rubric;
  const { open, hidden } = plan;
  return {
    path,
    rubric,
    plan,
    assignment: { programs, limits: limitsOf(rubric.limits), open, hidden, seed, hiddenSeed, confirm },
    digests: {
      suite: suiteDigest(plan, suite),
      rubric: rubricDigest(rubric),
      judging: judgingDigest(rubric, plan, confirm),
    },
  };
}
