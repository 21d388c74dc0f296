// Written by `npm run generate` from spec/meta/fixture.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * Golden octets of one layer: a sentence, the octets, what they decode to or the fault that they carry, the rules that they show.
 */
export interface FixtureFile {
  $schema?: string;
  layer: string;
  /**
   * @minItems 1
   */
  fixtures: Fixture[];
}
/**
 * Exactly one of value (well-formed) and fault (malformed) beside the other members.
 */
export interface Fixture {
  name: string;
  /**
   * One sentence.
   */
  about: string;
  /**
   * Lowercase hex; spaces group octets for a reader.
   */
  octets: string;
  context?: FixtureContext;
  /**
   * The decoded value, whole.
   */
  value?: {
    [k: string]: unknown;
  };
  fault?: FixtureFault;
  rules: RuleId[];
}
/**
 * Addresses of the datagram around the octets, where a checksum takes them in.
 */
export interface FixtureContext {
  source: string;
  destination: string;
}
export interface FixtureFault {
  kind: string;
  field: string;
}
