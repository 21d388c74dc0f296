/** Which part an implementation plays in a scenario, and what it must be told to do that is off by default. */

/** A router forwards what is not for itself; who is asked for nothing of that kind is a host. */
export type Role = 'host' | 'router';

export function roleFor(needs: readonly string[]): Role {
  return needs.some((capability) => capability.endsWith('.router')) ? 'router' : 'host';
}
