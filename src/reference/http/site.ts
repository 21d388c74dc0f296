/**
 * What the connections of one origin have in common: what is served, under which names, in what bounds. It counts them, so
 * that it knows when it is overloaded, and that it no longer is.
 */
import { defaultResources } from './default-resources.ts';
import { type Limits, SERVER_LIMITS } from './parser/limits.ts';
import type { Resources } from './resources.ts';

/** In milliseconds. */
export interface Patience {
  /** For a request to begin. */
  readonly idle: number;
  /** From the first octet of a head to its last. */
  readonly head: number;
  /** For all of the content, from the end of the head. */
  readonly content: number;
  /** For the client to take something of what it is sent. */
  readonly output: number;
  /** For the client to close as well, once the server has (RFC 9112 section 9.6). */
  readonly linger: number;
}

const PATIENCE: Patience = { idle: 60_000, head: 30_000, content: 300_000, output: 60_000, linger: 5_000 };

export interface SiteOptions {
  readonly resources?: Resources;
  /** Names of its own, in small letters; undefined: it serves under any. */
  readonly names?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly patience?: Partial<Patience>;
  /** More connections than this at a time are told to come back later. */
  readonly connections?: number;
}

const MOST_CONNECTIONS = 1_024;

export class Site {
  readonly resources: Resources;
  readonly names: ReadonlySet<string> | undefined;
  readonly limits: Limits;
  readonly patience: Patience;
  readonly #most: number;
  #open = 0;

  constructor({
    resources = defaultResources,
    names,
    limits,
    patience,
    connections = MOST_CONNECTIONS,
  }: SiteOptions = {}) {
    this.resources = resources;
    this.names = names === undefined ? undefined : new Set(names);
    this.limits = { ...SERVER_LIMITS, ...limits };
    this.patience = { ...PATIENCE, ...patience };
    this.#most = connections;
  }

  get isOverloaded(): boolean {
    return this.#open > this.#most;
  }

  opened(): void {
    this.#open += 1;
  }

  closed(): void {
    this.#open -= 1;
  }
}
