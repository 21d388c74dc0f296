// Written by `npm run generate` from spec/meta/rubric.schema.json: change that, not this.
/**
 * Not negative and exact: a number is taken as it is written in decimals, "1/3" as a fraction.
 */
export type Points = number | string;
/**
 * ISO 8601 with its offset.
 */
export type Instant = string;
/**
 * What a student is told of a failure: none, that it failed; actual, what the program did; full, what was expected too, with the octets.
 */
export type Detail = 'none' | 'actual' | 'full';
/**
 * Gradescope's four.
 */
export type Visibility = 'visible' | 'hidden' | 'after_due_date' | 'after_published';
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;
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
 * What a course gives marks for: which rules and scenarios, how many points, how submissions are built and started, within which limits. Apart from the suite, and pinned to the part of it that it uses.
 */
export interface Rubric {
  $schema?: string;
  /**
   * The version of this document's format.
   */
  rubric: 1;
  name: string;
  title: string;
  suite: SuitePin;
  /**
   * For everything random in what students may see.
   */
  seed?: number;
  /**
   * For the groups that are not visible: their octets are others.
   */
  hiddenSeed?: number;
  /**
   * What the assignment asks for. Scenarios that need more than these are not part of it, whatever their rule.
   */
  capabilities?: string[];
  points: Points;
  rounding?: Rounding;
  /**
   * What a capability that is not declared costs: the points are lost (the default), taken out of the count, or a part is earned all the same.
   */
  unsupported?: ('lost' | 'waived') | EarnsPart;
  /**
   * What could not be judged: lost (the default) or taken out of the count.
   */
  inconclusive?: 'lost' | 'waived';
  late?: LatePolicy;
  detail?: Detail;
  limits?: Limits;
  /**
   * How a submission is built and started: by the first entry whose file it has.
   *
   * @minItems 1
   */
  programs: Program[];
  /**
   * @minItems 1
   */
  groups: Group[];
  /**
   * Folders beside the rubric with a model answer and wrong ones, and what each must get: assay grade --check.
   */
  answers?: Answer[];
}
export interface SuitePin {
  /**
   * SHA-256 over the rules, scenarios and fixtures that the rubric uses; assay grade --pin writes it.
   */
  digest: string;
}
/**
 * The one rule by which exact marks become decimals, at export. Two digits and half-up when left out.
 */
export interface Rounding {
  decimals: number;
  mode: 'half-up' | 'half-even' | 'down' | 'up';
}
export interface EarnsPart {
  earns: Points;
}
/**
 * A function of the submission time alone: `takes`, a part of the points earned, for each period begun after `due` and its grace, all together `atMost` (1 when left out). After `closes` nothing is earned.
 */
export interface LatePolicy {
  due: Instant;
  graceMinutes?: number;
  /**
   * Length of a period.
   */
  hours: number;
  takes: Points;
  atMost?: Points;
  closes?: Instant;
}
export interface Limits {
  buildSeconds?: number;
  /**
   * For all scenarios together.
   */
  runSeconds?: number;
  /**
   * For one answer.
   */
  answerSeconds?: number;
  cpuSeconds?: number;
  memoryMiB?: number;
  processes?: number;
  /**
   * Of one file that it writes.
   */
  fileMiB?: number;
  /**
   * On standard output and standard error, together.
   */
  outputMiB?: number;
  /**
   * Of all its files.
   */
  submissionMiB?: number;
}
export interface Program {
  /**
   * A file of the submission.
   */
  when: string;
  /**
   * A command for a shell, in the submission's folder.
   */
  build?: string;
  /**
   * As assay run --target takes it, in the submission's folder.
   */
  attach: string;
}
/**
 * Its points are shared evenly by items that name none.
 */
export interface Group {
  id: string;
  title: string;
  /**
   * sum: each item counts; all-or-nothing; best-of: only the best `best` count; prerequisite: a sum that rests on the groups of `requires`.
   */
  kind: 'sum' | 'all-or-nothing' | 'best-of' | 'prerequisite';
  points?: Points;
  levels?: PointsByLevel;
  visibility?: Visibility;
  detail?: Detail;
  best?: number;
  /**
   * @minItems 1
   */
  requires?: string[];
  /**
   * What a failed prerequisite does. waive: what fails here is not counted a second time (the default); withhold: nothing here earns.
   */
  whenUnmet?: 'waive' | 'withhold';
  /**
   * All rules of this profile that have scenarios, as items.
   */
  profile?: string;
  /**
   * Of the profile, only these.
   */
  protocols?: string[];
  items?: Item[];
}
/**
 * Points of an item that names none, by how binding its rule is.
 */
export interface PointsByLevel {
  [k: string]: Points;
}
/**
 * One rule with all its scenarios, or one scenario (of an outline, all its rows).
 */
export interface Item {
  rule?: RuleId;
  scenario?: string;
  title?: string;
  points?: Points;
  /**
   * Points by the part of its scenarios that pass, not all or nothing.
   */
  partial?: boolean;
  /**
   * Shown to who fails it.
   */
  hint?: string;
}
export interface Answer {
  folder: string;
  /**
   * What is wrong with it.
   */
  about?: string;
  /**
   * Exact; null where it must not be gradable.
   */
  marks: Points | null;
  outcome?: Outcome;
}
