/**
 * A segment arrives in any state but CLOSED, LISTEN and SYN-SENT: the eight checks of RFC 9293 section 3.10.7.4, in its
 * order. Each says whether to go on. (The third, security and compartment, is of the past.)
 */
import { checkSequence, checkTimestamps } from './acceptability.ts';
import { checkAck } from './check-ack.ts';
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { restartKeepAlive } from './deadlines.ts';
import { noteCongestion } from './ecn.ts';
import { sendAck } from './emit.ts';
import { endConnection } from './end.ts';
import { effectiveMss, transmit } from './output.ts';
import type { Segment } from './segment.ts';
import { seqAdd, seqDiff } from './seq.ts';
import { checkFin, checkUrgent, processText } from './text.ts';
import { reopen } from './time-wait.ts';
import { openWindow } from './window.ts';

export function arriveSynchronized(tcp: TcpContext, connection: Connection, segment: Segment): void {
  const goesOn =
    checkTimestamps(tcp, connection, segment) &&
    checkSequence(tcp, connection, segment) &&
    checkReset(tcp, connection, segment) &&
    checkSyn(tcp, connection, segment) &&
    checkAck(tcp, connection, segment);
  if (goesOn) {
    noteCongestion(connection, segment, effectiveMss(connection));
    // RFC9293-SHLD-24
    connection.route = segment.route ?? connection.route;
    restartKeepAlive(tcp, connection);
    const fresh = trimmed(connection, segment);
    checkUrgent(tcp, connection, segment);
    processText(tcp, connection, fresh);
    checkFin(tcp, connection, fresh);
  }
  if (connection.state !== 'CLOSED') transmit(tcp, connection);
}

/** Second. RFC 5961 section 3: only a reset at the very next number is believed. */
function checkReset(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  if (!segment.rst) return true;
  if (segment.seq !== connection.rcv.nxt) {
    if (tcp.mayChallenge()) sendAck(tcp, connection);
    return false;
  }
  const { state, openedBy } = connection;
  switch (state) {
    case 'SYN-RECEIVED':
      // RFC9293-MUST-11: back to LISTEN, or nowhere.
      if (openedBy === 'passive') tcp.remove(connection);
      else endConnection(tcp, connection, 'refused');
      break;
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      endConnection(tcp, connection, 'closed');
      break;
    default:
      endConnection(tcp, connection, 'reset');
  }
  return false;
}

/** Fourth. */
function checkSyn(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  if (!segment.syn) return true;
  if (connection.state === 'SYN-RECEIVED' && connection.openedBy === 'passive') {
    // Back to LISTEN.
    tcp.remove(connection);
    return false;
  }
  if (connection.state === 'TIME-WAIT' && reopen(tcp, connection, segment)) return false;
  // RFC 5961 section 4: whatever its number.
  if (tcp.mayChallenge()) sendAck(tcp, connection);
  return false;
}

/** Only what is new and lies in the window (RFC9293-SEG-SEQ-7). Who sends into a closed window hears that it is. */
function trimmed(connection: Connection, segment: Segment): Segment {
  const { rcv } = connection;
  const { seq, data, fin, len } = segment;
  if (len > 0 && openWindow(connection) === 0) {
    connection.owesAck = true;
    return { ...segment, data: data.subarray(0, 0), fin: false };
  }
  const from = Math.max(0, seqDiff(rcv.nxt, seq));
  const room = seqDiff(rcv.edge, seq);
  const to = Math.min(data.length, Math.max(from, room));
  // A FIN has a number of its own, and it must lie in the window, too.
  const keepsFin = fin && data.length < room;
  if (from === 0 && to === data.length && keepsFin === fin) return segment;
  return { ...segment, seq: seqAdd(seq, from), data: data.subarray(from, to), fin: keepsFin };
}
