/**
 * What may come back to a segment, by the phrases of spec/tcp/matrix.json: sets of legal outcomes, each with the clause
 * that allows it. Where an outcome leaves the connection in another state than the table says, it names that state.
 */
import type { Branch } from '../../generated/meta/report.ts';
import type { AnswerForm } from './answer.ts';

export interface Outcome {
  readonly form: AnswerForm;
  readonly clause: string;
  readonly level?: NonNullable<Branch['level']>;
  /** The state afterwards, where it is not that of the table. */
  readonly leads?: string;
}

const clause = (words: string): string => `RFC 9293 section 3.10.7.4, ${words}`;

const NOTHING: Outcome = { form: 'nothing', clause: 'RFC 9293 section 3.10.7' };
const ACKNOWLEDGED: Outcome = { form: 'acknowledgement', clause: 'RFC 9293 section 3.10.7.4' };
const RESET: Outcome = { form: 'reset', clause: 'RFC 9293 section 3.10.7' };
/** RFC 5961 names no exception; who does not follow it goes by RFC 793. */
const CHALLENGED: Outcome = { form: 'acknowledgement', clause: clause('fourth; RFC 5961 section 4.2'), level: 'MUST' };
const RESET_BY_SYN: Outcome = { form: 'reset', clause: clause('fourth, without RFC 5961'), leads: 'CLOSED' };
const HELD: Outcome = { form: 'acknowledgement', clause: clause('seventh'), level: 'MAY' };
/** The user has closed for both directions, and data would be lost. */
const UNREAD: Outcome = { form: 'reset', clause: 'RFC 9293 section 3.6.1', level: 'SHOULD', leads: 'CLOSED' };
const RST_CHALLENGED: Outcome = { form: 'acknowledgement', clause: clause('second; RFC 5961 section 3.2') };
/** RFC 5961 asks this of any segment, and says nothing of resets. */
const ACK_CHALLENGED: Outcome = { form: 'acknowledgement', clause: 'RFC 5961 section 5.2', level: 'MAY' };

/** In the order in which they are tried. */
const ANSWERS: Readonly<Record<string, readonly Outcome[]>> = {
  nothing: [NOTHING],
  'an acknowledgement': [ACKNOWLEDGED],
  'a reset': [RESET],
  'a SYN with ACK': [{ form: 'SYN,ACK', clause: 'RFC 9293 sections 3.10.7.2 and 3.10.7.3' }],
  'an acknowledgement or nothing': [HELD, NOTHING],
  'an acknowledgement, or a reset': [ACKNOWLEDGED, UNREAD],
  'an acknowledgement, a reset, or nothing': [HELD, UNREAD, NOTHING],
  'nothing, or a challenge': [{ form: 'nothing', clause: 'RFC 6191 section 2' }, CHALLENGED],
  'a challenge, or a reset': [CHALLENGED, RESET_BY_SYN],
  'a challenge, a reset, or nothing': [CHALLENGED, RESET_BY_SYN, NOTHING],
  'a challenge, or its end': [RST_CHALLENGED, { ...NOTHING, clause: clause('second'), leads: 'CLOSED' }],
  'its end, or a challenge': [{ ...NOTHING, clause: clause('second'), leads: 'CLOSED' }, ACK_CHALLENGED],
  'its end or not, or a challenge': [
    { form: 'nothing', clause: 'RFC 1337 section 3', leads: 'TIME-WAIT or CLOSED' },
    ACK_CHALLENGED,
  ],
  'a reset, or a challenge': [
    { form: 'reset', clause: clause('fifth') },
    { form: 'acknowledgement', clause: 'RFC 5961 section 5.2' },
  ],
  'a SYN with ACK again, or an acknowledgement': [
    { form: 'acknowledgement', clause: clause('first') },
    { form: 'SYN,ACK', clause: 'RFC 9293 section 3.8.1' },
  ],
  'silence or a reset, and LISTEN; or a challenge': [
    { form: 'nothing', clause: clause('fourth'), leads: 'LISTEN' },
    { form: 'reset', clause: 'RFC 9293 section 3.5.2', leads: 'LISTEN' },
    { form: 'acknowledgement', clause: 'RFC 5961 section 4.2' },
  ],
  'a new connection, or none': [
    { form: 'SYN,ACK', clause: 'RFC 9293 section 3.6.1', level: 'MAY', leads: 'SYN-RECEIVED' },
    CHALLENGED,
    RESET_BY_SYN,
    { form: 'nothing', clause: 'RFC 6191 section 2' },
  ],
  'nothing, and its end or not': [{ form: 'nothing', clause: 'RFC 1337 section 3', leads: 'TIME-WAIT or CLOSED' }],
  'a challenge or nothing, and its end or not': [
    RST_CHALLENGED,
    { form: 'nothing', clause: 'RFC 1337 section 3', leads: 'TIME-WAIT or CLOSED' },
  ],
};

/** @throws TypeError for a phrase that is none */
export function answersOf(phrase: string): readonly Outcome[] {
  const outcomes = ANSWERS[phrase];
  if (outcomes === undefined) throw new TypeError(`no set of answers: ${phrase}`);
  return outcomes;
}
