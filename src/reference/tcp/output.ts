/**
 * What a connection sends now (RFC 9293 sections 3.7.4, 3.8.6.1 and 3.8.6.2.1): as much as the peer's window and the
 * congestion window allow, in segments as large as can be, and no crumbs.
 */
import { type Connection, dataStart, isSynAcknowledged } from './connection.ts';
import type { TcpContext } from './context.ts';
import { startRetransmitting } from './deadlines.ts';
import { advance, sackOctets, sendAck, sendSegment } from './emit.ts';
import { type SeqNumber, seqAdd, seqDiff, seqLt } from './seq.ts';

const SENDING: ReadonlySet<string> = new Set(['ESTABLISHED', 'CLOSE-WAIT', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK']);

/** RFC 9293 section 3.8.6.2.1, Fs. */
const FRACTION = 0.5;

/** How much a segment may carry: options take their part of it (RFC9293-MUST-16). */
export function effectiveMss({ snd, timestamps, route }: Connection): number {
  const inIp = ((route?.octets.length ?? 0) + 3) & ~3;
  return Math.max(1, snd.mss - (timestamps === undefined ? 0 : 12) - inIp);
}

/** What a segment may carry now, beside what it tells of data that came too early. */
function roomInSegment(connection: Connection): number {
  return Math.max(1, effectiveMss(connection) - sackOctets(connection));
}

export function flightOf({ snd }: Connection): number {
  return seqDiff(snd.nxt, snd.una);
}

export function transmit(tcp: TcpContext, connection: Connection): void {
  if (SENDING.has(connection.state) && isSynAcknowledged(connection)) {
    startAnewAfterRest(tcp, connection);
    if (connection.congestion.isRecovering) fillHoles(tcp, connection);
    while (sendNext(tcp, connection));
    if (connection.congestion.isRecovering) fillRest(tcp, connection);
    watchClosedWindow(tcp, connection);
  }
  if (connection.owesAck) sendAck(tcp, connection);
  tcp.schedule(connection);
}

/** Sends one segment, if one may be sent. */
function sendNext(tcp: TcpContext, connection: Connection): boolean {
  const { snd, sent, finQueued, finSent } = connection;
  if (finSent && snd.nxt === snd.max) return false;
  const offset = seqDiff(snd.nxt, dataStart(connection));
  const waiting = sent.length - offset;
  // After a timeout `nxt` stands before the FIN again.
  if (waiting < 0) return false;
  const mss = roomInSegment(connection);
  const usable = usableWindow(connection);
  const length = Math.min(waiting, mss, Math.max(0, usable));
  // The FIN takes a number, too, and the peer's window must reach as far.
  const fin = finQueued && length === waiting && seqDiff(snd.nxt, snd.una) + length < snd.wnd;
  if (length === 0 && !fin) return false;
  if (!fin && length < mss && !mayBeShort(connection, length, waiting)) return false;
  const from = snd.nxt;
  // RFC9293-MUST-61: the last of what waits is pushed.
  sendSegment(tcp, connection, from, { psh: length > 0 && length === waiting, fin }, offset, length);
  afterSending(tcp, connection, from, length + (fin ? 1 : 0));
  if (fin) noteFin(connection);
  return true;
}

/** Our FIN is out. */
function noteFin(connection: Connection): void {
  connection.finSent = true;
  if (connection.state === 'CLOSE-WAIT') connection.state = 'LAST-ACK';
}

/** A FIN alone, behind all that was sent. */
export function sendFin(tcp: TcpContext, connection: Connection): void {
  const { snd } = connection;
  const from = snd.nxt;
  sendSegment(tcp, connection, from, { fin: true });
  advance(connection, seqAdd(from, 1));
  noteFin(connection);
  startRetransmitting(tcp, connection);
}

/** RFC 5681 section 4.1: what the network bears is not known after a rest of more than a retransmission timeout. */
function startAnewAfterRest(tcp: TcpContext, connection: Connection): void {
  const { snd, congestion, lastSent, rto } = connection;
  if (snd.nxt === snd.una && tcp.now - lastSent > rto.value) congestion.rest(effectiveMss(connection));
}

function afterSending(tcp: TcpContext, connection: Connection, from: SeqNumber, octets: number): void {
  const { snd, timestamps, timing } = connection;
  const isNew = !seqLt(from, snd.max);
  const behind = seqAdd(from, octets);
  connection.lastSent = tcp.now;
  advance(connection, behind);
  if (isNew && timestamps === undefined && timing === undefined) connection.timing = { behind, at: tcp.now };
  startRetransmitting(tcp, connection);
}

/** In octets from `nxt` on; may be negative when the peer has taken window back (RFC9293-MUST-34). */
function usableWindow(connection: Connection): number {
  const { snd, congestion } = connection;
  const flight = flightOf(connection);
  const byPeer = snd.wnd - flight;
  if (congestion.isRecovering && congestion.scoreboard.isInUse) {
    const pipe = congestion.scoreboard.pipe(snd.una, snd.nxt, effectiveMss(connection));
    return Math.min(byPeer, congestion.window - pipe);
  }
  // RFC 5681 section 3.2, limited transmit: two more segments on the first two duplicates (RFC 3042).
  const limited = congestion.isRecovering ? 0 : Math.min(2, congestion.duplicates) * effectiveMss(connection);
  return Math.min(byPeer, congestion.window + limited - flight);
}

/** RFC 9293 sections 3.7.4 and 3.8.6.2.1: a short segment goes out only where waiting would gain nothing. */
function mayBeShort(connection: Connection, length: number, waiting: number): boolean {
  const { snd, noDelay, finQueued } = connection;
  const isIdle = snd.nxt === snd.una;
  const isAll = length === waiting;
  if (isAll && (isIdle || noDelay || finQueued)) return true;
  return (isIdle || noDelay) && length >= FRACTION * snd.maxWnd;
}

/** RFC 6675 section 5, step C: holes that are lost, as far as the pipe has room. */
function fillHoles(tcp: TcpContext, connection: Connection): void {
  const { snd, congestion } = connection;
  const { scoreboard } = congestion;
  const mss = effectiveMss(connection);
  while (scoreboard.isInUse && congestion.window - scoreboard.pipe(snd.una, snd.nxt, mss) >= mss) {
    const hole = scoreboard.nextHole(snd.una, mss);
    if (hole === undefined) return;
    resend(tcp, connection, hole.from, hole.octets);
  }
}

/** Steps C again, where nothing new can be sent: holes that may only be late, then the very end (NextSeg, rules 3 and 4). */
function fillRest(tcp: TcpContext, connection: Connection): void {
  const { snd, congestion } = connection;
  const { scoreboard } = congestion;
  const mss = effectiveMss(connection);
  while (scoreboard.isInUse && congestion.window - scoreboard.pipe(snd.una, snd.nxt, mss) >= mss) {
    const hole = scoreboard.nextHole(snd.una, mss, true) ?? scoreboard.rescue(snd.una, snd.max, mss);
    if (hole === undefined) return;
    resend(tcp, connection, hole.from, hole.octets);
  }
}

/** Sends octets again that are in the buffer, and the FIN with them where it follows. */
export function resend(tcp: TcpContext, connection: Connection, from: SeqNumber, most: number): number {
  const { sent, finSent, snd } = connection;
  const offset = seqDiff(from, dataStart(connection));
  // RFC9293-SHLD-17: no farther than the window that is open now; one octet asks whether it is.
  const window = Math.max(1, seqDiff(seqAdd(snd.una, snd.wnd), from));
  const length = Math.max(0, Math.min(most, roomInSegment(connection), sent.length - offset, window));
  const fin = finSent && offset + length === sent.length && length < window;
  if (length === 0 && !fin) return 0;
  sendSegment(tcp, connection, from, { psh: offset + length === sent.length && length > 0, fin }, offset, length);
  // Karn: what was sent twice is not timed.
  if (connection.timing !== undefined && seqLt(from, connection.timing.behind)) connection.timing = undefined;
  advance({ snd } as Connection, seqAdd(from, length + (fin ? 1 : 0)));
  return length;
}

/** RFC 9293 section 3.8.6.1: data waits, nothing is on its way, and the window is too small for it. */
function watchClosedWindow(tcp: TcpContext, connection: Connection): void {
  const { snd, sent, timers, finQueued, finSent } = connection;
  const waits = sent.length > 0 || (finQueued && !finSent);
  const isStuck = waits && snd.nxt === snd.una && timers.retransmit === Infinity;
  if (!isStuck) {
    timers.persist = Infinity;
    connection.persistBackoff = 0;
  } else if (timers.persist === Infinity) {
    timers.persist = tcp.now + connection.rto.value;
  }
}
