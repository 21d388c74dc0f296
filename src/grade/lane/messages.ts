/** What a batch and its lanes say to each other. A lane is a process that tries out one submission after another. */
import type { Result } from '../../generated/meta/report.ts';
import type { Machine } from '../sandbox/machine.ts';
import type { Assignment, Findings } from '../trial/trial.ts';

export type ToLane =
  | { readonly say: 'begin'; readonly assignment: Assignment; readonly live: boolean }
  | { readonly say: 'try'; readonly folder: string };

export type FromLane =
  | { readonly say: 'ready'; readonly machine: Pick<Machine, 'kind' | 'lacking'> }
  | { readonly say: 'found'; readonly findings: Findings; readonly milliseconds: number }
  | { readonly say: 'result'; readonly part: 'open' | 'hidden'; readonly result: Result }
  | { readonly say: 'fault'; readonly text: string };
