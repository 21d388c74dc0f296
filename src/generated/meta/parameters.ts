// Written by `npm run generate` from spec/meta/parameters.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * The numbers of a protocol that its specification chooses: one table, from which implementations and tests take them.
 */
export interface ParameterTable {
  $schema?: string;
  protocol: string;
  title: string;
  /**
   * @minItems 1
   */
  parameters: Parameter[];
}
export interface Parameter {
  name: string;
  value: number;
  unit: string;
  /**
   * What it is of, in a few words.
   */
  about: string;
  /**
   * @minItems 1
   */
  rules?: RuleId[];
}
