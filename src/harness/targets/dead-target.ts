/**
 * A target whose implementation never started: whatever is put to it is inconclusive for that one reason, so that the
 * report of the run is whole all the same.
 */
import type { IutFault } from '../outcome.ts';
import type { Target } from '../target.ts';

export function deadTarget(spec: string, failed: IutFault): Target {
  return {
    info: { spec, name: spec, capabilities: [], clock: 'virtual' },
    roles: 'any',
    protocols: 'any',
    parameters: {},
    concurrency: 1,
    hangLimit: 0,
    failed,
    seat: () => Promise.reject(failed),
    close: async () => {},
  };
}
