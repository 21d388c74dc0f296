// Written by `npm run generate` from spec/meta/http-cases.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;
/**
 * Pieces that are joined as they are; a piece is a line, mostly.
 *
 * @minItems 1
 */
export type Octets = string[];
/**
 * The methods of the requests in it, as they are to be read: they say where responses end.
 *
 * @minItems 1
 */
export type Asks = string[];
/**
 * The final responses on the connection, one word each: a status (400), a class (4xx), several (400/431), twin (the status of the twin's), any; nothing (none); ... for any number more. Without ... the connection ends there or nobody asked for more.
 */
export type Answers = string;
/**
 * RFC 2119 words; FORMAT is a layout that the text states without such a word, STATE-RULE a behaviour likewise.
 */
export type Level = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'FORMAT' | 'STATE-RULE';

/**
 * What is sent to an HTTP server and what it may do then. Octets are text, one character an octet (U+0000 to U+00FF). In braces: {resource} a path that is served, {absent} one that is not, {host} what Host says, {content-method} and {content-path} of a request that may have content, {spare} a resource that nobody else needs, {generated} one that is made when asked for, {undated} one without a date of change, {twin:NAME} a field's value in the twin's response, {rfc850:NAME} and {asctime:NAME} a date there in an older form, {etag-core} the quoted part of its entity tag, {length} and {length-N} the octets of its content, {beginning-N} that many of them, {X*N} the text X N times.
 */
export interface HttpCases {
  $schema?: string;
  protocol: 'http';
  topic: string;
  title: string;
  /**
   * Lines for a reader.
   *
   * @minItems 1
   */
  about: string[];
  /**
   * @minItems 1
   */
  cases: HttpCase[];
}
export interface HttpCase {
  id: string;
  rule: RuleId;
  title: string;
  /**
   * Capabilities without which the case says nothing.
   */
  needs: string[];
  /**
   * Seconds that it may wait in real time.
   */
  patience?: number;
  /**
   * What must be answered so as well, each on a connection of its own, before the twin.
   *
   * @minItems 1
   */
  ground?: HttpTwin[];
  twin: HttpTwin;
  sends: Octets;
  /**
   * The client ends its side of the connection behind these octets.
   */
  finish?: true;
  asks: Asks;
  /**
   * @minItems 1
   */
  legal: LegalOutcome[];
}
/**
 * The same without what is at issue. Only where the server answers it so, the case says anything.
 */
export interface HttpTwin {
  sends: Octets;
  asks: Asks;
  answers: Answers;
  /**
   * What has to hold of its first response for the case to say anything: how long its content is, for instance.
   */
  and?: string[];
}
export interface LegalOutcome {
  /**
   * A few words for it.
   */
  outcome: string;
  answers: Answers;
  /**
   * What holds of the first response, or of another one that a number in brackets names, besides.
   */
  and?: string[];
  clause: string;
  level?: Level;
}
