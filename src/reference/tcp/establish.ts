/** Our SYN is acknowledged: the connection is open (RFC 9293 sections 3.10.7.3 and 3.10.7.4, fifth). */
import type { Connection } from './connection.ts';
import type { TcpContext } from './context.ts';
import { restartKeepAlive, restartRetransmitting } from './deadlines.ts';
import { timestampClock } from './emit.ts';
import { effectiveMss } from './output.ts';
import type { Segment } from './segment.ts';
import { seqAdd } from './seq.ts';

export function establish(tcp: TcpContext, connection: Connection, segment: Segment): void {
  const { snd, iss, rto, congestion, listener, timestamps, timing } = connection;
  const synWasLost = connection.retransmissions > 0;
  snd.una = seqAdd(iss, 1);
  if (timestamps !== undefined && segment.options.timestamps !== undefined) {
    const roundTrip = (timestampClock(tcp, timestamps.offset) - segment.options.timestamps.echo) | 0;
    if (roundTrip >= 0) rto.measure(roundTrip * 1000);
  } else if (timing !== undefined && !synWasLost) rto.measure(tcp.now - timing.at);
  connection.timing = undefined;
  if (synWasLost) rto.afterLostSyn();
  congestion.begin(effectiveMss(connection), synWasLost);
  // Who closed before is in FIN-WAIT-1, and stays there.
  if (connection.state !== 'FIN-WAIT-1') connection.state = 'ESTABLISHED';
  updateWindow(connection, segment);
  restartRetransmitting(tcp, connection);
  restartKeepAlive(tcp, connection);
  listener?.halfOpen.delete(connection);
  tcp.tell(() => connection.application.opened?.(connection));
}

/** RFC9293-SEG-ACK-7: SND.WND, SND.WL1, SND.WL2. The window of a SYN is never scaled. */
export function updateWindow({ snd }: Connection, { wnd, syn, seq, ack }: Segment): void {
  snd.wnd = syn ? wnd : wnd * 2 ** snd.scale;
  snd.maxWnd = Math.max(snd.maxWnd, snd.wnd);
  snd.wl1 = seq;
  snd.wl2 = ack;
}
