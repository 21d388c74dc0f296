/** The fifth check (RFC 9293 section 3.10.7.4): what the peer says that it has, and what follows from that. */
import { type Connection, isSynAcknowledged } from './connection.ts';
import type { TcpContext } from './context.ts';
import { enterTimeWait, restartRetransmitting } from './deadlines.ts';
import { refuse, sendAck, timestampClock } from './emit.ts';
import { endConnection } from './end.ts';
import { establish, updateWindow } from './establish.ts';
import { effectiveMss, flightOf, resend } from './output.ts';
import type { Segment } from './segment.ts';
import { type SeqNumber, seqAdd, seqDiff, seqLeq, seqLt } from './seq.ts';

export function checkAck(tcp: TcpContext, connection: Connection, segment: Segment): boolean {
  // RFC9293-SEG-ACK-1
  if (!segment.hasAck) return false;
  const { snd } = connection;
  if (!isSynAcknowledged(connection)) {
    if (seqLeq(segment.ack, snd.una) || seqLt(snd.max, segment.ack)) {
      refuse(tcp, segment);
      return false;
    }
    establish(tcp, connection, segment);
  }
  // RFC 5961 section 5: neither of what was never sent, nor from before all windows.
  const isFuture = seqLt(snd.max, segment.ack);
  const isPast = seqLt(segment.ack, seqAdd(snd.una, -snd.maxWnd));
  if (isFuture || isPast) {
    if (tcp.mayChallenge()) sendAck(tcp, connection);
    return false;
  }
  if (seqLt(snd.una, segment.ack)) takeAcknowledged(tcp, connection, segment);
  else noteDuplicate(tcp, connection, segment);
  if (connection.state !== 'CLOSED' && isWindowNews(connection, segment)) updateWindow(connection, segment);
  return connection.state !== 'CLOSED';
}

/** RFC9293-SEG-ACK-7 */
function isWindowNews({ snd }: Connection, { seq, ack }: Segment): boolean {
  return seqLeq(snd.una, ack) && (seqLt(snd.wl1, seq) || (snd.wl1 === seq && seqLeq(snd.wl2, ack)));
}

function takeAcknowledged(tcp: TcpContext, connection: Connection, segment: Segment): void {
  const { snd, sent, congestion, rto } = connection;
  const roundTrip = measured(tcp, connection, segment);
  if (roundTrip !== undefined) rto.measure(roundTrip);
  const acknowledged = seqDiff(segment.ack, snd.una);
  const finIsAcknowledged = connection.finSent && segment.ack === finEnd(connection);
  const hadRoom = sent.room;
  sent.drop(Math.min(sent.length, acknowledged - (finIsAcknowledged ? 1 : 0)));
  snd.una = segment.ack;
  if (seqLt(snd.nxt, snd.una)) snd.nxt = snd.una;
  if (snd.up !== undefined && seqLeq(snd.up, snd.una)) snd.up = undefined;
  if (segment.options.sack !== undefined) congestion.scoreboard.add(segment.options.sack, snd.una, snd.max);
  const reaction = congestion.acknowledge(acknowledged, snd.una, flightOf(connection), effectiveMss(connection));
  restartRetransmitting(tcp, connection);
  if (reaction === 'retransmit-first') resend(tcp, connection, snd.una, effectiveMss(connection));
  if (finIsAcknowledged) afterFinAcknowledged(tcp, connection);
  else if (sent.room > hadRoom) tcp.tell(() => connection.application.writable?.(connection));
}

/** The number behind our FIN. */
function finEnd(connection: Connection): SeqNumber {
  const { snd, sent, iss } = connection;
  const start = isSynAcknowledged(connection) ? snd.una : seqAdd(iss, 1);
  return seqAdd(start, sent.length + 1);
}

/** RFC 7323 section 4.1, or Karn's rule where there are no timestamps. Microseconds. */
function measured(tcp: TcpContext, connection: Connection, { ack, options }: Segment): number | undefined {
  const { timestamps, timing } = connection;
  if (timestamps !== undefined && options.timestamps !== undefined) {
    const ticks = (timestampClock(tcp, timestamps.offset) - options.timestamps.echo) | 0;
    return ticks >= 0 ? ticks * 1000 : undefined;
  }
  if (timing === undefined || seqLt(ack, timing.behind)) return undefined;
  connection.timing = undefined;
  return tcp.now - timing.at;
}

/** RFC 5681 section 2: nothing new, nothing else, and something is on its way. */
function noteDuplicate(tcp: TcpContext, connection: Connection, segment: Segment): void {
  const { snd, congestion } = connection;
  const window = segment.wnd * 2 ** snd.scale;
  // The answer to a probe of a closed window is none: it says nothing of losses.
  const isWaiting = connection.timers.retransmit !== Infinity && snd.wnd > 0;
  const isDuplicate = segment.ack === snd.una && segment.len === 0 && window === snd.wnd && isWaiting;
  if (!isDuplicate) return;
  const mss = effectiveMss(connection);
  const { una, max } = snd;
  const sack = segment.options.sack ?? [];
  const reaction = congestion.duplicate({ sack, sackPermitted: connection.sackPermitted, una, max, mss });
  if (reaction !== 'retransmit-first') return;
  const octets = resend(tcp, connection, snd.una, mss);
  congestion.scoreboard.resentFirst(snd.una, octets);
}

function afterFinAcknowledged(tcp: TcpContext, connection: Connection): void {
  switch (connection.state) {
    case 'FIN-WAIT-1':
      connection.state = 'FIN-WAIT-2';
      break;
    case 'CLOSING':
      enterTimeWait(tcp, connection);
      tcp.tell(() => connection.application.ended?.(connection, 'closed'));
      break;
    case 'LAST-ACK':
      endConnection(tcp, connection, 'closed');
      break;
    default:
  }
}
