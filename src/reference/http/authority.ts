/** Whose request it is (RFC 9110 section 7.4): one for another authority, or another scheme, is not answered here. */
import { isHost, nameOf } from './host-field.ts';
import { type Refusal, type RequestHead, valuesOf } from './message.ts';
import type { Target } from './request-target.ts';

const ELSEWHERE: Refusal = { status: 421, why: 'This server does not answer for that name.' };

export function checkAuthority(
  { fields }: RequestHead,
  { authority, scheme }: Target,
  names: ReadonlySet<string> | undefined,
): Refusal | undefined {
  // RFC9110-7.4-01: what is asked for over a secured connection is not given over another.
  if (scheme === 'https') return { status: 421, why: 'This connection is not secured.' };
  // RFC 9110 section 4.2.4: user information there is a trap.
  if (authority !== undefined && !isHost(authority)) return { status: 400, why: 'The target names no host.' };
  // RFC9112-3.2.2-04: the target's own authority goes before Host. RFC9112-3.3-01: without one there is a default.
  const name = nameOf(authority ?? valuesOf(fields, 'host')[0] ?? '');
  return names === undefined || name === '' || names.has(name) ? undefined : ELSEWHERE;
}
