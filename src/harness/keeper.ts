/**
 * Whoever keeps an implementation that nobody trusts: says how its program is started, watches each life of it, and tells
 * what ended it. The harness knows no sandbox; src/grade has one.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { IutFault } from './outcome.ts';

export type Words = readonly [string, ...string[]];

/** A program, ready to be started. */
export interface Launch {
  readonly words: Words;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** How a life ended, where the keeper knows better than the exit status does. */
export interface KeptEnd {
  readonly code: Extract<IutFault['code'], 'iut-exited' | 'iut-flooded'>;
  readonly text: string;
}

export interface Keeper {
  /** `folder`: one of ours that the program is given to read, under the same name. */
  launch(words: Words, folder?: string): Launch;
  /** Told of each life as it begins; `end` ends it. Watches until the child has exited. */
  watch(child: ChildProcessWithoutNullStreams, end: () => void): void;
  /** Told what befell a life, as the harness sees it. */
  noted(code: IutFault['code']): void;
  /** Why the life behind `child` ended, told by the exit of the words that it was launched with. */
  explain(child: ChildProcessWithoutNullStreams, status: number | null, signal: string | null): KeptEnd;
}
