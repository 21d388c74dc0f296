// Written by `npm run generate` from spec/meta/machine.schema.json: change that, not this.
/**
 * RFC<n>-<suffix>, or a family of our own: STUN-, TURN-, HPR-, LECTURE-.
 */
export type RuleId = string;

/**
 * States of a protocol, the events that move it from one to another, and the rules that say so.
 */
export interface StateMachine {
  $schema?: string;
  protocol: string;
  title: string;
  /**
   * The state before anything has happened.
   */
  initial: string;
  /**
   * @minItems 1
   */
  states: MachineState[];
  /**
   * @minItems 1
   */
  events: MachineEvent[];
  /**
   * @minItems 1
   */
  transitions: MachineTransition[];
}
export interface MachineState {
  /**
   * As the RFC prints it.
   */
  name: string;
  /**
   * One sentence.
   */
  about: string;
}
export interface MachineEvent {
  name: string;
  /**
   * What a user asks for, what a peer sends (a segment of TCP, a message of others), what passes with time, what is found out.
   */
  kind: 'call' | 'segment' | 'message' | 'time' | 'report';
  /**
   * One sentence.
   */
  about: string;
}
export interface MachineTransition {
  from: string;
  event: string;
  to: string;
  /**
   * What goes to the peer with it.
   */
  sends?: string;
  /**
   * A condition beyond the event, in words.
   */
  when?: string;
  /**
   * @minItems 1
   */
  rules: RuleId[];
}
