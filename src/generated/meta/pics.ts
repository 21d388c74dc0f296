// Written by `npm run generate` from spec/meta/pics.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * Protocol implementation conformance statement: what an implementation says of itself before it is judged.
 */
export interface Pics {
  $schema?: string;
  /**
   * The version of this document's format.
   */
  pics: 1;
  name: string;
  version?: string;
  capabilities?: PicsCapabilities;
  parameters?: Parameters;
  /**
   * Rules that are known to be broken. They are still run and must still fail: a stale entry is an error of the statement.
   */
  deviations?: Deviation[];
}
/**
 * Capabilities added (true) or withdrawn (false) against what the target declares.
 */
export interface PicsCapabilities {
  [k: string]: boolean;
}
/**
 * Facts that scenarios need and cannot find out, for instance http.resource: a path that exists.
 */
export interface Parameters {
  [k: string]: string | number | boolean;
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
