// Written by `npm run generate` from spec/meta/grade-record.schema.json: change that, not this.
/**
 * A line of the record file of a batch: what was found of a submission, or that somebody handed it in. Lines are only added. No marks stand here: they follow from the verdicts and the rubric.
 */
export type GradeRecord = Found | Attempt;
/**
 * SHA-256.
 */
export type Digest = string;
/**
 * What became of a submission. Only `graded` has marks; the others are not zero but not gradable.
 */
export type Outcome =
  | 'graded'
  | 'not-submitted'
  | 'build-failed'
  | 'refused-to-start'
  | 'crashed'
  | 'timed-out'
  | 'cpu'
  | 'memory'
  | 'output-limit'
  | 'contract-breach';
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;
/**
 * RFC 2119 words; FORMAT is a layout that the text states without such a word, STATE-RULE a behaviour likewise.
 */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'FORMAT' | 'STATE-RULE';
/**
 * ISO 9646: none < pass < inconclusive < fail < error. `observed` is the outcome of a MAY; `none` was not run.
 */
export type Verdict = 'none' | 'observed' | 'pass' | 'inconclusive' | 'fail' | 'error';
/**
 * not-applicable: another role's rule; unsupported: capability not declared; excluded: asked for; unavailable: this machine lacks something.
 */
export type NotRun = 'not-applicable' | 'unsupported' | 'excluded' | 'unavailable';
/**
 * unmet: a Then step; precondition: a Given, When or fence; unsure: an interval straddles its limit; iut-*: the implementation's process; tester: a fault of ours; the rest: not run.
 */
export type ReasonCode =
  | 'unmet'
  | 'precondition'
  | 'fence'
  | 'twin'
  | 'unsure'
  | 'iut-start'
  | 'iut-exited'
  | 'iut-hung'
  | 'iut-flooded'
  | 'iut-breach'
  | 'tester'
  | 'role'
  | 'capability'
  | 'selection'
  | 'machine'
  | 'patience'
  | 'interrupted';
/**
 * ISO 8601 with its offset.
 */
export type Instant = string;

/**
 * `judging` is of the part of the rubric that a run depends on: under another rubric with the same, nothing is run again.
 */
export interface Found {
  kind: 'found';
  key: Key;
  judging: Digest;
  open: Part;
  hidden: Part;
  milliseconds?: number;
  /**
   * How it was kept.
   */
  isolation?: string;
}
/**
 * What a finding is of; what has been found is never run again. `suite` is of the part that the rubric uses.
 */
export interface Key {
  submission: Digest;
  suite: Digest;
  rubric: Digest;
  seed: number;
}
/**
 * One life of the submission, judged: what is visible and what is hidden run apart, so that neither shows in the other.
 */
export interface Part {
  outcome: Outcome;
  /**
   * What happened, in a sentence.
   */
  text?: string;
  /**
   * The end of what it or its build wrote.
   */
  log?: string;
  results: Result[];
}
export interface Result {
  scenario: string;
  title: string;
  /**
   * The primary rule first.
   *
   * @minItems 1
   */
  rules: RuleId[];
  level: Level;
  verdict: Verdict;
  notRun?: NotRun;
  reason?: Reason;
  branch?: Branch;
  deviation?: Deviation;
  /**
   * The verdict of each repetition, when they differ.
   */
  runs?: Verdict[];
  evidence?: Evidence;
}
export interface Reason {
  code: ReasonCode;
  /**
   * One sentence for a reader.
   */
  text: string;
  /**
   * The Gherkin step at which it arose.
   */
  step?: string;
}
/**
 * The legal outcome that was taken.
 */
export interface Branch {
  outcome: string;
  clause?: string;
  level?: Level;
}
export interface Deviation {
  rule: RuleId;
  /**
   * Only this scenario of the rule.
   */
  scenario?: string;
  why: string;
  /**
   * RFC and section that decide.
   */
  clause?: string;
  /**
   * What was seen, as hex.
   */
  octets?: string;
  /**
   * It shows in some runs only, for a reason that lies in the implementation: a run without it is not stale, and a verdict that changes is no flip.
   */
  sometimes?: true;
}
export interface Evidence {
  /**
   * Octets sent and received, in order.
   */
  exchange: Exchanged[];
  /**
   * The legal outcomes.
   */
  expected?: string[];
  actual?: string;
  difference?: Difference;
  /**
   * What was expected did not come at all: how many exchanges there were when it was given up.
   */
  missing?: number;
  misfortunes?: Misfortunes;
  /**
   * What the implementation wrote there at that moment.
   */
  stderr?: string;
  /**
   * The one command that repeats it.
   */
  replay?: string;
}
export interface Exchanged {
  /**
   * As the tester sees it.
   */
  direction: 'sent' | 'received';
  /**
   * What the octets are: a codec layer, or a kit's own name.
   */
  layer: string;
  octets: string;
  /**
   * Earliest and latest, microseconds from the scenario's start. Left out of reproducible reports in real time.
   *
   * @minItems 2
   * @maxItems 2
   */
  at?: number[];
  /**
   * The octets in words.
   */
  note?: string;
}
/**
 * The first field that differs.
 */
export interface Difference {
  field: string;
  expected: string;
  actual: string;
  /**
   * Index into `exchange` of the octets that hold it.
   */
  exchange?: number;
  /**
   * The first bit of the field in those octets.
   */
  bit?: number;
  bits?: number;
}
/**
 * What chance did to packets of a simulated network on which it failed.
 */
export interface Misfortunes {
  /**
   * How many in all.
   */
  met: number;
  /**
   * As few of them as were found to be enough for it to fail: FROM>TO, the packet of that way by its number, and what befell it.
   */
  enough: string[];
}
export interface Attempt {
  kind: 'attempt';
  name: string;
  submission: Digest;
  submittedAt?: Instant;
}
