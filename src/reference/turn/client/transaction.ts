/**
 * One request and when it is sent again (RFC 8489 section 6.2.1): after 500 ms, then after twice as long each time, seven
 * times in all, and given up 39.5 s after the first. Over TCP it is sent once and given up at the same time.
 */
import type { Transport } from '../endpoint.ts';
import type { Signature } from '../write-message.ts';

const MILLISECOND = 1000;
/** STUN-RETX-01: RTO, Rc and Rm. */
const FIRST_TIMEOUT = 500 * MILLISECOND;
const MOST_SENDS = 7;
const LAST_WAIT = 16 * FIRST_TIMEOUT;
/** STUN-TCP-01: Ti. */
const STREAM_TIMEOUT = 39_500 * MILLISECOND;

export interface Transaction<Purpose> {
  readonly purpose: Purpose;
  readonly method: number;
  readonly octets: Uint8Array;
  /** Absent in one that no credentials were known for. */
  readonly signature: Signature | undefined;
  /** How often its purpose has been asked anew, for other credentials or a fresh nonce. */
  readonly attempt: number;
  readonly transport: Transport;
  sends: number;
  /** When it is sent again, or given up. */
  dueAt: number;
}

export function begin<Purpose>(
  draft: Omit<Transaction<Purpose>, 'sends' | 'dueAt'>,
  now: number,
): Transaction<Purpose> {
  const wait = draft.transport === 'tcp' ? STREAM_TIMEOUT : FIRST_TIMEOUT;
  return { ...draft, sends: 1, dueAt: now + wait };
}

/** What is to be done with one that is due. */
export function whenDue(transaction: Transaction<unknown>): 'send' | 'give-up' {
  if (transaction.transport === 'tcp' || transaction.sends >= MOST_SENDS) return 'give-up';
  transaction.sends += 1;
  const wait = transaction.sends === MOST_SENDS ? LAST_WAIT : FIRST_TIMEOUT * 2 ** (transaction.sends - 1);
  transaction.dueAt += wait;
  return 'send';
}
