// Written by `npm run generate` from spec/meta/matrix.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * What each state of a connection does with each kind of segment: a table that is written into feature files, one a state.
 */
export interface StateMatrix {
  $schema?: string;
  protocol: string;
  title: string;
  /**
   * @minItems 1
   */
  kinds: MatrixKind[];
  /**
   * @minItems 1
   */
  states: MatrixState[];
}
/**
 * A kind of segment, and the segments of it by which a state is tried.
 */
export interface MatrixKind {
  kind: string;
  title: string;
  probes: {
    [k: string]: MatrixProbe;
  };
}
/**
 * A segment as feature files write it. Of its acknowledgement also `good` (all that the state has sent, its FIN apart), `unsent` and `past`.
 */
export interface MatrixProbe {
  flags: string;
  seq: string;
  ack?: 'good' | 'unsent' | 'past' | 'next';
  urgent?: string;
  data?: string;
}
export interface MatrixState {
  state: string;
  /**
   * The capability by which it is reached.
   */
  needs: string;
  /**
   * The acknowledgement number that `good` is in this state.
   */
  good: string;
  /**
   * @minItems 1
   */
  cells: MatrixCell[];
}
export interface MatrixCell {
  kind: string;
  /**
   * By the name of the probe.
   */
  outcomes: {
    [k: string]: MatrixOutcome;
  };
}
export interface MatrixOutcome {
  rule: RuleId;
  /**
   * A set of legal answers, by its name in the kit.
   */
  answer: string;
  /**
   * Octets of sequence space that are taken; none where it is left out.
   */
  takes?: number;
  /**
   * The state that it leads to.
   */
  afterwards: string;
}
