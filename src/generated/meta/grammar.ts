// Written by `npm run generate` from spec/meta/grammar.schema.json: change that, not this.
/**
 * A section of an RFC, or of a specification of our own: a file of this project whose sections have anchors.
 */
export type Source = RfcSource | DocumentSource;

/**
 * The grammar of a protocol that is text, as data: what ABNF (RFC 5234) says, in a form that programs read. It is about octets.
 */
export interface Grammar {
  $schema?: string;
  protocol: string;
  title: string;
  /**
   * @minItems 1
   */
  rules: Production[];
}
export interface Production {
  /**
   * As the RFC has it.
   */
  name: string;
  source: Source;
  about?: string;
  is: Expression;
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
/**
 * One of its members says what it is.
 */
export interface Expression {
  /**
   * Whatever another production is.
   */
  rule?: string;
  /**
   * These characters, in any case (RFC 5234 section 2.3).
   */
  text?: string;
  /**
   * These characters, in this case (RFC 7405).
   */
  exact?: string;
  /**
   * One octet of these ranges, each the first and the last in hex, or one alone.
   *
   * @minItems 1
   */
  octet?: string[];
  /**
   * @minItems 2
   */
  sequence?: Expression[];
  /**
   * @minItems 2
   */
  choice?: Expression[];
  optional?: Expression;
  repeat?: Expression1;
  list?: Expression2;
  /**
   * Of repeat and list; 0 without it.
   */
  least?: number;
  /**
   * Of repeat.
   */
  most?: number;
}
/**
 * As often as there is, or as `least` and `most` say.
 */
export interface Expression1 {
  /**
   * Whatever another production is.
   */
  rule?: string;
  /**
   * These characters, in any case (RFC 5234 section 2.3).
   */
  text?: string;
  /**
   * These characters, in this case (RFC 7405).
   */
  exact?: string;
  /**
   * One octet of these ranges, each the first and the last in hex, or one alone.
   *
   * @minItems 1
   */
  octet?: string[];
  /**
   * @minItems 2
   */
  sequence?: Expression[];
  /**
   * @minItems 2
   */
  choice?: Expression[];
  optional?: Expression;
  repeat?: Expression1;
  list?: Expression2;
  /**
   * Of repeat and list; 0 without it.
   */
  least?: number;
  /**
   * Of repeat.
   */
  most?: number;
}
/**
 * Members with commas between, as a sender writes them (RFC 9110 section 5.6.1).
 */
export interface Expression2 {
  /**
   * Whatever another production is.
   */
  rule?: string;
  /**
   * These characters, in any case (RFC 5234 section 2.3).
   */
  text?: string;
  /**
   * These characters, in this case (RFC 7405).
   */
  exact?: string;
  /**
   * One octet of these ranges, each the first and the last in hex, or one alone.
   *
   * @minItems 1
   */
  octet?: string[];
  /**
   * @minItems 2
   */
  sequence?: Expression[];
  /**
   * @minItems 2
   */
  choice?: Expression[];
  optional?: Expression;
  repeat?: Expression1;
  list?: Expression2;
  /**
   * Of repeat and list; 0 without it.
   */
  least?: number;
  /**
   * Of repeat.
   */
  most?: number;
}
