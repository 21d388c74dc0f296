/**
 * What can end a scenario early. A step throws one of these; run-scenario.ts turns it into a verdict by its kind and
 * by where it was thrown: the same Unmet fails a rule in a Then and is inconclusive in a Given or When.
 */
import type { Difference, ReasonCode } from '../generated/meta/report.ts';

export interface Mismatch {
  /** The legal outcomes, one phrase each. */
  readonly expected: readonly string[];
  readonly actual: string;
  readonly difference?: Difference;
  /** Nothing came. In real time a missing answer is claimed only after a retry. */
  readonly missing?: boolean;
}

/** What was asked for is not what was seen. */
export class Unmet extends Error {
  readonly mismatch: Mismatch;

  constructor(mismatch: Mismatch) {
    super(`expected ${mismatch.expected.join(', or ')}; got ${mismatch.actual}`);
    this.name = 'Unmet';
    this.mismatch = mismatch;
  }
}

/** Nothing can be concluded, wherever it is thrown: a fence unanswered, a twin refused, an interval astride its limit. */
export class Inconclusive extends Error {
  readonly code: 'precondition' | 'fence' | 'twin' | 'unsure' | 'patience';

  constructor(code: Inconclusive['code'], message: string) {
    super(message);
    this.name = 'Inconclusive';
    this.code = code;
  }
}

/** The implementation does not offer what the scenario needs. */
export class Unsupported extends Error {
  readonly capability: string;

  constructor(capability: string) {
    super(`the implementation does not offer ${capability}`);
    this.name = 'Unsupported';
    this.capability = capability;
  }
}

/** The implementation's process failed: it ended, hung, flooded, or broke the adapter contract. Its verdict, not ours. */
export class IutFault extends Error {
  readonly code: Extract<ReasonCode, `iut-${string}`>;
  readonly stderr: string;
  /** Other scenarios have used the same process too, so nobody knows yet whose fault it was. */
  readonly shared: boolean;
  /** Of `iut-start`: what befell the process instead of its start. */
  readonly after: IutFault['code'] | undefined;

  constructor(
    code: IutFault['code'],
    message: string,
    { stderr = '', shared = false, after }: { stderr?: string; shared?: boolean; after?: IutFault['code'] } = {},
  ) {
    super(message);
    this.name = 'IutFault';
    this.code = code;
    this.stderr = stderr;
    this.shared = shared;
    this.after = after;
  }
}
