/**
 * A user of a connection, in the same process. It is told what happened once a segment, a timer or a call has been dealt
 * with, never in its midst; it acts by the calls of calls.ts.
 */
import type { Connection } from './connection.ts';

/** How a connection ended (RFC 9293 section 3.9.1): closed by both, or an error. */
export type Ending = 'closed' | 'reset' | 'refused' | 'timed out' | 'unreachable' | 'aborted';

export interface Application {
  /** Data can be sent and received. */
  opened?(connection: Connection): void;
  /** Data has come, or the peer has closed and none will. */
  readable?(connection: Connection): void;
  /** There is room in the send buffer again. */
  writable?(connection: Connection): void;
  /** Urgent data is ahead of what was read (RFC 9293 section 3.8.5). */
  urgent?(connection: Connection): void;
  /** It may never arrive, or a router says so: not the end (RFC 9293 sections 3.8.3 and 3.9.2.2). */
  trouble?(connection: Connection, what: string): void;
  ended?(connection: Connection, how: Ending): void;
}
