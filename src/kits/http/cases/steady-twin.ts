/**
 * A page may be another each time it is asked for: a counter, a time, a page of one of several machines. What differs from
 * the twin then differs from nothing that was promised.
 */
import { Inconclusive } from '../../../harness/outcome.ts';
import type { Conversation } from '../conversation.ts';
import type { ObservedResponse } from '../observation.ts';
import { textOf } from '../octet-text.ts';
import type { HttpPeer } from '../peer.ts';
import type { Check } from './checks.ts';
import { valueIn } from './phrase.ts';

/** A check that looks at one field of the twin; all others look at its content. */
const OF_A_FIELD = /^(?!content )(\S+) (?:as the twin|if the twin has it)/;

/** Times that the twin is sent again, before anything is charged. */
const TIMES = 2;

/**
 * Sends the twin again where a verdict leans on it: by the octets that were sent, or by a check that failed.
 *
 * @param fitting the outcomes whose answers fit
 * @throws Inconclusive where it is answered otherwise than before
 */
export async function requireSteadyTwin(
  peer: HttpPeer,
  conversation: Conversation,
  fitting: readonly { readonly and: readonly Check[] }[],
): Promise<void> {
  const { twin } = peer;
  const [before] = twin?.observation.responses ?? [];
  if (twin === undefined || before === undefined) return;
  const failed = fitting.flatMap(({ and }) => and).filter((check) => !check.holds(conversation, before));
  const leaning = failed.filter((check) => check.leansOnTwin(conversation));
  if (leaning.length === 0 && !peer.leansOnTwin) return;
  const names = leaning.map(({ text }) => OF_A_FIELD.exec(text)?.[1]);
  const fields = [...names, ...(peer.leansOnTwin ? ['ETag', 'Last-Modified'] : [])].filter(
    (name) => name !== undefined,
  );
  const withContent = peer.leansOnTwin || names.includes(undefined);
  for (let time = 1; time <= TIMES; time += 1) {
    const [after] = (await peer.again(twin)).observation.responses;
    const differs = after === undefined ? 'it has no answer' : difference(before, after, { fields, withContent });
    if (differs !== undefined) throw new Inconclusive('twin', `the same request is answered otherwise: ${differs}`);
  }
}

function difference(
  before: ObservedResponse,
  after: ObservedResponse,
  { fields, withContent }: { readonly fields: readonly string[]; readonly withContent: boolean },
): string | undefined {
  if (after.status !== before.status) return `status ${before.status}, then ${after.status}`;
  if (withContent && textOf(after.content) !== textOf(before.content)) return 'its content changes';
  const changed = fields.find((name) => valueIn(after, name) !== valueIn(before, name));
  return changed === undefined ? undefined : `its ${changed} changes`;
}
