/** What a submission is enclosed in, and what it finds there. */
import type { Limits } from './limits.ts';
import type { Machine } from './machine.ts';

/** What the submission finds itself in, where there are namespaces. */
export const INSIDE = '/submission';

export interface Enclosure {
  readonly machine: Machine;
  readonly limits: Limits;
  /** The submission's folder, to be written. */
  readonly folder: string;
  /** A folder that may be read, under its own name. */
  readonly given?: string | undefined;
  /** The network is ours already, and empty: a server there must be reached. */
  readonly sharesNetwork: boolean;
}

/** Of the system, to be read. */
export const SYSTEM: readonly string[] = [
  '/usr',
  '/etc',
  '/opt',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
];

/** Octets of /tmp. */
export const TMP_SIZE: number = 64 * 2 ** 20;
