/** The sixth to eighth checks (RFC 9293 section 3.10.7.4): urgent data, data, and the end of it. */
import { DEFAULT_MSS, DELAYED_ACK } from './config.ts';
import { type Connection, hasPeerClosed, isSynchronized } from './connection.ts';
import type { TcpContext } from './context.ts';
import { enterTimeWait } from './deadlines.ts';
import { abortConnection } from './end.ts';
import type { Segment } from './segment.ts';
import { seqAdd, seqLt } from './seq.ts';

/** Sixth: the peer says that something ahead is urgent. Its user hears of each advance once. */
export function checkUrgent(tcp: TcpContext, connection: Connection, { urg, seq, up }: Segment): void {
  if (!urg || hasPeerClosed(connection) || !isSynchronized(connection)) return;
  const { rcv } = connection;
  const end = seqAdd(seq, up);
  const isNews = seqLt(rcv.nxt, end) && (rcv.up === undefined || seqLt(rcv.up, end));
  if (!isNews) return;
  rcv.up = end;
  tcp.tell(() => connection.application.urgent?.(connection));
}

/** Seventh. */
export function processText(tcp: TcpContext, connection: Connection, { data, seq }: Segment): void {
  const { state, rcv, received } = connection;
  if (data.length === 0 || (state !== 'ESTABLISHED' && state !== 'FIN-WAIT-1' && state !== 'FIN-WAIT-2')) return;
  const hadEarly = received.hasEarly;
  const moved = received.put(data, seq, rcv.nxt);
  rcv.nxt = seqAdd(rcv.nxt, moved);
  connection.unacknowledged += data.length;
  connection.largestSegment = Math.max(connection.largestSegment, data.length);
  if (moved > 0 && connection.deaf) {
    // RFC9293-SHLD-3: its user has closed, and would never read it.
    abortConnection(tcp, connection, 'reset');
    return;
  }
  if (moved > 0) tcp.tell(() => connection.application.readable?.(connection));
  // RFC 5681 section 4.2: at once where something is or was missing; every second segment; else within a while.
  const atOnce = moved === 0 || hadEarly || connection.unacknowledged >= 2 * fullSize(connection);
  if (atOnce) connection.owesAck = true;
  else connection.timers.delayedAck = Math.min(connection.timers.delayedAck, tcp.now + DELAYED_ACK);
}

/** What the peer fills a segment with may be less than we take, where its path carries less (RFC 5681 section 4.2). */
function fullSize({ rcv, received, largestSegment }: Connection): number {
  return Math.min(rcv.mss, received.capacity >> 1, Math.max(DEFAULT_MSS, largestSegment));
}

/** Eighth: nothing more will come from the peer. One that came too early waits for what is before it. */
export function checkFin(tcp: TcpContext, connection: Connection, { fin, seq, data }: Segment): void {
  if (connection.state === 'CLOSED' || hasPeerClosed(connection)) return;
  if (fin) connection.finAt = seqAdd(seq, data.length);
  const { rcv } = connection;
  if (connection.finAt !== rcv.nxt) return;
  rcv.nxt = seqAdd(rcv.nxt, 1);
  connection.owesAck = true;
  takeFin(tcp, connection);
}

function takeFin(tcp: TcpContext, connection: Connection): void {
  switch (connection.state) {
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
      connection.state = 'CLOSE-WAIT';
      tcp.tell(() => connection.application.readable?.(connection));
      break;
    case 'FIN-WAIT-1':
      // Had our FIN been acknowledged, the fifth check would have gone on to FIN-WAIT-2.
      connection.state = 'CLOSING';
      tcp.tell(() => connection.application.readable?.(connection));
      break;
    case 'FIN-WAIT-2':
      enterTimeWait(tcp, connection);
      tcp.tell(() => {
        connection.application.readable?.(connection);
        connection.application.ended?.(connection, 'closed');
      });
      break;
    default:
  }
}
