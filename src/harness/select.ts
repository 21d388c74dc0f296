/**
 * Which scenarios run, and why each other one does not: another role's (not-applicable), a capability not declared
 * (unsupported), or left out by request (excluded). A scenario of another shard is not listed at all.
 */
import type { NotRun, ReasonCode } from '../generated/meta/report.ts';
import type { Scenario, Suite, SuiteRule } from '../spec/suite.ts';
import type { Target } from './target.ts';

export interface Selection {
  readonly protocols?: readonly string[];
  readonly profile?: string;
  readonly rules?: readonly string[];
  readonly scenarios?: readonly string[];
  /** This shard's number, from 1, and how many there are. */
  readonly shard?: { readonly index: number; readonly of: number };
  readonly soak?: boolean;
  /** Seconds that one scenario may wait in real time. */
  readonly patience?: number;
}

export interface LeftOut {
  readonly scenario: Scenario;
  readonly notRun: NotRun;
  readonly code: ReasonCode;
  readonly text: string;
}

export interface Plan {
  readonly run: readonly Scenario[];
  readonly leftOut: readonly LeftOut[];
}

type Reason = Omit<LeftOut, 'scenario'>;

export function plan(suite: Suite, target: Target, selection: Selection): Plan {
  const rules = new Map(suite.rules.map((rule) => [rule.id, rule]));
  const profile = suite.profiles.find(({ name }) => name === selection.profile);
  const wanted = { ...selection, ...(profile ? { profileRules: new Set<string>(profile.rules) } : {}) };
  const run: Scenario[] = [];
  const leftOut: LeftOut[] = [];
  suite.scenarios.forEach((scenario, index) => {
    if (selection.shard && index % selection.shard.of !== selection.shard.index - 1) return;
    const reason =
      notAsked(scenario, wanted) ??
      notItsRole(scenario, target) ??
      notOffered(scenario, rules.get(scenario.rules[0]), target) ??
      tooLong(scenario, selection, target);
    if (reason === undefined) run.push(scenario);
    else leftOut.push({ scenario, ...reason });
  });
  return { run, leftOut };
}

function notAsked(scenario: Scenario, wanted: Selection & { profileRules?: ReadonlySet<string> }): Reason | undefined {
  const asked =
    (!wanted.protocols?.length || wanted.protocols.includes(scenario.protocol)) &&
    (!wanted.rules?.length || wanted.rules.includes(scenario.rules[0])) &&
    (!wanted.scenarios?.length ||
      wanted.scenarios.some((id) => scenario.id === id || scenario.id.startsWith(`${id}/`))) &&
    (wanted.profileRules === undefined || wanted.profileRules.has(scenario.rules[0]));
  return asked ? undefined : { notRun: 'excluded', code: 'selection', text: 'not selected' };
}

function notItsRole(scenario: Scenario, { roles, protocols }: Target): Reason | undefined {
  if (protocols !== 'any' && !protocols.includes(scenario.protocol)) {
    return { notRun: 'not-applicable', code: 'role', text: `this target does not speak ${scenario.protocol}` };
  }
  if (roles === 'any' || scenario.role === 'any' || roles.includes(scenario.role)) return undefined;
  return { notRun: 'not-applicable', code: 'role', text: `the rule binds a ${scenario.role}` };
}

function notOffered(scenario: Scenario, rule: SuiteRule | undefined, target: Target): Reason | undefined {
  if (target.failed !== undefined) return undefined;
  const needed = new Set([...scenario.needs, ...(rule?.appliesWhen?.capability ? [rule.appliesWhen.capability] : [])]);
  const lacking = [...needed].filter((capability) => !target.info.capabilities.includes(capability));
  if (lacking.length === 0) return undefined;
  return { notRun: 'unsupported', code: 'capability', text: `not declared: ${lacking.join(', ')}` };
}

function tooLong(scenario: Scenario, selection: Selection, target: Target): Reason | undefined {
  if (scenario.soak && !selection.soak) {
    return { notRun: 'excluded', code: 'selection', text: 'a soak scenario: ask with --soak' };
  }
  const seconds = target.info.clock === 'real' ? secondsOf(scenario, target) : 0;
  if (seconds <= (selection.patience ?? 0)) return undefined;
  return { notRun: 'excluded', code: 'patience', text: `waits up to ${seconds} s: ask with --patience ${seconds}` };
}

/** Who was made quicker keeps a scenario waiting a few times as long as it says, and some seconds for rounding. */
function secondsOf({ patience, pacedBy }: Scenario, { parameters }: Target): number {
  const pace = pacedBy === undefined ? undefined : parameters[pacedBy];
  return typeof pace === 'number' ? Math.min(patience, 2 * pace + 5) : patience;
}
