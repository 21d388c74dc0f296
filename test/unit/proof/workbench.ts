/** The one rule that tests of the proof look at: small, and executed by a codec alone. */
import { stepDefinitions } from '../../../features/steps/index.ts';
import { compileSuite } from '../../../src/build/compile-suite.ts';
import type { Port } from '../../../src/contract/port.ts';
import type { Proof } from '../../../src/generated/meta/proof.ts';
import { indexSteps } from '../../../src/harness/step-index.ts';
import type { Mutant } from '../../../src/proof/mutant.ts';
import { prove } from '../../../src/proof/prove.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';

export const RULE = 'RFC791-IHL-1';
const suite = compileSuite(stepDefinitions);

/** Proves RULE alone with those mutants of it. */
export function proveWith(mutants: readonly Mutant[], reference: () => Port = () => referencePort()): Promise<Proof> {
  return prove({
    suite,
    steps: indexSteps(stepDefinitions),
    reference,
    mutants,
    selection: { rules: [RULE] },
    seed: 1,
  });
}

/** A mutant of RULE that answers as the reference does, but for what `change` makes of it. */
export function mutant(id: string, change: (port: Port) => Port = (port) => port): Mutant {
  return { id, rule: RULE, about: 'is made for a test', open: async () => change(referencePort()) };
}
