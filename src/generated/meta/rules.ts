// Written by `npm run generate` from spec/meta/rules.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;
/**
 * RFC 2119 words; FORMAT is a layout that the text states without such a word, STATE-RULE a behaviour likewise.
 */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'FORMAT' | 'STATE-RULE';
/**
 * A section of an RFC, or of a specification of our own: a file of this project whose sections have anchors.
 */
export type Source = RfcSource | DocumentSource;

/**
 * The rules of one protocol, in the order of their RFC. A rule's id is stable for ever.
 */
export interface RuleCatalogue {
  $schema?: string;
  protocol: string;
  title: string;
  rules: Rule[];
}
export interface Rule {
  id: RuleId;
  level: Level;
  /**
   * Who is bound: any (every implementation of the protocol), host, router, server, client, ...
   */
  role: string;
  /**
   * What is asked, in our own words.
   */
  statement: string;
  /**
   * @minItems 1
   */
  source: Source[];
  /**
   * The condition under which the rule binds; a capability named here must be declared.
   */
  appliesWhen?: {
    condition: string;
    capability?: string;
  };
  /**
   * How a tester gets at it: on the wire, through user calls, by a setting, or not at all.
   */
  reach: 'wire' | 'app' | 'knob' | 'none';
  /**
   * The longest wait in seconds that judging it takes in real time.
   */
  clock?: number;
  profiles: string[];
  supersededBy?: RuleId;
  /**
   * Rules of another protocol that ask for the same property.
   *
   * @minItems 1
   */
  counterparts?: RuleId[];
  /**
   * Why the rule is read as it is: what was conditional or ambiguous.
   */
  note?: string;
  /**
   * Why no black box shows it.
   */
  untestable?: string;
}
export interface RfcSource {
  rfc: number;
  section: string;
  errata?: number;
}
export interface DocumentSource {
  document: string;
  section: string;
}
