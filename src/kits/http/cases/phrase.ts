/** A phrase about a response, and what it needs to know to hold or not. */
import type { Conversation } from '../conversation.ts';
import { type ObservedResponse, valuesOf } from '../observation.ts';

export interface Seen {
  readonly response: ObservedResponse;
  readonly twin: ObservedResponse | undefined;
  readonly conversation: Conversation;
}

/** `words` are what the form's groups took. */
export type Phrase = readonly [form: RegExp, holds: (seen: Seen, ...words: readonly string[]) => boolean];

export function valueIn(response: ObservedResponse | undefined, name: string): string | undefined {
  return response === undefined ? undefined : valuesOf(response, name).at(0)?.value;
}

/** Members of a list-based field, in lower case (RFC 9110 section 5.6.1). */
export function membersIn(response: ObservedResponse, name: string): readonly string[] {
  return valuesOf(response, name).flatMap(({ value }) => splitList(value));
}

/** A comma within quotes, or within a comment, separates nothing (RFC 9110 sections 5.6.4 and 5.6.5). */
export function splitList(value: string): readonly string[] {
  const members = [''];
  let isQuoted = false;
  let depth = 0;
  for (const [character] of value.matchAll(/\\.|./gs)) {
    if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else if (character === '(' && !isQuoted) depth += 1;
    else if (character === ')' && !isQuoted) depth = Math.max(0, depth - 1);
    if (character === ',' && !isQuoted && depth === 0) members.push('');
    else members[members.length - 1] += character;
  }
  return members.map((member) => member.trim().toLowerCase());
}
