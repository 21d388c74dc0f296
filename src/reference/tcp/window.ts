/**
 * The window that a receiver offers (RFC 9293 sections 3.8.6 and 3.8.6.2.2): it never takes back what it offered, and does
 * not offer crumbs.
 */
import type { Connection } from './connection.ts';
import { seqAdd, seqDiff } from './seq.ts';

const WIDEST = 0xffff;

/** What stands in the header; moves the edge on. A SYN's window is not scaled (RFC 7323 section 2.2). */
export function receiveWindow(connection: Connection, isSyn: boolean): number {
  const { rcv, received } = connection;
  const scale = isSyn ? 0 : rcv.scale;
  const offered = seqDiff(rcv.edge, rcv.nxt);
  const unit = Math.min(rcv.mss, received.capacity >> 1);
  // RFC9293-MUST-39: the edge moves by a segment at least, or by half of the buffer.
  const wanted = received.room - offered >= unit ? received.room : offered;
  const shown = Math.min(WIDEST, Math.max(0, wanted) >> scale);
  const edge = seqAdd(rcv.nxt, shown << scale);
  if (seqDiff(edge, rcv.edge) > 0) rcv.edge = edge;
  // What is lost by scaling down stays promised (RFC 7323 section 2.4).
  return shown;
}

/** RCV.WND: what the peer may send now. */
export function openWindow({ rcv }: Connection): number {
  return Math.max(0, seqDiff(rcv.edge, rcv.nxt));
}

/** Whether the user has read so much that the peer should hear of it. */
export function hasWindowNews({ rcv, received }: Connection): boolean {
  const gained = received.room - seqDiff(rcv.edge, rcv.nxt);
  return gained >= Math.min(2 * rcv.mss, received.capacity >> 1) && gained > 0;
}
