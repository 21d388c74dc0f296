/**
 * Proves the judge: the reference passes, every mutant fails at its own rule, every executed rule (MAY apart) has a
 * mutant, and no control earns more than MOST_FOR_A_CONTROL of what is put to it.
 */
import { AssayError } from '../contract/assay-error.ts';
import type { Port } from '../contract/port.ts';
import type { Proof } from '../generated/meta/proof.ts';
import type { Report } from '../generated/meta/report.ts';
import { run } from '../harness/run.ts';
import type { Selection } from '../harness/select.ts';
import type { StepIndex } from '../harness/step-index.ts';
import { portTarget } from '../harness/targets/port-target.ts';
import type { Suite } from '../spec/suite.ts';
import { controls, MOST_FOR_A_CONTROL } from './controls.ts';
import type { Mutant } from './mutant.ts';

/** Mutants that are made while another one is judged. */
const AHEAD = 2;

export interface ProveRequest {
  readonly suite: Suite;
  readonly steps: StepIndex;
  readonly reference: () => Port;
  readonly mutants: readonly Mutant[];
  readonly selection: Selection;
  readonly seed: number;
  readonly onStep?: (done: number, total: number, name: string) => void;
  /** Told the whole report of each of them, as it falls. */
  readonly onReport?: (name: string, report: Report) => void;
}

/** @throws AssayError ERR_TESTER for a mutant or control that cannot be judged: nothing is proved then. */
export async function prove(request: ProveRequest): Promise<Proof> {
  checkMutants(request);
  const { suite, selection } = request;
  const rules = suite.rules.filter(
    ({ protocol }) => !selection.protocols?.length || selection.protocols.includes(protocol),
  );
  const mutants = request.mutants.filter(({ rule }) => rules.some(({ id }) => id === rule));
  const total = 1 + mutants.length + controls.length;
  let done = 0;
  const judge = async (name: string, port: Port | Promise<Port>, chosen = selection): Promise<Report> => {
    request.onStep?.(done++, total, name);
    const report = await judged(name, await port, { ...request, selection: chosen });
    request.onReport?.(name, report);
    return report;
  };
  const baseline = await judge('reference', request.reference());
  const proved: Proof['rules'] = rules.map(({ id, level }) => ({
    id,
    level,
    executed: baseline.results.some(({ rules, verdict }) => rules[0] === id && verdict !== 'none'),
    mutants: [],
  }));
  for await (const { mutant, port } of opened(mutants)) {
    const atRule = hasFailed(await judge(mutant.id, port, { ...selection, rules: [mutant.rule] }));
    // Only of one that its own rule has missed is it of interest whether any other has met it.
    const killed = atRule || hasFailed(await judged(mutant.id, await mutant.open(), request));
    proved.find(({ id }) => id === mutant.rule)!.mutants.push({ id: mutant.id, killed, atRule });
  }
  const tried: Proof['controls'] = [];
  for (const control of controls) {
    const { scenarios } = (await judge(control.id, control.open(baseline.target.capabilities))).summary;
    const executed = scenarios.pass + scenarios.fail + scenarios.inconclusive + scenarios.error;
    tried.push({ id: control.id, executed, passed: scenarios.pass });
  }
  const missed = baseline.results.filter(({ verdict }) => !['pass', 'observed', 'none'].includes(verdict));
  const summary = summarize(
    proved,
    tried,
    missed.map(({ scenario }) => scenario),
  );
  return { suite: suite.digest, rules: proved, controls: tried, summary };
}

function hasFailed({ results }: Report): boolean {
  return results.some(({ verdict }) => verdict === 'fail');
}

/** Mutants in their order, each with its port; the next few are made meanwhile. */
async function* opened(mutants: readonly Mutant[]): AsyncGenerator<{ mutant: Mutant; port: Promise<Port> }> {
  const ports: Promise<Port>[] = [];
  for (const [index, mutant] of mutants.entries()) {
    for (const next of mutants.slice(ports.length, index + 1 + AHEAD)) {
      const port = next.open();
      // Whoever awaits it learns of its failure; until then that is no failure of the process.
      port.catch(() => undefined);
      ports.push(port);
    }
    yield { mutant, port: ports[index]! };
  }
}

/** @throws AssayError for a mutant that no selection could ever wake. */
function checkMutants({ mutants, suite }: ProveRequest): void {
  const ids = new Set<string>();
  for (const { id, rule } of mutants) {
    if (!suite.rules.some((known) => known.id === rule))
      throw new AssayError('ERR_TESTER', `mutant ${id}: there is no rule ${rule}`);
    if (ids.has(id)) throw new AssayError('ERR_TESTER', `mutant ${id} is there twice`);
    ids.add(id);
  }
}

async function judged(name: string, port: Port, { suite, steps, selection, seed }: ProveRequest): Promise<Report> {
  const target = await portTarget(name, port, { suite: suite.version, seed }).catch((cause: unknown) => {
    throw new AssayError('ERR_TESTER', `${name} cannot be judged: ${(cause as Error).message}`, { cause });
  });
  try {
    const report = await run({ suite, steps, target, selection, seed, level: 'must', repeat: 1 });
    const ours = report.results.find(({ verdict }) => verdict === 'error');
    if (ours === undefined) return report;
    throw new AssayError('ERR_TESTER', `${name}: the judge failed at ${ours.scenario}: ${ours.reason?.text}`);
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
