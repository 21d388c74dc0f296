/**
 * What the judge asks of any response, whatever it answers: rules with their judges of src/kits/http, and with the phrases
 * that scenarios of these rules are written in.
 */
import { readCheck } from '../../../kits/http/cases/checks.ts';
import type { Conversation } from '../../../kits/http/conversation.ts';
import { judgeDate, judgeNotLater, judgeTimestamps } from '../../../kits/http/judge-fields.ts';
import { judgeContentLength, judgeNoContent } from '../../../kits/http/judge-length.ts';
import { judgeSpace, judgeStatusLine, judgeVersion } from '../../../kits/http/judge-status.ts';
import type { ObservedResponse } from '../../../kits/http/observation.ts';

export interface ResponseCheck {
  readonly rule: string;
  /** Which responses it is about; all when left out. */
  readonly about?: About;
  /** Method of the request that is answered; any when left out. */
  readonly method?: string;
  /** @throws Unmet, Inconclusive */
  readonly judge: (conversation: Conversation) => void;
  /** Or all of these hold. */
  readonly phrases: readonly string[];
}

interface About {
  readonly words: string;
  fits(response: ObservedResponse): boolean;
}

const chunked: About = { words: 'responses in chunks', fits: ({ framing }) => framing === 'chunked' };
const withStatus = (status: number): About => ({
  words: `responses with status ${status}`,
  fits: (response) => response.status === status,
});

const unseen = { took: () => undefined };
const judged = (rule: string, judge: ResponseCheck['judge'], method?: string): ResponseCheck => ({
  rule,
  judge,
  phrases: [],
  ...(method !== undefined && { method }),
});
const phrased = (rule: string, phrases: readonly string[], about?: About): ResponseCheck => ({
  rule,
  judge: () => undefined,
  phrases,
  ...(about !== undefined && { about }),
});

const ONCE = ['Date', 'Content-Type', 'Content-Length', 'Last-Modified', 'ETag', 'Server', 'Location'];
const END_TO_END = ['cache-control', 'content-length', 'content-type', 'date', 'etag', 'last-modified'];
const HOP_BY_HOP = ['Keep-Alive', 'Upgrade', 'TE'];

export const CHECKS: readonly ResponseCheck[] = [
  judged('RFC9112-2.3-04', judgeVersion),
  judged('RFC9112-4-02', judgeStatusLine),
  judged('RFC9112-4-01', judgeSpace),
  phrased('RFC9110-15-03', ['status is one of 100 to 599']),
  phrased('RFC9112-2.2-07', ['no blank before the first field']),
  phrased('RFC9110-2.2-01', ['field lines by the grammar']),
  phrased('RFC9112-5.2-01', ['no line folding']),
  phrased('RFC9112-2.2-02', ['no bare CR']),
  judged('RFC9110-6.6.1-01', judgeDate),
  judged('RFC9110-5.6.7-01', judgeTimestamps),
  judged('RFC9110-8.8.2.1-02', (latest) => judgeNotLater({ latest, scene: unseen })),
  phrased(
    'RFC9110-5.3-01',
    ONCE.map((name) => `at most one ${name}`),
  ),
  phrased('RFC9110-5.6.1-01', ['no empty members']),
  phrased(
    'RFC9110-7.6.1-03',
    HOP_BY_HOP.map((name) => `${name} is named in Connection`),
  ),
  phrased(
    'RFC9110-7.6.1-04',
    END_TO_END.map((name) => `Connection does not name ${name}`),
  ),
  judged('RFC9110-8.6-10', (latest) => judgeContentLength({ latest, scene: unseen })),
  phrased('RFC9112-6.2-01', ['no Content-Length beside Transfer-Encoding']),
  phrased('RFC9112-6.1-02', ['Transfer-Encoding does not repeat chunked']),
  phrased('RFC9112-7.1-04', ['chunks by the grammar'], chunked),
  phrased('RFC9110-6.5.1-01', ['trailer fields allowed']),
  phrased('RFC9110-8.6-03', ['no Content-Length'], withStatus(204)),
  phrased('RFC9112-6.1-05', ['no Transfer-Encoding'], withStatus(204)),
  phrased('RFC9110-15.3.6-01', ['no content'], withStatus(205)),
  judged('RFC9110-9.3.2-01', judgeNoContent, 'HEAD'),
];

/** The first phrase of a check that does not hold. */
export function phraseAmiss({ phrases }: ResponseCheck, conversation: Conversation): string | undefined {
  return phrases.find((phrase) => !readCheck(phrase).holds(conversation, undefined));
}
