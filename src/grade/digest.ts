/**
 * Digests: of the part of the suite that a rubric uses, so that work on other protocols changes no pin; of a rubric; of the
 * part of it that a run depends on. A digest is over canonical JSON: members sorted, nothing else.
 */
import { createHash } from 'node:crypto';
import type { Rubric } from '../generated/meta/rubric.ts';
import type { Suite } from '../spec/suite.ts';
import type { Plan } from './marks/plan.ts';

export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

/** Rules, scenarios and fixtures that the plan comes to; where a feature stands, and its line, are not of it. */
export function suiteDigest({ open, hidden, groups }: Plan, suite: Suite): string {
  const used = new Set([...open, ...hidden]);
  const scenarios = suite.scenarios
    .filter(({ id }) => used.has(id))
    .map(({ feature: _, line: __, ...scenario }) => scenario);
  const rules = new Set(groups.flatMap(({ items }) => items.map(({ rule }) => rule)));
  const protocols = new Set(scenarios.map(({ protocol }) => protocol));
  const words = JSON.stringify(scenarios.map(({ steps }) => steps));
  return digestOf({
    scenarios,
    rules: suite.rules
      .filter(({ id }) => rules.has(id))
      .map(({ id, level, statement, appliesWhen }) => ({ id, level, statement, appliesWhen })),
    // Their names are each protocol's own.
    fixtures: suite.fixtures.filter(
      ({ layer, name }) =>
        protocols.has(layer.split('/')[0]!) && (words.includes(`"${name}"`) || words.includes(`\\"${name}\\"`)),
    ),
  });
}

export function rubricDigest(rubric: Rubric): string {
  const { $schema: _, answers: __, ...counted } = rubric;
  return digestOf(counted);
}

/** How often failures are repeated is of it, for it may change verdicts. */
export function judgingDigest({ seed, hiddenSeed, limits, programs }: Rubric, plan: Plan, confirm: number): string {
  return digestOf({ seed, hiddenSeed, limits, programs, open: plan.open, hidden: plan.hidden, confirm });
}
