// Written by `npm run generate` from spec/meta/mutants.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * Patch mutants of the reference: one text in one source file replaced by another, so that just one rule is broken.
 */
export interface MutantFile {
  $schema?: string;
  mutants: PatchMutant[];
}
export interface PatchMutant {
  id: string;
  rule: RuleId;
  /**
   * What it does wrong.
   */
  about: string;
  /**
   * From the project's folder.
   */
  file: string;
  /**
   * Must stand in the file exactly once.
   */
  find: string;
  replace: string;
}
