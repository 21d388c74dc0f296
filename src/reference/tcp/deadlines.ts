/** Starts, restarts and stops the timers of a connection; what happens when they run out is in timers.ts. */
import { KEEP_ALIVE_INTERVAL } from './config.ts';
import { type Connection, isSynchronized } from './connection.ts';
import type { TcpContext } from './context.ts';

/** RFC 6298 (5.1) */
export function startRetransmitting(tcp: TcpContext, { timers, rto }: Connection): void {
  if (timers.retransmit !== Infinity) return;
  timers.retransmit = tcp.now + rto.value;
  if (timers.since === Infinity) timers.since = tcp.now;
  timers.persist = Infinity;
}

/** RFC 6298 (5.2), (5.3): something new was acknowledged. */
export function restartRetransmitting(tcp: TcpContext, connection: Connection): void {
  const { timers, rto, snd } = connection;
  connection.retransmissions = 0;
  const isDone = snd.una === snd.max;
  timers.retransmit = isDone ? Infinity : tcp.now + rto.value;
  timers.since = isDone ? Infinity : tcp.now;
}

/** RFC 9293 section 3.8.4: something was heard, so the connection lives. */
export function restartKeepAlive(tcp: TcpContext, connection: Connection): void {
  connection.lastHeard = tcp.now;
  connection.keepAliveProbes = 0;
  connection.timers.keepAlive =
    connection.keepAlive && isSynchronized(connection) && connection.state !== 'TIME-WAIT'
      ? tcp.now + KEEP_ALIVE_INTERVAL
      : Infinity;
}

/** RFC 9293 section 3.6.1 */
export function enterTimeWait(tcp: TcpContext, connection: Connection): void {
  const { timers } = connection;
  connection.state = 'TIME-WAIT';
  timers.retransmit = Infinity;
  timers.persist = Infinity;
  timers.keepAlive = Infinity;
  timers.timeWait = tcp.now + 2 * tcp.config.msl;
}
