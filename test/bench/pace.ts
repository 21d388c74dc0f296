/** How much of everything: enough for a figure, or just enough to see that it runs. */
export interface Pace {
  /** Rounds of short batches within one process. */
  readonly rounds: number;
  /** Nanoseconds that a batch should take. */
  readonly batch: number;
  /** Nanoseconds that each contender runs before anything counts, for the compiler to settle. */
  readonly warmUp: number;
  /** Rounds in which each contender is a process of tens of milliseconds. */
  readonly starts: number;
  /** Rounds in which each contender is a process of a second or so. */
  readonly runs: number;
  /** Scenarios that the runners get. */
  readonly scenarios: number;
  /** Idle connections of ours, and of a peer that needs a file for each end. */
  readonly connections: readonly [ours: number, peer: number];
  /** Tag of the one rule whose scenarios are run, where a whole suite would be. */
  readonly rule?: string;
}

const MS = 1e6;

export const FULL: Pace = {
  rounds: 301,
  batch: MS,
  warmUp: 400 * MS,
  starts: 31,
  runs: 7,
  scenarios: 1_000,
  connections: [10_000, 500],
};
export const QUICK: Pace = {
  rounds: 3,
  batch: MS / 10,
  warmUp: MS,
  starts: 1,
  runs: 1,
  scenarios: 20,
  connections: [200, 200],
  rule: 'RFC9293-MUST-4',
};
