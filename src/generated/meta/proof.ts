// Written by `npm run generate` from spec/meta/proof.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;
/**
 * RFC 2119 words; FORMAT is a layout that the text states without such a word, STATE-RULE a behaviour likewise.
 */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'FORMAT' | 'STATE-RULE';

/**
 * What `assay prove` found: does the suite fail what breaks a rule, and only reward what knows the protocol?
 */
export interface Proof {
  suite: string;
  rules: ProvedRule[];
  controls: ProvedControl[];
  summary: ProofSummary;
}
export interface ProvedRule {
  id: RuleId;
  level: Level;
  /**
   * Whether the reference was judged by it.
   */
  executed: boolean;
  mutants: ProvedMutant[];
}
export interface ProvedMutant {
  id: string;
  /**
   * Some scenario failed it.
   */
  killed: boolean;
  /**
   * A scenario of its own rule failed it.
   */
  atRule: boolean;
}
export interface ProvedControl {
  id: string;
  /**
   * Scenarios that were put to it.
   */
  executed: number;
  passed: number;
}
export interface ProofSummary {
  proved: boolean;
  /**
   * Scenarios that the reference does not pass.
   */
  reference: string[];
  /**
   * Executed rules, those of level MAY left out.
   */
  rules: number;
  withoutMutant: string[];
  mutants: number;
  killed: number;
  atRule: number;
  /**
   * The greatest share of scenarios that a control passed.
   */
  worstControl: number;
}
