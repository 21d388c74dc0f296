/** BullMQ on Redis, loaded only where a queue is named: an optional peer dependency. */
import type { ConnectionOptions } from 'bullmq';
import { AssayError } from '../../contract/assay-error.ts';
import type { Tried } from '../lane/lane.ts';
import type { Assignment } from '../trial/trial.ts';

export const QUEUE = 'assay-grade';

/** What a worker is given: everything but the submission itself, whose folder it must have under the same path. */
export interface Work {
  readonly folder: string;
  readonly hash: string;
  readonly judging: string;
  readonly assignment: Assignment;
}

export type Done = Tried;

type Bull = typeof import('bullmq');

/** @throws AssayError ERR_TARGET_UNAVAILABLE where it is not installed */
export async function loadBull(): Promise<Bull> {
  try {
    return await import('bullmq');
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNAVAILABLE', '--queue needs two packages: npm install bullmq ioredis', { cause });
  }
}

/** Whether Redis is there, as far as is known, told each time that this changes. */
export class Presence {
  readonly #told: ((isThere: boolean) => void) | undefined;
  #last: boolean | undefined;

  /** @param last what is taken for granted, and not told */
  constructor(told: ((isThere: boolean) => void) | undefined, last?: boolean) {
    this.#told = told;
    this.#last = last;
  }

  get isThere(): boolean {
    return this.#last === true;
  }

  set isThere(isThere: boolean) {
    if (isThere !== this.#last) this.#told?.(isThere);
    this.#last = isThere;
  }
}

/**
 * A connection waits for a Redis that starts again; it gives nothing up, but once `ended` says so.
 *
 * @throws AssayError ERR_USAGE
 */
export function connectionTo(url: string, ended?: AbortSignal): ConnectionOptions {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol)) {
    throw new AssayError('ERR_USAGE', `--queue ${url}: not of the form redis://HOST:PORT`);
  }
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 ? { db: Number(pathname.slice(1)) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (ended?.aborted ? null : Math.min(50 * 2 ** times, 2000)),
  };
}
