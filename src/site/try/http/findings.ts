/** A response held against every check: which rules it breaks and where, which it keeps, and of which nothing can be said. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import type { Conversation } from '../../../kits/http/conversation.ts';
import type { FaultKind } from '../../../kits/http/observation.ts';
import { observeResponses } from '../../../kits/http/observe-responses.ts';
import { CHECKS, phraseAmiss, type ResponseCheck } from './checks.ts';

export interface Finding {
  readonly rule: string;
  readonly outcome: 'broken' | 'kept' | 'open';
  /** Of what is broken, or cannot be judged. */
  readonly words?: string;
  /** Octets concerned. */
  readonly place?: { readonly at: number; readonly octets: number };
}

export interface Given {
  readonly octets: Uint8Array;
  /** Of the request that is answered. */
  readonly method: string;
  /** The connection was closed behind these octets. */
  readonly isClosed: boolean;
}

function conversationOf({ octets, method, isClosed }: Given): Conversation {
  const observation = observeResponses(octets, [method], isClosed);
  return { octets, end: isClosed ? 'closed' : 'silent', finished: true, observation, received: 0 };
}

export function findingsOf(given: Given): readonly Finding[] {
  const conversation = conversationOf(given);
  return CHECKS.map((check) => findingOf(check, given, conversation));
}

function findingOf(check: ResponseCheck, { method }: Given, conversation: Conversation): Finding {
  const { rule } = check;
  const [response] = conversation.observation.responses;
  if (check.method !== undefined && check.method !== method) return open(rule, `about answers to ${check.method}`);
  try {
    check.judge(conversation);
  } catch (thrown) {
    return { rule, ...caught(thrown) };
  }
  if (check.phrases.length === 0) return { rule, outcome: 'kept' };
  if (response === undefined) return open(rule, 'there is no response to judge');
  if (check.about?.fits(response) === false) return open(rule, `about ${check.about.words}`);
  const amiss = phraseAmiss(check, conversation);
  if (amiss === undefined) return { rule, outcome: 'kept' };
  return { rule, outcome: 'broken', words: `not so: ${amiss}`, ...placeOf(rule, conversation) };
}

function open(rule: string, words: string): Finding {
  return { rule, outcome: 'open', words };
}

function caught(thrown: unknown): Omit<Finding, 'rule'> {
  if (thrown instanceof Inconclusive) return { outcome: 'open', words: thrown.message };
  if (!(thrown instanceof Unmet)) throw thrown;
  const { expected, actual, difference } = thrown.mismatch;
  const place = difference?.bit === undefined ? {} : { place: placeOfBits(difference.bit, difference.bits ?? 8) };
  return { outcome: 'broken', words: `expected ${expected.join(', or ')}; got ${actual}`, ...place };
}

function placeOfBits(bit: number, bits: number) {
  return { at: bit / 8, octets: bits / 8 };
}

/** Faults of the observation that a rule told by a phrase is about. */
const KINDS: Readonly<Record<string, readonly FaultKind[]>> = {
  'RFC9112-2.2-07': ['line-folding'],
  'RFC9110-2.2-01': ['no-colon', 'name-form', 'value-form', 'line-end'],
  'RFC9112-5.2-01': ['line-folding'],
  'RFC9112-2.2-02': ['bare-cr'],
  'RFC9112-6.2-01': ['length-and-coding'],
  'RFC9112-7.1-04': ['chunk-form', 'truncated', 'left-over'],
};

function placeOf(rule: string, { observation }: Conversation): Pick<Finding, 'place'> {
  const fault = observation.faults.find(({ kind }) => KINDS[rule]?.includes(kind));
  return fault === undefined ? {} : { place: { at: fault.at, octets: Math.max(1, fault.octets) } };
}
