/**
 * What happens as time passes (RFC 9293 section 3.10.8, RFC 6298 section 5): retransmission, probes of a closed window,
 * delayed acknowledgements, keep-alives, the user timeout and the end of TIME-WAIT.
 */
import { KEEP_ALIVE_INTERVAL, KEEP_ALIVE_PROBES, KEEP_ALIVE_RETRY, R1, R2, R2_SYN } from './config.ts';
import { type Connection, isSynAcknowledged, isSynchronized } from './connection.ts';
import type { TcpContext } from './context.ts';
import { startRetransmitting } from './deadlines.ts';
import { sendAck, sendSegment } from './emit.ts';
import { abortConnection, endConnection } from './end.ts';
import { effectiveMss, flightOf, resend, sendFin } from './output.ts';
import { sendSyn } from './send-syn.ts';
import { seqAdd } from './seq.ts';

const LONGEST_BACKOFF = 60_000_000;
/** (2.5) bounds the backoff, and this the exponent. */
const MOST_DOUBLINGS = 16;

export function nextDeadline({ timers }: Connection): number {
  const { retransmit, persist, delayedAck, keepAlive, timeWait } = timers;
  return Math.min(retransmit, persist, delayedAck, keepAlive, timeWait);
}

export function expire(tcp: TcpContext, connection: Connection): void {
  const { timers } = connection;
  const { now } = tcp;
  if (timers.timeWait <= now) {
    endConnection(tcp, connection, 'closed');
    return;
  }
  if (timers.delayedAck <= now) sendAck(tcp, connection);
  if (timers.retransmit <= now) retransmit(tcp, connection);
  if (connection.state === 'CLOSED') return;
  if (timers.persist <= now) probeWindow(tcp, connection);
  if (timers.keepAlive <= now) probePeer(tcp, connection);
}

/** RFC 6298 (5.4) to (5.7). */
function retransmit(tcp: TcpContext, connection: Connection): void {
  const { timers, rto, snd, congestion, application } = connection;
  const isFirst = connection.retransmissions === 0;
  connection.retransmissions += 1;
  if (hasGivenUp(tcp, connection)) {
    // RFC 9293 section 3.10.8: the user timeout.
    if (isSynchronized(connection)) abortConnection(tcp, connection, 'timed out');
    else endConnection(tcp, connection, 'timed out');
    return;
  }
  // RFC9293-MUST-20: at R1 somebody is told.
  if (connection.retransmissions === R1) tcp.tell(() => application.trouble?.(connection, 'not acknowledged'));
  const flight = flightOf(connection);
  rto.backOff();
  timers.retransmit = tcp.now + rto.value;
  connection.timing = undefined;
  if (!isSynAcknowledged(connection)) {
    sendSyn(tcp, connection);
    return;
  }
  congestion.timeOut({ flight, max: snd.max, mss: effectiveMss(connection), isFirst });
  // All behind it is sent again as the window opens: nobody knows what has arrived (RFC2018-5c).
  snd.nxt = snd.una;
  resend(tcp, connection, snd.una, effectiveMss(connection));
}

function hasGivenUp(tcp: TcpContext, connection: Connection): boolean {
  const { timers, userTimeout, snd, lastHeard } = connection;
  if (tcp.now - timers.since >= userTimeout) return true;
  if (!isSynchronized(connection)) return tcp.now - timers.since >= R2_SYN;
  // RFC9293-MUST-37, RFC9293-SHLD-17: who keeps its window closed and says so is there.
  const since = snd.wnd === 0 ? Math.max(timers.since, lastHeard) : timers.since;
  return tcp.now - since >= R2;
}

/** RFC9293-MUST-36: an octet that must be answered. Probes go on as long as they are. */
function probeWindow(tcp: TcpContext, connection: Connection): void {
  const { snd, sent, timers, rto } = connection;
  connection.persistBackoff = Math.min(MOST_DOUBLINGS, connection.persistBackoff + 1);
  timers.persist = tcp.now + Math.min(LONGEST_BACKOFF, rto.value * 2 ** connection.persistBackoff);
  if (snd.wnd > 0) {
    // RFC 9293 section 3.8.6.2.1 (4): a window too small for a segment is used after all.
    const used = resend(tcp, connection, snd.una, snd.wnd);
    if (used > 0) startRetransmitting(tcp, connection);
    return;
  }
  const length = Math.min(1, sent.length);
  if (length === 0) sendFin(tcp, connection);
  else sendSegment(tcp, connection, snd.una, {}, 0, length);
  if (snd.max === snd.una) snd.max = seqAdd(snd.una, 1);
}

/** RFC 9293 section 3.8.4. */
function probePeer(tcp: TcpContext, connection: Connection): void {
  const { snd, timers } = connection;
  if (snd.una !== snd.max) {
    // RFC9293-MUST-26: something is on its way, and will tell.
    timers.keepAlive = tcp.now + KEEP_ALIVE_INTERVAL;
    return;
  }
  // RFC9293-MUST-29: one unanswered probe proves nothing.
  if (connection.keepAliveProbes >= KEEP_ALIVE_PROBES) {
    abortConnection(tcp, connection, 'timed out');
    return;
  }
  connection.keepAliveProbes += 1;
  timers.keepAlive = tcp.now + KEEP_ALIVE_RETRY;
  sendSegment(tcp, connection, seqAdd(snd.max, -1), {});
}
