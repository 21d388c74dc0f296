/** One connection, from the first request to its end, and what a judge needs to know of it. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { Scene } from '../../harness/scene.ts';
import type { Exchanged } from '../../harness/surface.ts';
import type { HttpFault, Observation, ObservedResponse } from './observation.ts';

/** Octets of a connection that are kept as evidence, from the first one on; what follows can only be content. */
export const KEPT = 65_536;

export interface Conversation {
  readonly octets: Uint8Array;
  readonly end: Exchanged['end'];
  /** Our side was ended behind the requests: whoever waits for more then waits in vain, and may. */
  readonly finished: boolean;
  readonly observation: Observation;
  /** Index of the received octets in the evidence. */
  readonly received: number;
}

/** The conversation that is judged, and where to say which of several legal outcomes was taken. */
export interface Witnessed {
  readonly latest: Conversation;
  readonly scene: Pick<Scene, 'took'>;
}

/** The response to a request. @throws Inconclusive when there is none to judge. */
export function responseOf(conversation: Conversation, index = 0): ObservedResponse {
  const response = conversation.observation.responses[index];
  if (response !== undefined) return response;
  throw new Inconclusive('precondition', `there is no response to judge: ${insteadOfResponse(conversation)}`);
}

/** What came where a response should be, for a sentence. */
export function insteadOfResponse({ observation, octets, end }: Conversation): string {
  const { unreadable } = observation;
  if (octets.length > 0 && unreadable) return `${unreadable.actual} where ${unreadable.expected} should be`;
  if (end === 'silent') return 'no answer, and the connection stays open';
  return end === 'reset' ? 'the connection was reset' : 'the connection was closed without an answer';
}

/** A mismatch at a place among the octets received. */
export interface Place {
  readonly field: string;
  readonly at: number;
  readonly octets: number;
}

export function unmetAt(
  conversation: Conversation,
  { field, at, octets }: Place,
  expected: readonly string[],
  actual: string,
): Unmet {
  const where =
    at + octets <= KEPT ? { exchange: conversation.received, bit: at * 8, bits: Math.max(1, octets) * 8 } : {};
  return new Unmet({ expected, actual, difference: { field, expected: expected.join(', or '), actual, ...where } });
}

export function unmetFault(conversation: Conversation, fault: HttpFault): Unmet {
  return unmetAt(conversation, fault, [fault.expected], fault.actual);
}
