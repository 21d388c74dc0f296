/** What lateness leaves of the points earned: a function of the submission time and the policy alone, of no clock. */
import type { LatePolicy } from '../../generated/meta/rubric.ts';
import { compare, ONE, type Rational, rational, subtract, times, ZERO } from './rational.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Lateness {
  /** Periods begun; 0 is in time. */
  readonly periods: number;
  /** The part of the points that is kept. */
  readonly keeps: Rational;
}

/** @param submittedAt ISO 8601; a submission whose time nobody knows is in time */
export function lateness(policy: LatePolicy | undefined, submittedAt: string | undefined): Lateness {
  if (policy === undefined || submittedAt === undefined) return { periods: 0, keeps: ONE };
  const submitted = Date.parse(submittedAt);
  const grace = (policy.graceMinutes ?? 0) * MINUTE;
  const over = submitted - Date.parse(policy.due) - grace;
  const periods = over > 0 ? Math.ceil(over / (policy.hours * HOUR)) : 0;
  if (policy.closes !== undefined && submitted > Date.parse(policy.closes)) return { periods, keeps: ZERO };
  const taken = times(rational(policy.takes), rational(periods));
  const most = rational(policy.atMost ?? 1);
  return { periods, keeps: subtract(ONE, compare(taken, most) > 0 ? most : taken) };
}
