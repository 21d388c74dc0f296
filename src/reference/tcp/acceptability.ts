/** The first check (RFC 9293 section 3.10.7.4): whether a segment is of this connection's present, and not of its past. */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { enterTimeWait } from './deadlines.ts';
import { sendAck } from './emit.ts';
import type { Segment } from './segment.ts';
import { seqDiff, seqLeq } from './seq.ts';
import { reopen } from './time-wait.ts';
import { openWindow } from './window.ts';

/** RFC 7323 section 5.5: after so long the peer's clock may have come half round. */
const OUTDATED = 24 * 86_400 * 1_000_000;

/** RFC 7323 section 5.3, R1, before all others: protection against wrapped sequence numbers. */
export function checkTimestamps(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  const { timestamps } = connection;
  if (timestamps === undefined || segment.rst) return true;
  const stamps = segment.options.timestamps;
  // RFC7323-3.2f
  if (stamps === undefined) return segment.syn;
  const isOld = isBefore(stamps.value, timestamps.recent) && tcp.now - timestamps.recentAt < OUTDATED;
  // What asks for a new connection is for the checks that know of one.
  if (!isOld || segment.syn) return true;
  sendAck(tcp, connection);
  return false;
}

/** R3, once R2 has shown that the segment is in the window: which timestamp to echo. */
function noteTimestamp(tcp: TcpContext, { timestamps }: Connection, { rst, syn, seq, options }: Segment): void {
  // A SYN is no segment of this connection, and for TIME-WAIT to judge by what was before.
  if (timestamps === undefined || options.timestamps === undefined || rst || syn) return;
  const { value } = options.timestamps;
  const isOutdated = tcp.now - timestamps.recentAt >= OUTDATED;
  if ((isBefore(value, timestamps.recent) && !isOutdated) || !seqLeq(seq, timestamps.lastAckSent)) return;
  timestamps.recent = value;
  timestamps.recentAt = tcp.now;
}

function isBefore(one: number, other: number): boolean {
  return ((one - other) | 0) < 0;
}

export function checkSequence(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  if (isAcceptable(connection, segment)) {
    noteTimestamp(tcp, connection, segment);
    return true;
  }
  if (segment.rst) return false;
  // RFC9293-MUST-66: of data for a closed window nothing is taken, but what the header says counts.
  if (isProbe(connection, segment) || isAtEdge(connection, segment)) return true;
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
 * RFC 9293 appendix A.2: all of the window is on its way, lost perhaps, and the peer acknowledges from behind it. By table
 * 6 that would not count, and if the peer's table says the same of our answer, two ends acknowledge each other for ever.
 */
function isAtEdge(connection: Connection, { seq, len, syn }: Segment): boolean {
  const window = openWindow(connection);
  return !syn && len === 0 && window > 0 && seqDiff(seq, connection.rcv.nxt) === window;
}

function isProbe(connection: Connection, { seq, syn }: Segment): boolean {
  return !syn && seq === connection.rcv.nxt && openWindow(connection) === 0;
}

/** The four cases of RFC 9293's table 6. */
function isAcceptable(connection: Connection, { seq, len }: Segment): boolean {
  const window = openWindow(connection);
  const first = seqDiff(seq, connection.rcv.nxt);
  if (len === 0) return window === 0 ? first === 0 : first >= 0 && first < window;
  if (window === 0) return false;
  const last = first + len - 1;
  return (first >= 0 && first < window) || (last >= 0 && last < window);
}
