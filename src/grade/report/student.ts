/**
 * What a student is told: a projection of what staff know. It is made from the groups that this student may see and from the
 * findings of these alone, so that nothing of the others, not even how many there are, can show.
 */
import type { Found } from '../../generated/meta/grade-record.ts';
import type { Result } from '../../generated/meta/report.ts';
import type { Detail, Rubric } from '../../generated/meta/rubric.ts';
import type { Plan, PlanGroup } from '../marks/plan.ts';
import { decimal, sum } from '../marks/rational.ts';
import { type ItemMarks, type Standing, score } from '../marks/score.ts';
import type { Change } from './grade.ts';

/** What has come to pass for who reads it. */
export interface Audience {
  readonly afterDue?: boolean | undefined;
  readonly published?: boolean | undefined;
}

export interface StudentReport {
  readonly assignment: string;
  readonly name: string;
  readonly attempt: number;
  readonly outcome: Found['open']['outcome'];
  readonly text?: string;
  readonly log?: string;
  /** Decimals; of the groups that are shown. */
  readonly earned: string | null;
  readonly points: string;
  readonly late?: { readonly periods: number; readonly keeps: string };
  readonly groups: readonly StudentGroup[];
  readonly changes: readonly Omit<Change, 'group'>[];
}

interface StudentGroup {
  readonly title: string;
  readonly earned: string;
  readonly points: string;
  /** A group that it rests on is not whole: what fails here is not counted again. */
  readonly unmet?: true;
  readonly items: readonly StudentItem[];
}

export interface StudentItem {
  readonly id: string;
  readonly title: string;
  readonly standing: Standing;
  readonly earned: string;
  readonly points: string;
  readonly hint?: string;
  readonly failures: readonly StudentFailure[];
}

export interface StudentFailure {
  readonly scenario: string;
  readonly actual?: string;
  readonly expected?: readonly string[];
  readonly step?: string;
  readonly sent?: readonly { readonly layer: string; readonly octets: string }[];
}

export interface StudentFacts {
  readonly name: string;
  readonly attempt: number;
  readonly found: Found;
  readonly changes: readonly Change[];
  readonly late: { readonly periods: number; readonly keeps: { readonly over: bigint; readonly by: bigint } };
}

function isSeen({ visibility }: PlanGroup, { afterDue, published }: Audience): boolean {
  if (visibility === 'visible') return true;
  return visibility === 'after_due_date' ? afterDue === true : visibility === 'after_published' && published === true;
}

export function studentReport(
  { rubric, plan }: { readonly rubric: Rubric; readonly plan: Plan },
  facts: StudentFacts,
  audience: Audience = {},
): StudentReport {
  const marks = score(plan, facts.found, rubric, (group) => isSeen(group, audience));
  const { outcome, text, log } = facts.found.open;
  const shown = new Set(marks.groups.map(({ group }) => group.id));
  const number = (value: Parameters<typeof decimal>[0]): string => decimal(value, rubric.rounding);
  return {
    assignment: rubric.title,
    name: facts.name,
    attempt: facts.attempt,
    outcome,
    ...(text === undefined ? {} : { text }),
    ...(log === undefined ? {} : { log }),
    earned: outcome === 'graded' ? number(marks.total) : null,
    points: number(sum(marks.groups.map(({ group }) => group.points))),
    ...(facts.late.periods > 0 ? { late: { periods: facts.late.periods, keeps: number(facts.late.keeps) } } : {}),
    groups: marks.groups.map(({ group, items, earned, unmet }) => ({
      title: group.title,
      earned: number(earned),
      points: number(group.points),
      ...(unmet ? { unmet } : {}),
      items: items.map((item) => studentItem(item, group.detail, number)),
    })),
    changes: facts.changes.filter(({ group }) => shown.has(group)).map(({ group: _, ...change }) => change),
  };
}

function studentItem(
  { item, standing, results, earned }: ItemMarks,
  detail: Detail,
  number: (value: ItemMarks['earned']) => string,
): StudentItem {
  const failures = results.filter(({ verdict, runs }) => verdict !== 'pass' || runs !== undefined);
  return {
    id: item.id,
    title: item.title,
    standing,
    earned: number(earned),
    points: number(item.points),
    ...(item.hint !== undefined && standing !== 'passed' ? { hint: item.hint } : {}),
    failures: detail === 'none' ? [] : failures.map((result) => failureOf(result, detail)),
  };
}

function failureOf({ scenario, reason, evidence }: Result, detail: Detail): StudentFailure {
  // What a reason says beyond what the program did may say what was expected.
  const actual = evidence?.actual ?? (reason?.code.startsWith('iut-') ? reason.text : undefined);
  const seen = { scenario, ...(actual === undefined ? {} : { actual }) };
  if (detail !== 'full') return seen;
  return {
    ...seen,
    ...(actual === undefined && reason !== undefined ? { actual: reason.text } : {}),
    ...(evidence?.expected === undefined ? {} : { expected: evidence.expected }),
    ...(reason?.step === undefined ? {} : { step: reason.step }),
    ...(evidence === undefined
      ? {}
      : {
          sent: evidence.exchange
            .filter(({ direction }) => direction === 'sent')
            .map(({ layer, octets }) => ({ layer, octets })),
        }),
  };
}
