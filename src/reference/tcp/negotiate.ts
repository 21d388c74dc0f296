/** What a SYN says of its sender, and what both sides have from then on: RFC 9293 section 3.7.1, RFC 7323, RFC 2018. */
import { DEFAULT_MSS } from './config.ts';
import type { Connection } from './connection.ts';
import type { Segment } from './segment.ts';
import { seqAdd } from './seq.ts';

/** RFC 7323 section 2.3: a larger shift is taken as this. */
const LARGEST_SCALE = 14;

/** The peer's SYN: its number, and its options. */
export function agree(connection: Connection, { seq, options, wnd }: Segment): void {
  const { snd, rcv } = connection;
  connection.irs = seq;
  rcv.nxt = seqAdd(seq, 1);
  rcv.edge = rcv.nxt;
  // RFC9293-MUST-15, RFC9293-MUST-16
  snd.mss = Math.min(snd.mss, options.mss ?? DEFAULT_MSS);
  snd.wl1 = seq;
  snd.wnd = wnd;
  snd.maxWnd = wnd;
  if (options.windowScale === undefined) {
    // RFC7323-2.2a: without the one shift there is not the other.
    connection.scaling = false;
    rcv.scale = 0;
  } else snd.scale = Math.min(LARGEST_SCALE, options.windowScale);
  connection.sackPermitted &&= options.sackPermitted ?? false;
  if (options.timestamps === undefined) connection.timestamps = undefined;
  else if (connection.timestamps !== undefined) {
    connection.timestamps.recent = options.timestamps.value;
    connection.timestamps.recentAt = connection.lastHeard;
    connection.timestamps.lastAckSent = rcv.nxt;
  }
}
