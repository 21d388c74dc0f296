/** A segment arrives in state SYN-SENT (RFC 9293 section 3.10.7.3). */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { refuse } from './emit.ts';
import { endConnection } from './end.ts';
import { establish } from './establish.ts';
import { agree } from './negotiate.ts';
import { transmit } from './output.ts';
import type { Segment } from './segment.ts';
import { sendSyn } from './send-syn.ts';
import { seqLeq, seqLt } from './seq.ts';
import { checkFin, checkUrgent, processText } from './text.ts';

export function arriveInSynSent(tcp: TcpContext, connection: Connection, segment: Segment): void {
  const { snd, iss } = connection;
  // First, the ACK bit.
  if (segment.hasAck && (seqLeq(segment.ack, iss) || seqLt(snd.max, segment.ack))) {
    refuse(tcp, segment);
    return;
  }
  // Second, the RST bit.
  if (segment.rst) {
    if (segment.hasAck) endConnection(tcp, connection, 'refused');
    return;
  }
  // Fourth, the SYN bit.
  if (!segment.syn) return;
  agree(connection, segment);
  if (segment.hasAck) acceptAnswer(tcp, connection, segment);
  else crossOver(tcp, connection);
}

function acceptAnswer(tcp: TcpContext, connection: Connection, segment: Segment): void {
  establish(tcp, connection, segment);
  connection.owesAck = true;
  // What came with the answer goes on at the sixth check (RFC 9293 section 3.10.7.3).
  const rest = { ...segment, seq: connection.rcv.nxt };
  checkUrgent(tcp, connection, segment);
  processText(tcp, connection, rest);
  checkFin(tcp, connection, rest);
  transmit(tcp, connection);
}

/** Both have opened at once: RFC 9293 section 3.5. */
function crossOver(tcp: TcpContext, connection: Connection): void {
  connection.state = 'SYN-RECEIVED';
  connection.timers.retransmit = Infinity;
  sendSyn(tcp, connection);
  tcp.schedule(connection);
}
