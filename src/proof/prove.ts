/**
 * Proves the judge: the reference passes, every mutant fails at its own rule, every executed rule (MAY apart) has a
 * mutant, and no control earns more than MOST_FOR_A_CONTROL of what is put to it.
 */
import type { Port } from '../contract/port.ts';
import type { Proof } from '../generated/meta/proof.ts';
import type { Report } from '../generated/meta/report.ts';
import { run } from '../harness/run.ts';
import type { Selection } from '../harness/select.ts';
import type { StepIndex } from '../harness/step-index.ts';
import { portTarget } from '../harness/targets/port-target.ts';
import type { Suite } from '../spec/suite.ts';
import { controls } from './controls.ts';
import type { Mutant } from './mutant.ts';

/** The share of scenarios that a program which knows no protocol may pass by luck. */
export const MOST_FOR_A_CONTROL = 0.02;

export interface ProveRequest {
  readonly suite: Suite;
  readonly steps: StepIndex;
  readonly reference: () => Port;
  readonly mutants: readonly Mutant[];
  readonly selection: Selection;
  readonly seed: number;
  readonly onStep?: (done: number, total: number, name: string) => void;
}

export async function prove(request: ProveRequest): Promise<Proof> {
  const { suite, selection } = request;
  const rules = suite.rules.filter(
    ({ protocol }) => !selection.protocols?.length || selection.protocols.includes(protocol),
  );
  const mutants = request.mutants.filter(({ rule }) => rules.some(({ id }) => id === rule));
  const total = 1 + mutants.length + controls.length;
  let done = 0;
  const judge = async (name: string, port: Port): Promise<Report> => {
    request.onStep?.(done++, total, name);
    return judged(name, port, request);
  };
  const baseline = await judge('reference', request.reference());
  const proved: Proof['rules'] = rules.map(({ id, level }) => ({
    id,
    level,
    executed: baseline.results.some(({ rules, verdict }) => rules[0] === id && verdict !== 'none'),
    mutants: [],
  }));
  for (const mutant of mutants) {
    const { results } = await judge(mutant.id, await mutant.open());
    const failed = results.filter(({ verdict }) => verdict === 'fail');
    const atRule = failed.some(({ rules }) => rules[0] === mutant.rule);
    proved.find(({ id }) => id === mutant.rule)!.mutants.push({ id: mutant.id, killed: failed.length > 0, atRule });
  }
  const tried: Proof['controls'] = [];
  for (const control of controls) {
    const { scenarios } = (await judge(control.id, control.open(baseline.target.capabilities))).summary;
    const executed = scenarios.pass + scenarios.fail + scenarios.inconclusive + scenarios.error;
    tried.push({ id: control.id, executed, passed: scenarios.pass });
  }
  const missed = baseline.results.filter(({ verdict }) => !['pass', 'observed', 'none'].includes(verdict));
  return {
    suite: suite.digest,
    rules: proved,
    controls: tried,
    summary: summarize(
      proved,
      tried,
      missed.map(({ scenario }) => scenario),
    ),
  };
}

async function judged(name: string, port: Port, { suite, steps, selection, seed }: ProveRequest): Promise<Report> {
  const target = await portTarget(name, port, { suite: suite.version, seed });
  try {
    return await run({ suite, steps, target, selection, seed, level: 'must', repeat: 1 });
  } finally {
    await target.close();
  }
}

function summarize(rules: Proof['rules'], tried: Proof['controls'], reference: string[]): Proof['summary'] {
  const binding = rules.filter(({ executed, level }) => executed && level !== 'MAY');
  const mutants = rules.flatMap((rule) => rule.mutants);
  const withoutMutant = binding.filter((rule) => rule.mutants.length === 0).map(({ id }) => id);
  const atRule = mutants.filter((mutant) => mutant.atRule).length;
  const worstControl = Math.max(...tried.map(({ executed, passed }) => (executed === 0 ? 0 : passed / executed)));
  return {
    proved:
      reference.length === 0 &&
      withoutMutant.length === 0 &&
      atRule === mutants.length &&
      worstControl <= MOST_FOR_A_CONTROL,
    reference,
    rules: binding.length,
    withoutMutant,
    mutants: mutants.length,
    killed: mutants.filter(({ killed }) => killed).length,
    atRule,
    worstControl,
  };
}
