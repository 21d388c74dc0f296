// Written by `npm run generate` from spec/meta/profile.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * A frozen set of rules that is judged as a whole.
 */
export interface Profile {
  $schema?: string;
  name: string;
  title: string;
  about?: string;
  /**
   * Capabilities that an implementation must declare to conform to the profile.
   */
  requires?: string[];
  rules: RuleId[];
  /**
   * The points of a course, in its order, and the rules that cover each.
   */
  topics?: Topic[];
}
export interface Topic {
  point: number;
  title: string;
  statement: string;
  rules: RuleId[];
}
