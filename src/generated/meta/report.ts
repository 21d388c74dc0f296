// Written by `npm run generate` from spec/meta/report.schema.json: change that, not this.
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
 * What a run found. Results are sorted by scenario id; what differs from run to run stands in `timings` alone.
 */
export interface Report {
  /**
   * The version of this document's format.
   */
  report: 1;
  suite: SuiteInfo;
  target: TargetInfo;
  options: RunOptions;
  summary: Summary;
  results: Result[];
  /**
   * Declared deviations whose rule did not fail.
   */
  stale?: Deviation[];
  /**
   * The run was stopped before its end.
   */
  interrupted?: true;
  timings?: Timings;
}
export interface SuiteInfo {
  version: string;
  digest: string;
  /**
   * How many the suite holds.
   */
  scenarios: number;
}
export interface TargetInfo {
  /**
   * What --target said.
   */
  spec: string;
  name: string;
  version?: string;
  language?: string;
  capabilities: string[];
  clock: 'virtual' | 'real';
}
export interface RunOptions {
  seed: number;
  level: 'must' | 'should' | 'all';
  repeat: number;
  /**
   * The conformance statement that the run was given, as --pics said.
   */
  pics?: string;
  profile?: string;
  shard?: string;
  protocols?: string[];
  rules?: string[];
  scenarios?: string[];
}
/**
 * What was found, by scenario and by rule; a rule's verdict is the worst of its scenarios.
 */
export interface Summary {
  /**
   * 0 conforms, 1 a rule that counts fails, 3 an error, nothing judged, or stopped before the end.
   */
  exit: 0 | 1 | 3;
  scenarios: Counts;
  rules: Counts;
  notRun: NotRunCounts;
  levels: LevelCounts;
  /**
   * Failures that a deviation declares.
   */
  declared: number;
  /**
   * Scenarios whose verdict changed between repetitions.
   */
  flips: number;
}
export interface Counts {
  pass: number;
  inconclusive: number;
  fail: number;
  error: number;
  observed: number;
  none: number;
}
export interface NotRunCounts {
  'not-applicable': number;
  unsupported: number;
  excluded: number;
  unavailable: number;
}
/**
 * Scenarios by the level of their primary rule.
 */
export interface LevelCounts {
  [k: string]: Counts;
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
export interface Timings {
  /**
   * ISO 8601, UTC.
   */
  startedAt: string;
  /**
   * Microseconds.
   */
  duration: number;
  scenarios: ScenarioTimings;
}
/**
 * Microseconds by scenario id.
 */
export interface ScenarioTimings {
  [k: string]: number;
}
