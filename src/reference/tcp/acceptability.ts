/** The first check (RFC 9293 section 3.10.7.4): whether a segment is of this connection's present, and not of its past. */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { enterTimeWait } from './deadlines.ts';
import { sendAck } from './emit.ts';
import type { Segment } from './segment.ts';
import { seqDiff, seqLeq } from './seq.ts';
import { reopen } from './time-wait.ts';
import { openWindow } from './window.ts';

/** RFC 7323 section 5.3, R1, before all others: PAWS. */
export function checkTimestamps(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  const { timestamps } = connection;
  if (timestamps === undefined || segment.rst) return true;
  const stamps = segment.options.timestamps;
  // RFC7323-3.2f
  if (stamps === undefined) return segment.syn;
  const isOld = ((stamps.value - timestamps.recent) | 0) < 0;
  // What asks for a new connection is for the checks that know of one.
  if (isOld && !segment.syn) {
    sendAck(tcp, connection);
    return false;
  }
  return true;
}

/** RFC 7323 section 5.3, R3, once a segment is known to be in the window: which timestamp to echo. */
function noteTimestamp({ timestamps }: Connection, { rst, syn, seq, options }: Segment): void {
  const value = options.timestamps?.value;
  // A SYN is no segment of this connection, and for TIME-WAIT to judge by what was before.
  if (timestamps === undefined || value === undefined || rst || syn) return;
  const isOld = ((value - timestamps.recent) | 0) < 0;
  if (!isOld && seqLeq(seq, timestamps.lastAckSent)) timestamps.recent = value;
}

export function checkSequence(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  if (isAcceptable(connection, segment)) {
    noteTimestamp(connection, segment);
    return true;
  }
  if (segment.rst) return false;
  if (segment.syn) {
    if (connection.state === 'TIME-WAIT' && reopen(tcp, connection, segment)) return false;
    // RFC 5961 section 4: answered wherever it lies; a repeated one lies outside.
    if (tcp.mayChallenge()) sendAck(tcp, connection);
    return false;
  }
  sendAck(tcp, connection);
  // RFC9293-SEG-FIN-7: a FIN that comes again has not heard our answer.
  if (connection.state === 'TIME-WAIT' && segment.fin) enterTimeWait(tcp, connection);
  return false;
}

/**
 * The four cases of RFC 9293's table 6. While the window is closed only the next number will do; the data there is cut
 * off, but what the header says counts (RFC9293-MUST-66).
 */
function isAcceptable(connection: Connection, { seq, len }: Segment): boolean {
  const window = openWindow(connection);
  const first = seqDiff(seq, connection.rcv.nxt);
  if (window === 0) return first === 0;
  if (len === 0) return first >= 0 && first < window;
  const last = first + len - 1;
  return (first >= 0 && first < window) || (last >= 0 && last < window);
}
