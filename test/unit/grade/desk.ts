/** A small suite, rubrics over it, and findings, for what is graded without running anything. */
import type { Found, Part } from '../../../src/generated/meta/grade-record.ts';
import type { Result } from '../../../src/generated/meta/report.ts';
import type { Group, Rubric } from '../../../src/generated/meta/rubric.ts';
import { type Plan, planOf } from '../../../src/grade/marks/plan.ts';
import type { OpenRubric } from '../../../src/grade/open-rubric.ts';
import { limitsOf } from '../../../src/grade/sandbox/limits.ts';
import type { Scenario, Suite, SuiteRule } from '../../../src/spec/suite.ts';

const LEVELS = { 'RFC1-A': 'MUST', 'RFC1-B': 'MUST', 'RFC1-C': 'SHOULD', 'RFC1-D': 'FORMAT', 'RFC1-M': 'MAY' } as const;

/** Each rule has two scenarios, `a/1` and `a/2` of RFC1-A. RFC1-N has none. */
export const suite: Suite = {
  version: '0',
  digest: '0'.repeat(64),
  protocols: [{ protocol: 'ipv4', title: 'IPv4' }],
  rules: [...Object.entries(LEVELS), ['RFC1-N', 'MUST'] as const].map(
    ([id, level]): SuiteRule => ({
      id,
      level,
      role: 'any',
      statement: `What ${id} asks.`,
      source: [{ rfc: 1, section: '1' }],
      reach: 'app',
      profiles: [],
      protocol: 'ipv4',
    }),
  ),
  profiles: [{ name: 'core', title: 'Core', rules: ['RFC1-A', 'RFC1-C', 'RFC1-M', 'RFC1-N'] }],
  scenarios: Object.entries(LEVELS).flatMap(([rule, level]) =>
    [1, 2].map(
      (number): Scenario => ({
        id: `${rule.slice(-1).toLowerCase()}/${number}`,
        title: `Case ${number} of ${rule}`,
        protocol: 'ipv4',
        feature: 'features/ipv4/x.feature',
        line: number,
        rules: [rule],
        level,
        role: 'any',
        needs: [rule === 'RFC1-D' ? 'ipv4.encode' : 'ipv4.decode'],
        soak: false,
        exclusive: false,
        patience: 0,
        steps: [{ kind: 'then', text: 'Then it works', expression: 'it works', args: [] }],
      }),
    ),
  ),
  fixtures: [],
};

export function rubricOf(points: Rubric['points'], groups: Group[], rest: Partial<Rubric> = {}): Rubric {
  return {
    rubric: 1,
    name: 'test',
    title: 'A test',
    suite: { digest: '0'.repeat(64) },
    points,
    programs: [{ when: 'main.py', attach: 'exec:python3 main.py' }],
    groups,
    ...rest,
  };
}

/** The plan of a rubric that has no faults. */
export function planFor(rubric: Rubric): Plan {
  const { plan, faults } = planOf(rubric, suite);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return plan;
}

export function opened(rubric: Rubric): OpenRubric {
  const plan = planFor(rubric);
  const { open, hidden } = plan;
  const digest = '1'.repeat(64);
  return {
    path: 'rubric.json',
    rubric,
    plan,
    assignment: {
      programs: rubric.programs,
      limits: limitsOf(rubric.limits),
      open,
      hidden,
      seed: 1,
      hiddenSeed: 2,
      confirm: 0,
    },
    digests: { suite: digest, rubric: digest, judging: digest },
  };
}

/** `fail`, `pass`, `inconclusive`, `unsupported` or `flaky` of each scenario; those not named pass. */
export function partOf(verdicts: Readonly<Record<string, string>> = {}): Part {
  const results = suite.scenarios.map(({ id, title, rules, level }): Result => {
    const told = verdicts[id] ?? 'pass';
    const base = { scenario: id, title, rules: [...rules], level };
    if (told === 'unsupported') return { ...base, verdict: 'none', notRun: 'unsupported' };
    if (told === 'pass') return { ...base, verdict: 'pass' };
    const verdict = told === 'inconclusive' ? told : 'fail';
    return {
      ...base,
      verdict,
      ...(told === 'flaky' ? { runs: ['fail', 'pass'] } : {}),
      reason: { code: 'unmet', text: `expected 4 of ${id}; got 5`, step: 'Then it works' },
      evidence: {
        exchange: [{ direction: 'sent', layer: 'ipv4/header', octets: 'c0ffee' }],
        expected: [`4 of ${id}`],
        actual: '5',
      },
    };
  });
  return { outcome: 'graded', results };
}

export function foundOf(open: Part, hidden: Part = partOf()): Found {
  const digest = '1'.repeat(64);
  return {
    kind: 'found',
    key: { submission: digest, suite: digest, rubric: digest, seed: 1 },
    judging: digest,
    open,
    hidden,
  };
}
