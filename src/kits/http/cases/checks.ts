/**
 * What an outcome asks of a response besides its status, read from a phrase: `has Allow`, `Content-Range is bytes 0-4/15`,
 * `content as the twin`. A number in brackets before it names another response than the first.
 */
import type { Conversation } from '../conversation.ts';
import type { ObservedResponse } from '../observation.ts';
import { contentPhrases } from './content-phrases.ts';
import { fieldPhrases } from './field-phrases.ts';
import { messagePhrases } from './message-phrases.ts';
import type { Phrase, Seen } from './phrase.ts';

/** The first that fits: those about fields take any name, and so come last. */
const PHRASES: readonly Phrase[] = [...contentPhrases, ...messagePhrases, ...fieldPhrases];

export interface Check {
  readonly text: string;
  holds(conversation: Conversation, twin: ObservedResponse | undefined): boolean;
  /** Whether it looks at the twin to hold or not. */
  leansOnTwin(conversation: Conversation): boolean;
}

/** @throws RangeError for words that mean nothing */
export function readCheck(phrase: string): Check {
  const [, number = '1', text = ''] = /^(?:\[([0-9])\] )?(.*)$/.exec(phrase) ?? [];
  for (const [form, holds] of PHRASES) {
    const found = form.exec(text);
    if (found === null) continue;
    const judge = (conversation: Conversation, twinOf: () => ObservedResponse | undefined): boolean => {
      const response = conversation.observation.responses[Number(number) - 1];
      if (response === undefined) return false;
      const seen: Seen = {
        response,
        conversation,
        get twin() {
          return twinOf();
        },
      };
      return holds(seen, ...found.slice(1));
    };
    return {
      text,
      holds: (conversation, twin) => judge(conversation, () => twin),
      leansOnTwin: (conversation) => {
        let looks = false;
        judge(conversation, () => {
          looks = true;
          return undefined;
        });
        return looks;
      },
    };
  }
  throw new RangeError(`"${phrase}" says nothing about a response`);
}
